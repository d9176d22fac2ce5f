/// What this browser keeps of a conversation, so that it goes on after a reload: for a day, which
/// conversation it is; only while this tab is open, the person's words, which the server does not keep.

const KEPT_MS = 24 * 60 * 60 * 1000;

const emptyRecord = () => ({
  session: null,
  secret: null,
  isStored: false, // the server has answered a turn of this session
  seen: 0, // seq of the newest reply that this browser showed
  shownFrom: 0, // the first reply to show again, by its seq
  lines: {}, // message id -> what the person said
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
    if (!kept) return emptyRecord();
    if (Date.now() - kept.at >= KEPT_MS) return this.clear();
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

  /// Calls `changed` when another window wrote to this conversation; gives the way to end that.
  watch(changed) {
    const listener = (event) =>
      event.key === this.#key && event.storageArea === localStorage && changed();
    addEventListener("storage", listener);
    return () => removeEventListener("storage", listener);
  }

  #read(storage) {
    try {
      return JSON.parse(window[storage].getItem(this.#key));
    } catch {
      return this.#last[storage] ?? null;
    }
  }

  #write(storage, value) {
    this.#last[storage] = value;
    try {
      if (value) window[storage].setItem(this.#key, JSON.stringify(value));
      else window[storage].removeItem(this.#key);
    } catch {
      // Full or forbidden: the conversation goes on, a reload will not find it.
    }
  }
}
