/// Where the person writes. Enter sends, Shift+Enter begins a new line.

import { fitsOneMessage } from "./conversation.js";
import { element } from "./element.js";

export class Composer {
  #say;
  #text;
  #send;
  #hint;

  constructor(words, say) {
    this.#say = say;
    this.#text = element("textarea", { rows: "1", placeholder: words.placeholder,
                                       "aria-label": words.message, enterkeyhint: "send" });
    this.#send = element("button", { class: "send" }, words.send);
    this.#hint = element("p", { class: "hint", role: "alert" });
    const row = element("div", { class: "row" }, this.#text, this.#send);
    this.root = element("form", { class: "composer" }, this.#hint, row);
    this.#text.addEventListener("input", () => this.#check(words.tooLong));
    this.#text.addEventListener("keydown", (event) => this.#sendOnEnter(event));
    this.root.addEventListener("submit", (event) => this.#submit(event));
  }

  set disabled(isDisabled) {
    this.#text.disabled = this.#send.disabled = isDisabled;
  }

  /// Gives a text back that could not be sent, unless another one is being written.
  restore(text) {
    if (this.#text.value !== "") return;
    this.#text.value = text;
    this.#text.dispatchEvent(new Event("input"));
  }

  #check(tooLong) {
    const fits = fitsOneMessage(this.#text.value.trim());
    this.#hint.textContent = fits ? "" : tooLong;
    this.#send.disabled = !fits;
  }

  #sendOnEnter(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.root.requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#text.value.trim();
    if (text === "" || !fitsOneMessage(text)) return;
    this.#text.value = "";
    this.#say(text);
  }
}
