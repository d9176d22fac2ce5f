/// Where the person writes. Enter sends, Shift+Enter begins a new line.

import { fitsOneMessage } from "./conversation.js";
import { element, icon, unseen } from "./element.js";

const ARROW = "M12 19V5M5 12l7-7 7 7";

export class Composer {
  #say;
  #text;
  #send;
  #hint;
  #words;

  /// `say(text)` is false where the text cannot be taken now.
  constructor(words, say) {
    this.#say = say;
    this.#words = words;
    this.#text = element("textarea", { rows: "1", placeholder: words("placeholder"), part: "input",
                                       "aria-label": words("message"), enterkeyhint: "send" });
    this.#send = element("button", { class: "send", part: "send" }, icon(ARROW), unseen(words("send")));
    this.#hint = element("p", { class: "hint", role: "alert" });
    const row = element("div", { class: "row" }, this.#text, this.#send);
    this.root = element("form", { class: "composer" }, this.#hint, row);
    this.#text.addEventListener("input", () => this.#check());
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
    this.#check();
  }

  #check() {
    const fits = fitsOneMessage(this.#text.value.trim());
    this.#hint.textContent = fits ? "" : this.#words("too_long");
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
    if (this.#say(text)) this.#text.value = "";
    else this.#hint.textContent = this.#words("too_many");
  }
}
