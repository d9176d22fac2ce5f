/// What a conversation came to: the level, what to do, why, what may fit, what can be tried, what to watch for, and
/// where it comes from; to be read, printed, kept and shared.

import { button, element } from "./element.js";
import { print, save, share, summaryText } from "./summary.js";

const TAGS = { heading: "h4", tip: "li", disclaimer: "small" };

function passage({ text, cite, part }, notes, sources) {
  const marks = cite.map((id) => {
    if (!notes.includes(id)) notes.push(id);
    return element("sup", { class: "mark" }, sources.link(id, `[${notes.indexOf(id) + 1}]`));
  });
  return element(TAGS[part] ?? "p", { class: part ?? "said" }, text, ...marks);
}

/// One list for tips that follow each other. `notes` gets the citations, in the order in which they are first named.
function passages(messages, notes, sources) {
  const shown = [];
  for (const message of messages) {
    const item = passage(message, notes, sources);
    if (message.part !== "tip") shown.push(item);
    else if (shown.at(-1)?.matches("ul")) shown.at(-1).append(item);
    else shown.push(element("ul", {}, item));
  }
  return shown;
}

function sourceList(notes, { words, sources }) {
  if (notes.length === 0) return [];
  const items = notes.map((cite) => element("li", {}, sources.link(cite)));
  return [element("details", { class: "sources" }, element("summary", {}, words("summary.sources")),
    element("ol", {}, ...items))];
}

function keepButtons(text, { words, heading }) {
  const done = element("span", { class: "done", role: "status" });
  const tell = (isCopied) => { done.textContent = isCopied ? words("summary.copied") : ""; };
  const buttons = [
    button(words("summary.print"), () => print(text)),
    button(words("summary.save"), () => save(text, words("summary.file"))),
  ];
  if (navigator.share) buttons.push(button(words("summary.share"), () => share(heading, text)));
  else if (navigator.clipboard)
    buttons.push(button(words("summary.copy"), () => navigator.clipboard.writeText(text).then(() => tell(true))));
  return element("div", { class: "keep row" }, ...buttons, done);
}

export function outcomeCard(outcome, messages, view) {
  const { words, heading, sources, locale } = view;
  const level = words(`level.${outcome.level}`);
  const notes = [];
  const shown = passages(messages, notes, sources);
  const names = notes.map((cite) => `${sources.name(cite)} (${cite})`);
  const text = summaryText({ heading, level, messages, sources: names, words, locale });
  return element("section", { class: "outcome", part: "outcome", "data-level": outcome.level, "aria-label": level },
    element("h3", {}, level),
    element("div", { class: "told" }, ...shown, ...sourceList(notes, view), keepButtons(text, view)));
}
