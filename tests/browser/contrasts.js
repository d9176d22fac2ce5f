// The contrast of each text on the screen against what lies behind it, by WCAG 2.2, 1.4.3.
const luminance = (channels) => channels
  .map((value) => value / 255)
  .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);

const channels = (colour) => colour.match(/[\d.]+/g).map(Number);

const behind = (node) => {
  for (let at = node; at; at = at.parentElement ?? at.getRootNode().host) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour.slice(0, 3);
  }
  return [255, 255, 255];
};

const isText = ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent.trim() !== "";
const root = document.querySelector("anamnesis-chat").shadowRoot;
const shown = [...document.querySelectorAll("main *"), ...root.querySelectorAll("*")].filter(
  (node) => [...node.childNodes].some(isText) && node.checkVisibility());

return shown.map((node) => {
  const [paler, darker] = [channels(getComputedStyle(node).color).slice(0, 3), behind(node)]
    .map(luminance).sort((a, b) => b - a);
  return { text: node.textContent.trim().slice(0, 40), contrast: (paler + 0.05) / (darker + 0.05) };
});
