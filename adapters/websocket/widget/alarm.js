/// The emergency, in view for as long as it lasts: said at once by screen readers, with the number to call.

import { element, icon } from "./element.js";

const PHONE = "M4 3h5l2 5-3 2a11 11 0 0 0 6 6l2-3 5 2v5A16 16 0 0 1 4 3z";

export class Alarm {
  #words;
  #shown = null;
  root = element("div", { class: "alarm", part: "alarm", role: "alert" });

  constructor(words) {
    this.#words = words;
  }

  /// Of a reply; nothing changes, and nothing is said again, while it is the same one.
  show({ outcome, messages }) {
    const isEmergency = outcome?.level === "emergency";
    const id = isEmergency ? outcome.id : null;
    if (id === this.#shown) return;
    this.#shown = id;
    this.root.replaceChildren(...(isEmergency ? this.#content(outcome, messages) : []));
  }

  clear() {
    this.show({ outcome: null });
  }

  #content({ level, emergency_number: number }, messages) {
    const title = element("strong", {}, this.#words(`level.${level}`));
    const action = messages.find(({ part }) => part === "action")?.text ?? "";
    if (!number) return [title, element("p", {}, action)];
    const link = { class: "call", part: "call", href: `tel:${number}` };
    const call = element("a", link, icon(PHONE), this.#words("call", number));
    return [title, call];
  }
}
