/// <anamnesis-chat dialog="lip-twitching" locale="en-GB" heading="...">: a conversation with the
/// server that this file came from. Without `dialog`: the only one there, or the person is asked which.

import { Conversation } from "./conversation.js";
import { Memory } from "./memory.js";
import { Panel } from "./panel.js";
import { style } from "./style.js";
import { wordsFor } from "./words.js";

const server = new URL("ws", import.meta.url);
server.protocol = server.protocol.replace("http", "ws");

class AnamnesisChat extends HTMLElement {
  #conversation = null;
  #connectNow = () => this.#conversation.connect();

  connectedCallback() {
    this.#conversation ??= this.#build();
    this.#conversation.open();
    addEventListener("online", this.#connectNow);
  }

  disconnectedCallback() {
    removeEventListener("online", this.#connectNow);
    this.#conversation.close();
  }

  #build() {
    const dialog = this.getAttribute("dialog") ?? "";
    const locale = this.getAttribute("locale") ?? navigator.language;
    const words = wordsFor(locale);
    const panel = new Panel(words, this.getAttribute("heading") ?? words.heading, {
      say: (...turn) => conversation.say(...turn),
      choose: (...turn) => conversation.choose(...turn),
      command: (...turn) => conversation.command(...turn),
      goOn: () => conversation.open(),
    });
    const memory = new Memory(`${server.href} ${dialog}`);
    const conversation = new Conversation({ url: server.href, dialog, locale }, memory, panel);
    panel.root.lang = locale;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [style];
    shadow.append(panel.root);
    return conversation;
  }
}

customElements.define("anamnesis-chat", AnamnesisChat);
