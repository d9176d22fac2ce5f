/// What this browser keeps of a conversation, so that it goes on after a reload.
/// The server does not keep a person's words; here they stay until they delete them, or for a day.

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
  #last = null; // for browsers that refuse storage

  constructor(key) {
    this.#key = `anamnesis:${key}`;
  }

  load() {
    const kept = this.#read();
    if (kept && Date.now() - kept.at < KEPT_MS) return { ...emptyRecord(), ...kept };
    return kept ? this.clear() : emptyRecord();
  }

  save(record) {
    this.#last = { ...record, at: Date.now() };
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#last));
    } catch {
      // Full or forbidden: the conversation goes on, a reload will not find it.
    }
  }

  clear() {
    this.#last = null;
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing can be there.
    }
    return emptyRecord();
  }

  /// Calls `changed` when another window wrote to this conversation; gives the way to end that.
  watch(changed) {
    const listener = (event) => event.key === this.#key && changed();
    addEventListener("storage", listener);
    return () => removeEventListener("storage", listener);
  }

  #read() {
    try {
      return JSON.parse(localStorage.getItem(this.#key));
    } catch {
      return this.#last;
    }
  }
}
