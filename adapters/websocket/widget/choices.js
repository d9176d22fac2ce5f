/// The buttons of an open question. `answer(choices, line)` hears the choice and how it reads.

import { button, element } from "./element.js";

const UNSURE = "unsure";

export function choicesOf({ style, options }, legend, words, answer) {
  const group = element("fieldset", { class: `choices ${style}`, part: "choices", tabindex: "-1" });
  group.append(element("legend", { class: "unseen" }, legend || words("answers")));
  const given = options.filter(({ id }) => id !== UNSURE);
  const unsure = options.filter(({ id }) => id === UNSURE);
  if (style === "any_of") group.append(...severalOf(given, unsure, words, answer));
  else group.append(...options.map((option) => choiceButton(option, answer)));
  return group;
}

const choiceButton = ({ id, label }, answer) =>
  button(label, () => answer([id], label), { class: "choice", part: "choice", value: id });

/// "None of these" and "Not sure" are there while nothing is chosen, "Send these" when something is: what
/// was chosen is not dropped by a slip of the finger.
function severalOf(options, unsure, words, answer) {
  const boxes = options.map(({ id }) => element("input", { type: "checkbox", value: id }));
  const chosen = () => options.filter((_, at) => boxes[at].checked);
  const rows = options.map(({ label }, at) =>
    element("label", { class: "chip", part: "choice" }, boxes[at], element("span", {}, label)));
  const send = button(words("send_chosen"), () => {
    const picked = chosen();
    answer(picked.map(({ id }) => id), picked.map(({ label }) => label).join(", "));
  }, { class: "choice send", part: "choice" });
  const none = button(words("none"), () => answer([], words("none")), { class: "choice none", part: "choice" });
  const others = [none, ...unsure.map((option) => choiceButton(option, answer))];
  const update = () => {
    const isAny = chosen().length > 0;
    send.disabled = !isAny;
    for (const other of others) other.disabled = isAny;
  };
  for (const box of boxes) box.addEventListener("change", update);
  update();
  return [...rows, element("div", { class: "row" }, ...others, send)];
}
