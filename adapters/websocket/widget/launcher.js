/// The conversation behind a button in the corner of a page: opened, closed, and open again on the next page.

import { button, icon, unseen } from "./element.js";

const SPEECH = "M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z";
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
    panel.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) this.close();
    });
    this.elements = [panel.root, this.#opener];
  }

  get isOpen() {
    return !this.#panel.root.hidden;
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
export function keepToVisible(host) {
  const view = window.visualViewport;
  if (!view) return () => {};
  const left = new AbortController();
  const measure = () => {
    host.style.setProperty("--visible-height", `${view.height}px`);
    host.style.setProperty("--visible-top", `${view.offsetTop}px`);
  };
  for (const change of ["resize", "scroll"]) view.addEventListener(change, measure, { signal: left.signal });
  measure();
  return () => left.abort();
}
