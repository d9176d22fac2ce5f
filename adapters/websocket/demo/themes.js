/// Some looks to try, and the style sheet that gives them.

import { button } from "../widget/element.js";

const THEMES = {
  "As it is": {},
  Plum: { accent: "#7a2e63", "on-accent": "#ffffff", mine: "#f3e3ee", paper: "#fbf7fa" },
  Forest: { accent: "#2f5d34", "on-accent": "#ffffff", mine: "#e2eedd", paper: "#f8faf4", radius: "4px" },
  Newsprint: {
    accent: "#1a1a1a", "on-accent": "#ffffff", mine: "#ececec", paper: "#ffffff", font: "Georgia, serif", radius: "0px",
  },
};
const PROPERTIES = ["accent", "on-accent", "mine", "paper", "font", "radius"];

function apply(chat, theme) {
  for (const name of PROPERTIES) {
    if (theme[name]) chat.style.setProperty(`--anamnesis-${name}`, theme[name]);
    else chat.style.removeProperty(`--anamnesis-${name}`);
  }
  // The colours above are light ones.
  if (theme.accent) chat.setAttribute("theme", "light");
  else chat.removeAttribute("theme");
}

function ruleOf(theme) {
  const lines = Object.entries(theme).map(([name, value]) => `  --anamnesis-${name}: ${value};`);
  return lines.length === 0 ? "anamnesis-chat {}" : ["anamnesis-chat {", ...lines, "}"].join("\n");
}

export function offerThemes(chat, group, code) {
  const buttons = Object.entries(THEMES).map(([name, theme]) => button(name, (event) => {
    apply(chat, theme);
    code.textContent = ruleOf(theme);
    for (const other of buttons) other.setAttribute("aria-pressed", String(other === event.currentTarget));
  }, { "aria-pressed": String(name === "As it is") }));
  group.append(...buttons);
  code.textContent = ruleOf({});
}
