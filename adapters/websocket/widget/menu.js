/// What a person may ask of the conversation itself. What cannot be undone is asked for twice.

import { button, element, icon, unseen } from "./element.js";

const COMMANDS = ["back", "known", "start_over", "delete"];
const ASKED_TWICE = ["start_over", "delete"];
const BARS = "M4 7h16M4 12h16M4 17h16";

function confirmation(name, words, run) {
  const question = words(`confirm.${name}`);
  const close = () => dialog.close();
  const sure = button(words(`confirmed.${name}`), () => { close(); run(); }, { class: "danger" });
  const row = element("div", { class: "row" }, button(words("cancel"), close), sure);
  const dialog = element("dialog", { "aria-label": question }, element("p", {}, question), row);
  return dialog;
}

function foldingList(label, items) {
  const summary = element("summary", {}, icon(BARS), unseen(label));
  const box = element("div", { class: "commands" }, ...items);
  const list = element("details", {}, summary, box);
  const close = () => { list.open = false; summary.focus(); };
  box.addEventListener("click", close, { capture: true }); // before a command opens its dialog
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !list.open) return;
    event.preventDefault(); // and does not close the whole conversation
    close();
  });
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !list.contains(relatedTarget)) list.open = false;
  });
  return list;
}

function languageButtons({ words, languages, locale }, speak) {
  if (languages.length < 2) return [];
  const buttons = languages.map(({ tag, name }) => button(name, () => speak(tag, name), {
    value: tag, lang: tag, "aria-pressed": String(tag === locale) }));
  return [element("div", { role: "group", "aria-label": words("languages"), class: "languages" }, ...buttons)];
}

/// `run(name, line)` hears a command, `speak(locale, line)` a language.
export function menuOf(texts, run, speak) {
  const { words } = texts;
  const dialogs = [];
  const commands = COMMANDS.map((name) => {
    const label = words(`commands.${name}`);
    if (!ASKED_TWICE.includes(name)) return button(label, () => run(name, label), { value: name });
    const dialog = confirmation(name, words, () => run(name, label));
    dialogs.push(dialog);
    return button(label, () => dialog.showModal(), { value: name });
  });
  return element("div", { class: "menu" },
    foldingList(words("menu"), [...commands, ...languageButtons(texts, speak)]), ...dialogs);
}
