/// What is on the screen. Hears what happens from a Conversation (see there), and shows it.

import { choicesOf } from "./choices.js";
import { Composer } from "./composer.js";
import { button, element } from "./element.js";
import { menuOf } from "./menu.js";
import { bubbleOfPerson, noteLine, replyElements } from "./reply_view.js";

const SPACE_ABOVE_PX = 12;
const OLD_REPLIES_MS = 500;

export class Panel {
  #words;
  #person;
  #scroller = element("div", { class: "scroller", role: "log", "aria-live": "polite", tabindex: "0" });
  #settled = element("div", { class: "settled" });
  #asked = element("div", { class: "asked" });
  #waiting = element("div", { class: "waiting", "aria-live": "off" });
  #status = element("p", { class: "status", role: "status" });
  #progress = element("div", { class: "progress" });
  #composer;
  #menu;
  #choices = null;
  #shownOutcome = null;
  #isOver = false;
  #isWaiting = false;
  #followsAnswer = false;
  #quiet;

  /// `person` is told what they do: say(text), choose(question, choices, line), command(name, line),
  /// goOn().
  constructor(words, heading, person) {
    this.#words = words;
    this.#person = person;
    this.#composer = new Composer(words, (text) => this.#say(text));
    this.#menu = menuOf(words, (name, line) => this.#command(name, line));
    this.#scroller.setAttribute("aria-label", words.log);
    this.#scroller.append(this.#settled, this.#asked, this.#waiting);
    this.root = element("section", { class: "chat", "aria-label": heading },
      element("header", {}, element("h2", {}, heading), this.#menu),
      element("p", { class: "notice" }, words.notice),
      this.#progress, this.#scroller, this.#status, this.#composer.root);
  }

  connection(state) {
    this.#isOver = state === "taken_over" || state === "ended";
    this.#status.replaceChildren(this.#words.states[state]);
    if (this.#isOver) this.#status.append(button(this.#words.goOn[state], () => this.#person.goOn()));
    this.#composer.disabled = this.#isOver;
    this.#menu.hidden = this.#isOver;
    this.#updateChoices();
  }

  replied(reply, line, isOld) {
    const { outcome, question, progress } = reply;
    const shown = replyElements(reply, this.#shownOutcome, this.#words, isOld);
    if (line !== undefined) shown.unshift(bubbleOfPerson(line, this.#words));
    if (isOld) this.#stayQuiet();
    this.#settled.append(...shown);
    this.#shownOutcome = outcome?.id ?? null;
    this.#ask(question, reply.messages.at(-1)?.text);
    this.#showProgress(question && progress);
    const card = outcome?.level === "emergency" && shown.find((part) => part.matches(".outcome"));
    this.#scrollTo(card || shown[0]); // on a small screen the call button counts most
    if (!isOld) this.#follow();
  }

  waiting(lines) {
    const { sending } = this.#words;
    this.#isWaiting = lines.length > 0;
    this.#waiting.replaceChildren(...lines.map((line) => bubbleOfPerson(line, this.#words, sending)));
    if (this.#isWaiting) this.#scrollTo(this.#waiting);
    this.#updateChoices();
  }

  refused(message, refused) {
    this.#settled.append(noteLine(message));
    if (refused?.type === "say") this.#composer.restore(refused.text);
  }

  cleared(reason) {
    const note = this.#words.cleared[reason];
    this.#settled.replaceChildren(...(note ? [noteLine(note)] : []));
    this.#shownOutcome = null;
    this.#ask(null);
    this.#showProgress(null);
  }

  /// A command in words is the command: this browser has something to forget too.
  #say(text) {
    const name = this.#words.typed.get(text.toLowerCase());
    if (name) this.#person.command(name, text);
    else this.#person.say(text);
  }

  #command(name, line) {
    this.#followsAnswer = true;
    this.#person.command(name, line);
  }

  #ask(question, legend) {
    this.#choices = question && choicesOf(question, legend, this.#words, (choices, line) => {
      this.#followsAnswer = true;
      this.#person.choose(question.id, choices, line);
    });
    this.#asked.replaceChildren(...(question ? [this.#choices] : []));
    this.#updateChoices();
  }

  #updateChoices() {
    if (this.#choices) this.#choices.disabled = this.#isOver || this.#isWaiting;
  }

  #showProgress(progress) {
    if (!progress || progress.of === 0) return this.#progress.replaceChildren();
    const text = this.#words.progress(progress.done, progress.of);
    const bar = element("progress", { value: progress.done, max: progress.of, "aria-label": text });
    this.#progress.replaceChildren(element("span", { "aria-hidden": "true" }, text), bar);
  }

  /// The keyboard goes on where the person answered: not on a button, which a second press of the
  /// same key would answer unread, nor in the text field, which would open a phone's keyboard.
  #follow() {
    if (this.#followsAnswer) (this.#choices ?? this.#scroller).focus({ preventScroll: true });
    this.#followsAnswer = false;
  }

  /// A screen reader is not to read a whole conversation again after a reload.
  #stayQuiet() {
    clearTimeout(this.#quiet);
    this.#scroller.setAttribute("aria-live", "off");
    this.#quiet = setTimeout(() => this.#scroller.setAttribute("aria-live", "polite"), OLD_REPLIES_MS);
  }

  #scrollTo(shown) {
    if (shown) this.#scroller.scrollTop = shown.offsetTop - SPACE_ABOVE_PX;
  }
}
