/// What this browser keeps of a conversation, so that it goes on after a reload: for a day, which
/// conversation it is; only while this tab is open, the person's words, which the server does not keep.

const KEPT_MS = 24 * 60 * 60 * 1000;

const emptyRecord = () => ({
  session: null,
  secret: null,
  isStored: false, // the server has answered a turn of this session
  seen: 0, // seq of the newest reply that this browser showed
  shownFrom: 0, // the first reply to show again, by its seq
  locale: null, // the language that the person chose, if they did
  lines: {}, // message id -> { text, isTapped }: what the person said
  waiting: [], // messages without an answer, oldest first
});

export class Memory {
  #key;
  #last = {}; // by storage, for browsers that refuse it

  constructor(key) {
    this.#key = `anamnesis:${key}`;
  }

  load() {
    const kept = this.#read("localStorage");
    if (!kept || Date.now() - kept.at >= KEPT_MS) return this.clear();
    const words = this.#read("sessionStorage");
    const isSame = words && words.session === kept.session;
    return { ...emptyRecord(), ...kept, ...(isSame ? words : {}) };
  }

  save({ lines, waiting, ...conversation }) {
    this.#write("localStorage", { ...conversation, at: Date.now() });
    this.#write("sessionStorage", { session: conversation.session, lines, waiting });
  }

  clear() {
    this.#write("localStorage", null);
    this.#write("sessionStorage", null);
    return emptyRecord();
  }

  /// Whether the conversation behind a launcher is open in this tab, on whichever page.
  get isOpen() {
    return this.#read("sessionStorage", ":open") === true;
  }

  set isOpen(isOpen) {
    this.#write("sessionStorage", isOpen || null, ":open");
  }

  /// Calls `changed(isGone)` when another window wrote to this conversation, or deleted it; gives the way to end that.
  watch(changed) {
    const listener = (event) =>
      event.key === this.#key && event.storageArea === localStorage && changed(!event.newValue);
    addEventListener("storage", listener);
    return () => removeEventListener("storage", listener);
  }

  #read(storage, of = "") {
    try {
      return JSON.parse(window[storage].getItem(this.#key + of));
    } catch {
      return this.#last[storage + of] ?? null;
    }
  }

  #write(storage, value, of = "") {
    this.#last[storage + of] = value;
    try {
      if (value) window[storage].setItem(this.#key + of, JSON.stringify(value));
      else window[storage].removeItem(this.#key + of);
    } catch {
      // Full or forbidden: the conversation goes on, a reload will not find it.
    }
  }
}
