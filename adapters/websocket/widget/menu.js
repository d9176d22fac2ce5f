/// The commands. What cannot be undone is asked for twice.

import { button, element } from "./element.js";

function confirmation(question, yes, cancel, run) {
  const close = () => dialog.close();
  const sure = button(yes, () => { close(); run(); }, { class: "danger" });
  const row = element("div", { class: "row" }, button(cancel, close), sure);
  const dialog = element("dialog", { "aria-label": question }, element("p", {}, question), row);
  return dialog;
}

function foldingList(label, commands) {
  const summary = element("summary", {}, label);
  const box = element("div", { class: "commands" }, ...commands);
  const list = element("details", {}, summary, box);
  const close = () => { list.open = false; summary.focus(); };
  box.addEventListener("click", close, { capture: true }); // before a command opens its dialog
  list.addEventListener("keydown", ({ key }) => key === "Escape" && list.open && close());
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !list.contains(relatedTarget)) list.open = false;
  });
  return list;
}

export function menuOf(words, run) {
  const dialogs = [];
  const commands = Object.entries(words.commands).map(([name, label]) => {
    const runIt = () => run(name, label);
    const question = words.confirm[name];
    if (!question) return button(label, runIt, { value: name });
    const dialog = confirmation(question, words.yes[name], words.cancel, runIt);
    dialogs.push(dialog);
    return button(label, () => dialog.showModal(), { value: name });
  });
  return element("div", { class: "menu" }, foldingList(words.menu, commands), ...dialogs);
}
