/// What is on the screen. Hears what happens from a Conversation (see there), and shows it.

import { Alarm } from "./alarm.js";
import { choicesOf } from "./choices.js";
import { Composer } from "./composer.js";
import { button, element, unseen } from "./element.js";
import { menuOf } from "./menu.js";
import { bubbleOfPerson, noteLine, replyElements } from "./reply_view.js";

const SPACE_ABOVE_PX = 12;
const OLD_REPLIES_MS = 500;

/// What is there already is not announced again.
const sayOnce = (line, text) => { if (line.textContent !== text) line.textContent = text; };

export class Panel {
  #words;
  #states;
  #view;
  #person;
  #log = element("div", { class: "settled", part: "log", role: "log", "aria-live": "polite" });
  #asked = element("div", { class: "asked" });
  #waiting = element("div", { class: "waiting", "aria-live": "off" });
  #scroller = element("div", { class: "scroller", role: "group", tabindex: "0" },
    this.#log, this.#asked, this.#waiting);
  #status = element("p", { class: "status", role: "status" });
  #trouble = element("p", { class: "trouble", role: "alert" });
  #progress = element("div", { class: "progress" });
  #alarm;
  #composer;
  #menu;
  #choices = null;
  #shownOutcome = null;
  #isOver = false;
  #waits = 0;
  #followsAnswer = false;
  #quiet;

  /// `texts`: loadTexts(), with `heading` and `sources`. `person` is told what they do: say(text), choose(question,
  /// choices, line), command(name, line, more), speak(locale, line), goOn().
  constructor(texts, person) {
    const { words, heading, sources, states, direction, locale } = texts;
    this.#words = words;
    this.#states = states;
    this.#person = person;
    this.#view = { words, sources, heading, locale, change: (question, label) => this.#change(question, label) };
    this.#alarm = new Alarm(words);
    this.#composer = new Composer(words, (text) => person.say(text));
    this.#menu = menuOf(texts, (name, line) => this.#command(name, line), (...language) => person.speak(...language));
    this.#log.setAttribute("aria-label", words("log"));
    this.#scroller.setAttribute("aria-label", words("log"));
    this.header = element("header", { part: "header" }, element("h2", {}, heading), this.#menu);
    const named = { "aria-label": heading, lang: locale, dir: direction };
    this.root = element("section", { class: "chat", part: "window", ...named },
      this.header, element("p", { class: "notice", part: "notice" }, words("notice")), this.#alarm.root,
      this.#progress, this.#scroller, this.#status, this.#trouble, this.#composer.root);
  }

  focus() {
    this.#scroller.focus();
  }

  restore(draft) {
    this.#composer.restore(draft);
  }

  connection(state) {
    this.#isOver = state === "taken_over" || state === "ended";
    const isTrouble = state === "trouble";
    const told = this.#words(`state.${state}`);
    sayOnce(this.#status, isTrouble ? "" : told);
    sayOnce(this.#trouble, isTrouble ? told : "");
    if (this.#isOver) this.#status.append(button(this.#words(`go_on.${state}`), () => { this.#person.goOn(); this.focus(); }));
    this.#composer.disabled = this.#isOver;
    this.#menu.hidden = this.#isOver;
    this.#updateChoices();
  }

  replied(reply, line, isOld) {
    const { outcome, question, progress, state } = reply;
    const shown = replyElements(reply, line, this.#shownOutcome, this.#view);
    if (line !== undefined) shown.unshift(bubbleOfPerson(line, this.#words));
    if (isOld) this.#stayQuiet();
    this.#log.append(...shown);
    this.#alarm.show(reply);
    this.#shownOutcome = outcome?.id ?? null;
    this.#ask(question, reply.messages.at(-1)?.text);
    this.#showProgress(question && progress, state);
    this.#scrollTo(shown.find((part) => part.matches(".outcome")) ?? shown[0]);
    if (!isOld) this.#follow();
  }

  waiting(lines, isSent) {
    const isMore = lines.length > this.#waits;
    this.#waits = lines.length;
    const shown = lines.map((line, at) =>
      bubbleOfPerson(line, this.#words, isSent && at === 0 ? "" : this.#words("waiting")));
    if (this.#waits && isSent) shown.splice(1, 0, this.#dots());
    this.#waiting.replaceChildren(...shown);
    if (isMore) this.#scrollTo(this.#waiting);
    this.#updateChoices();
  }

  refused(message, refused) {
    this.#log.append(noteLine(message));
    if (refused?.type === "say") this.#composer.restore(refused.text);
  }

  cleared(reason) {
    const note = this.#words(`cleared.${reason}`);
    this.#log.replaceChildren(...(note ? [noteLine(note)] : []));
    this.#shownOutcome = null;
    this.#alarm.clear();
    this.#ask(null);
    this.#showProgress(null);
    if (note) this.#follow();
  }

  #dots() {
    const dots = element("span", { class: "dots", "aria-hidden": "true" }, "• • •");
    return element("p", { class: "message preparing" }, unseen(this.#words("preparing")), dots);
  }

  #command(name, line, more) {
    this.#followsAnswer = true;
    this.#person.command(name, line, more);
  }

  #change(question, label) {
    if (!this.#isOver) this.#command("change", this.#words("change", label), { question });
  }

  #ask(question, legend) {
    this.#choices = question && choicesOf(question, legend, this.#words, (choices, line) => {
      this.#followsAnswer = true;
      this.#person.choose(question.id, choices, line);
    });
    const label = this.#words("why");
    const why = button(label, () => this.#command("why", label), { class: "why" });
    this.#asked.replaceChildren(...(question ? [this.#choices, why] : []));
    this.#updateChoices();
  }

  #updateChoices() {
    const isClosed = this.#isOver || this.#waits > 0;
    for (const part of this.#asked.children) part.disabled = isClosed;
  }

  #showProgress(progress, state) {
    if (!progress || progress.of === 0) return this.#progress.replaceChildren();
    const at = this.#words("progress", progress.done + 1, progress.of);
    const text = this.#states[state] ? `${this.#states[state]} · ${at}` : at;
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
    this.#log.setAttribute("aria-live", "off");
    this.#quiet = setTimeout(() => this.#log.setAttribute("aria-live", "polite"), OLD_REPLIES_MS);
  }

  #scrollTo(shown) {
    if (shown) this.#scroller.scrollTop = shown.offsetTop - SPACE_ABOVE_PX;
  }
}
