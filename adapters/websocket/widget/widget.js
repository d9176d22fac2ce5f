/// <anamnesis-chat server="https://your.server/" dialog="lip-twitching" locale="en-GB">: a conversation with a server,
/// by default the one that this file came from. docs/widget.md tells of every attribute, event, part and property.

import { Conversation } from "./conversation.js";
import { element } from "./element.js";
import { Launcher, keepToVisible } from "./launcher.js";
import { Memory } from "./memory.js";
import { Panel } from "./panel.js";
import { Sources } from "./sources.js";
import { style } from "./style.js";
import { loadTexts } from "./texts.js";

const HERE = new URL(".", import.meta.url).href;

// The one sentence that no server needs to give.
const NOT_THERE = "This conversation cannot be loaded just now. In an emergency, call your emergency number.";

class AnamnesisChat extends HTMLElement {
  static get observedAttributes() {
    return ["locale"];
  }

  #shadow = this.attachShadow({ mode: "open" });
  #memory;
  #conversation = null;
  #launcher = null;
  #asked = null; // for the words of a language, newest; null while this is on no page
  #isBegun = false;
  #locale; // language and region, as they were asked for
  #left;

  connectedCallback() {
    this.#shadow.adoptedStyleSheets = [style];
    this.#memory = new Memory(`${this.#socketUrl} ${this.#dialog}`);
    this.#left = new AbortController();
    const { signal } = this.#left;
    keepToVisible(this, signal);
    addEventListener("online", () => this.#isBegun && this.#conversation?.connect(), { signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.#isBegun && this.#conversation?.open(), { signal });
    this.#begin();
  }

  disconnectedCallback() {
    this.#asked = null;
    this.#left.abort();
    this.#conversation?.close();
    this.#conversation = null;
  }

  attributeChangedCallback(_, before, now) {
    if (!this.#asked || before === now) return;
    if (this.#conversation) this.#speak(now ?? navigator.language);
    else this.#begin();
  }

  /// Of a conversation behind a launcher.
  open() {
    this.#launcher?.open();
  }

  close() {
    this.#launcher?.close();
  }

  /// What a server under `serve --explain` tells of why the conversation stands where it stands; else null.
  async explain() {
    return (await this.#conversation?.explain()) ?? null;
  }

  get #server() {
    return new URL(this.getAttribute("server") || HERE, document.baseURI);
  }

  get #socketUrl() {
    return new URL("ws", this.#server).href.replace(/^http/, "ws");
  }

  get #dialog() {
    return this.getAttribute("dialog") ?? "";
  }

  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  async #begin(locale = this.#memory.load().locale ?? this.getAttribute("locale") ?? navigator.language, spoken) {
    this.#locale = locale;
    const asked = this.#asked = {};
    const failed = () => asked === this.#asked && (this.#notThere(), true);
    const texts = await loadTexts(this.#server, this.#dialog, locale, failed);
    if (asked !== this.#asked) return;
    this.#conversation?.close();
    const heading = this.getAttribute("heading") ?? texts.words("heading");
    const sources = new Sources(texts.sources, this.getAttribute("article"));
    try {
      this.#build({ ...texts, heading, sources });
    } catch {
      return this.#notThere();
    }
    this.#isBegun = false;
    if (!this.#launcher || this.#launcher.isOpen) this.#start();
    if (spoken) this.#conversation.speak(locale, spoken);
    this.#tell("ready", { locale: texts.locale });
  }

  #build(texts) {
    const wasOpen = this.#launcher?.isOpen ?? this.#memory.isOpen;
    const draft = this.#shadow.querySelector("textarea")?.value;  // another language must not lose it
    const hadFocus = this.#shadow.activeElement;
    const panel = new Panel(texts, {
      say: (...turn) => this.#conversation.say(...turn),
      choose: (...turn) => this.#conversation.choose(...turn),
      command: (...turn) => this.#conversation.command(...turn),
      speak: (tag, name) => this.#speak(tag, name),
      goOn: () => this.#conversation.open(),
    });
    const where = { url: this.#socketUrl, dialog: this.#dialog, locale: this.#locale };
    this.#conversation = new Conversation(where, this.#memory, this.#watcherFor(panel));
    const isBehind = this.hasAttribute("launcher");
    this.#launcher = isBehind ? new Launcher(texts, panel, wasOpen, (isOpen) => this.#toggled(isOpen)) : null;
    this.toggleAttribute("open", isBehind && wasOpen);
    this.#shadow.replaceChildren(...(this.#launcher?.elements ?? [panel.root]));
    if (draft) panel.restore(draft);
    if (hadFocus) panel.focus();
  }

  /// Nothing is asked of the server for a conversation that nobody has opened.
  #start() {
    if (this.#isBegun) return;
    this.#isBegun = true;
    this.#conversation.open();
  }

  /// What the host page may know: that something was said, never what.
  #watcherFor(panel) {
    let outcome = null;
    return {
      connection: (state) => panel.connection(state),
      waiting: (...lines) => panel.waiting(...lines),
      refused: (...what) => panel.refused(...what),
      cleared: (reason) => {
        outcome = null;
        panel.cleared(reason);
        this.#tell("cleared", { reason });
      },
      replied: (reply, line, isOld) => {
        panel.replied(reply, line, isOld);
        this.#tell("reply", { seq: reply.seq, isOld });
        if (reply.outcome && reply.outcome.id !== outcome && !isOld)
          this.#tell("outcome", { id: reply.outcome.id, level: reply.outcome.level });
        outcome = reply.outcome?.id ?? null;
      },
    };
  }

  #toggled(isOpen) {
    this.toggleAttribute("open", isOpen);
    this.#memory.isOpen = isOpen;
    if (isOpen) this.#start();
    this.#tell(isOpen ? "open" : "close");
  }

  /// Another language; the region, and so the telephone numbers, stay.
  #speak(tag, name = tag) {
    const region = this.#locale.match(/[-_][^-_]+$/)?.[0] ?? "";
    this.#begin(tag.split(/[-_]/)[0] + region, name);
  }

  #notThere() {
    if (this.#shadow.childElementCount === 0)
      this.#shadow.append(element("p", { class: "trouble", role: "alert" }, NOT_THERE));
  }
}

if (!customElements.get("anamnesis-chat")) customElements.define("anamnesis-chat", AnamnesisChat);
