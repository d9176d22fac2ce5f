/// One conversation with the server: connects, goes on after a break, sends again what was not
/// answered. Knows nothing of the page. The messages: README, "Wire messages".

import { readMessage } from "./wire.js";

const SUBPROTOCOL = "anamnesis.v1";
const RETRY_FIRST_MS = 500;
const RETRY_LONGEST_MS = 15_000;
const ANSWER_LONGEST_MS = 15_000;
const TEXT_BYTES_MAX = 16 * 1024;
const WAITING_MAX = 16;

const PASSING_TROUBLES = ["busy", "unavailable"];
const LOST_SESSION = ["session_unknown", "out_of_order"];

export const fitsOneMessage = (text) => new TextEncoder().encode(text).length <= TEXT_BYTES_MAX;

// crypto.randomUUID exists on https pages only.
const newId = () =>
  crypto.getRandomValues(new Uint32Array(4)).join("-");

const isCommand = (message, name) => message?.type === "command" && message.name === name;
const tells = (reply, part) => reply.messages.some((message) => message.part === part);

/// `watcher` hears of it all: connection(state), replied(reply, line, isOld), waiting(lines, isSent),
/// refused(error, message), cleared(reason). States: connecting, open, offline, trouble, taken_over, ended.
/// A line is { text, isTapped }.
export class Conversation {
  #where;
  #memory;
  #watcher;
  #record;
  #seq = 0; // of the last reply shown
  #socket = null;
  #isReady = false;
  #isOver = false;
  #inFlight = null; // id of the message that is being answered
  #retries = 0;
  #isTroubled = false; // the server talks nonsense; until it gives one good reply
  #explained = null; // { id, tell } of an explanation that was asked for
  #timer;
  #endWatch;

  /// `where`: url, dialog, locale.
  constructor(where, memory, watcher) {
    this.#where = where;
    this.#memory = memory;
    this.#watcher = watcher;
  }

  open() {
    this.#endWatch?.();
    this.#endWatch = this.#memory.watch((isGone) => {
      if (isGone) this.#forgotten();
      else if (this.#memory.load().secret !== this.#record.secret) this.#end("taken_over");
    });
    this.#record = this.#memory.load();
    this.#seq = Math.max(0, this.#record.shownFrom - 1);
    this.#isOver = false;
    this.#watcher.cleared("opened");
    this.#tellWaiting();
    this.connect();
  }

  close() {
    this.#endWatch?.();
    this.#leave();
  }

  /// Now, instead of when the next try is due.
  connect() {
    if (this.#isOver || this.#isReady) return;
    this.#leave();
    if (this.#retries === 0) this.#watcher.connection("connecting");
    const socket = new WebSocket(this.#where.url, SUBPROTOCOL);
    socket.onopen = () => this.#send(this.#hello());
    socket.onmessage = ({ data }) => {
      try {
        this.#receive(readMessage(data));
      } catch {
        this.#troubled(); // also where what it says cannot be shown
      }
    };
    socket.onclose = () => this.#retry("offline");
    this.#socket = socket;
    this.#retryUnlessAnswered();
  }

  /// False where no more can wait.
  say(text) {
    if (this.#record.waiting.length >= WAITING_MAX) return false;
    this.#add({ type: "say", text }, { text });
    return true;
  }

  choose(question, choices, text) {
    this.#add({ type: "choose", question, choices }, { text, isTapped: true });
  }

  /// `more`: the argument of `change` or `language`, by its name.
  command(name, text, more = {}) {
    if (name === "delete") Object.assign(this.#record, { lines: {}, waiting: [] });
    this.#add({ type: "command", name, ...more }, { text, isTapped: true });
  }

  /// Another language, from now on and after a reload.
  speak(locale, text) {
    this.#record ??= this.#memory.load();
    this.#record.locale = locale;
    this.#save();
    if (this.#record.isStored) this.command("language", text, { locale });
  }

  /// Why the conversation stands where it stands; null where the server does not tell, or there is no connection.
  explain() {
    this.#explained?.tell(null);
    return new Promise((tell) => {
      if (!this.#isReady) return tell(null);
      this.#explained = { id: newId(), tell };
      this.#socket.send(JSON.stringify({ type: "explain", id: this.#explained.id }));
    });
  }

  #add(turn, line) {
    const message = { ...turn, id: newId() };
    this.#record.lines[message.id] = line;
    this.#record.waiting.push(message);
    this.#save();
    this.#sendNext();
    this.#tellWaiting();
  }

  /// Before its first turn a session exists only here, so there is nothing to go on with; unless a
  /// turn was sent whose answer was lost. After nonsense the last reply comes again, to show that all is well.
  #hello() {
    const { session, secret, isStored, waiting } = this.#record;
    if (session && (isStored || waiting.length > 0))
      return { type: "hello", session, secret, after: Math.max(0, this.#seq - (this.#isTroubled ? 1 : 0)) };
    const { dialog, locale } = this.#where;
    return { type: "hello", dialog, locale };
  }

  #receive(message) {
    clearTimeout(this.#timer);
    if (message.type === "explanation") this.#explained?.tell(message);
    if (message.type === "ready") this.#ready(message);
    if (message.type === "reply") this.#replied(message);
    if (message.type === "error") this.#failed(message);
    if (this.#inFlight) this.#retryUnlessAnswered();
  }

  #ready({ session, secret }) {
    Object.assign(this.#record, { session, secret });
    this.#isReady = true;
    if (this.#record.isStored || this.#record.waiting.length > 0) this.#save();
    if (!this.#isTroubled) this.#restored();
    this.#sendNext();
    this.#tellWaiting();
  }

  #restored() {
    this.#isTroubled = false;
    if (this.#record.waiting.length === 0) this.#retries = 0;
    this.#watcher.connection("open");
  }

  #replied(reply) {
    const answered = this.#settle(reply.for);
    if (tells(reply, "deleted")) return this.#forgotten();
    if (reply.seq > this.#seq) {
      if (answered && tells(reply, "started_over")) this.#startOver(reply.seq);
      this.#show(reply);
    }
    if (this.#isTroubled) this.#restored();
    if (this.#record.isStored) this.#save();
    this.#sendNext();
  }

  #show(reply) {
    const record = this.#record;
    const isOld = reply.seq <= record.seen;
    this.#watcher.replied(reply, record.lines[reply.for], isOld);
    this.#seq = reply.seq;
    record.seen = Math.max(record.seen, reply.seq);
    record.isStored ||= reply.for !== null;
  }

  #failed({ code, message, for: id }) {
    if (id && id === this.#explained?.id) return this.#explained.tell(null);
    if (code === "taken_over") return this.#end("taken_over");
    if (LOST_SESSION.includes(code)) return this.#lost();
    if (PASSING_TROUBLES.includes(code)) return this.#retry("offline");
    if (!this.#isReady) return this.#giveUp(message);
    // One message is in flight at a time, so an error without an id is about that one.
    const refused = this.#settle(id ?? this.#inFlight);
    if (refused) delete this.#record.lines[refused.id];
    this.#save();
    this.#watcher.refused(message, refused);
    this.#sendNext();
  }

  /// Takes a message out of those that wait.
  #settle(id) {
    const { waiting } = this.#record;
    if (this.#inFlight === id) this.#inFlight = null;
    const at = waiting.findIndex((message) => message.id === id);
    if (at < 0) return null;
    const [message] = waiting.splice(at, 1);
    this.#retries = 0;
    this.#tellWaiting();
    return message;
  }

  #startOver(seq) {
    const { waiting, lines } = this.#record;
    this.#record.lines = Object.fromEntries(waiting.map(({ id }) => [id, lines[id]]));
    this.#record.shownFrom = seq;
    this.#watcher.cleared("start_over");
  }

  #forgotten() {
    this.#record = this.#memory.clear();
    this.#isOver = false;
    this.#end("ended");
    this.#watcher.cleared("deleted");
  }

  /// The server does not know the session. Words that wait are sent in a new one.
  #lost() {
    const { isStored, waiting, lines } = this.#record;
    if (waiting.some((message) => isCommand(message, "delete"))) return this.#forgotten();
    this.#record = this.#memory.clear();
    this.#record.waiting = isStored ? waiting.filter(({ type }) => type === "say") : waiting;
    for (const { id } of this.#record.waiting) this.#record.lines[id] = lines[id];
    if (isStored) {
      this.#seq = 0;
      this.#watcher.cleared("session_unknown");
      this.#tellWaiting();
    }
    this.#retry("offline");
  }

  #giveUp(message) {
    this.#end("ended");
    this.#watcher.refused(message, null);
  }

  #end(state) {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#leave();
    this.#watcher.connection(state);
  }

  #troubled() {
    this.#isTroubled = true;
    this.#retry("trouble");
  }

  #retry(state) {
    this.#leave();
    const wait = Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#retries++);
    this.#timer = setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 4));
    this.#watcher.connection(this.#isTroubled ? "trouble" : state);
    this.#tellWaiting();
  }

  #retryUnlessAnswered() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retry("offline"), ANSWER_LONGEST_MS);
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#isReady = false;
    this.#inFlight = null;
    this.#explained?.tell(null);
    if (!this.#socket) return;
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = null;
  }

  #sendNext() {
    const [next] = this.#record.waiting;
    if (!next || !this.#isReady || this.#inFlight) return;
    this.#inFlight = next.id;
    this.#send(next);
  }

  #send(message) {
    this.#socket.send(JSON.stringify(message));
    this.#retryUnlessAnswered();
  }

  #save() {
    this.#memory.save(this.#record);
  }

  #tellWaiting() {
    const { waiting, lines } = this.#record;
    this.#watcher.waiting(waiting.map(({ id }) => lines[id]), this.#isReady);
  }
}
