/// Page elements without HTML text: whatever a server or a person wrote stays text.

const SVG = "http://www.w3.org/2000/svg";

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export const element = (tag, attributes = {}, ...children) =>
  filled(document.createElement(tag), attributes, children);

export function button(label, press, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}

/// A drawing of one line, for the eye alone.
export function icon(path) {
  const drawing = filled(document.createElementNS(SVG, "svg"),
    { viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" }, []);
  drawing.append(filled(document.createElementNS(SVG, "path"), { d: path }, []));
  return drawing;
}

export const unseen = (text) => element("span", { class: "unseen" }, text);
