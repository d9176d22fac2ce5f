/// A result as plain text, and the ways out of the page for it.

import { element } from "./element.js";

const BULLETS = { tip: "- ", cause: "- ", detail: "  " };
const lineOf = ({ part, text }) => (part in BULLETS ? BULLETS[part] : "\n") + text;

export function summaryText({ heading, level, messages, sources, words, locale }) {
  const today = new Date().toLocaleDateString(locale, { dateStyle: "long" });
  const from = sources.map((name, at) => `${at + 1}. ${name}`);
  if (from.length > 0) from.unshift("", `${words("summary.sources")}:`);
  const end = ["", words("summary.made", today), words("notice"), ""];
  return [heading, level.toUpperCase(), ...messages.map(lineOf), ...from, ...end].join("\n");
}

export function save(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = element("a", { href, download: `${name}.txt` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/// The person may change their mind: that is no error.
export const share = (title, text) => navigator.share({ title, text }).catch(() => {});

const ONLY_SUMMARY = `
  @media screen { body > .anamnesis-print { display: none } }
  @media print {
    body > :not(.anamnesis-print) { display: none !important }
    .anamnesis-print { white-space: pre-line }
  }`;

/// Prints the text alone, whatever page this is: it stands beside all else until it is printed.
export function print(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ONLY_SUMMARY);
  const paper = element("div", { class: "anamnesis-print" }, text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.append(paper);
  addEventListener("afterprint", () => {
    paper.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }, { once: true });
  window.print();
}
