/// The conversation behind a button in the corner of a page: opened, closed, and open again on the next page.

import { button, icon, unseen } from "./element.js";

const SPEECH = "M3 5h18v12h-9l-5 4v-4H3z";
const CROSS = "M6 6l12 12M18 6L6 18";

export class Launcher {
  #panel;
  #toggled;
  #opener;

  /// `toggled(isOpen)` hears of every change.
  constructor({ words, heading, locale, direction }, panel, isOpen, toggled) {
    this.#panel = panel;
    this.#toggled = toggled;
    this.#opener = button("", () => this.open(), { class: "launcher", part: "launcher", lang: locale,
                                                    dir: direction });
    this.#opener.append(icon(SPEECH), heading);
    const closer = button("", () => this.close(), { class: "close", part: "close" });
    closer.append(icon(CROSS), unseen(words("close")));
    panel.header.append(closer);
    panel.root.setAttribute("role", "dialog");
    panel.root.hidden = !isOpen;
    this.#opener.hidden = isOpen;
    panel.root.addEventListener("click", ({ target }) => {
      if (this.#isFull && target.closest("a.source:not([target])")) this.close(); // the place is behind it
    });
    panel.root.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && this.#isFull && !panel.root.contains(next)) setTimeout(() => panel.focus()); // as hidden as the page
    });
    panel.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) this.close();
    });
    this.elements = [panel.root, this.#opener];
  }

  get isOpen() {
    return !this.#panel.root.hidden;
  }

  get #isFull() {
    return this.isOpen && this.#panel.root.offsetWidth >= document.documentElement.clientWidth;
  }

  open() {
    if (this.isOpen) return;
    this.#show(true);
    this.#panel.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.#show(false);
    this.#opener.focus();
  }

  #show(isOpen) {
    this.#panel.root.hidden = !isOpen;
    this.#opener.hidden = isOpen;
    this.#toggled(isOpen);
  }
}

/// On a phone the keyboard covers part of the page; the conversation keeps to what is left.
export function keepToVisible(host, signal) {
  const view = window.visualViewport;
  if (!view) return;
  const measure = () => {
    if (view.scale > 1) return; // a person looks closer: that is no keyboard
    host.style.setProperty("--visible-height", `${view.height}px`);
    host.style.setProperty("--visible-top", `${view.offsetTop}px`);
  };
  for (const change of ["resize", "scroll"]) view.addEventListener(change, measure, { signal });
  measure();
}
