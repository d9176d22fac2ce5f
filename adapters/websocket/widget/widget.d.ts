/** Types of <anamnesis-chat>, for pages that are written in TypeScript. docs/widget.md is the manual. */

export type Level = "emergency" | "urgent" | "soon" | "routine" | "self_care";

export interface AnamnesisChatEvents {
  /** The words are there, and the conversation can begin. */
  ready: CustomEvent<{ locale: string }>;
  /** Of a conversation behind a launcher. */
  open: CustomEvent<Record<string, never>>;
  close: CustomEvent<Record<string, never>>;
  /** A reply is on the screen; `isOld`: again, after a reload. */
  reply: CustomEvent<{ seq: number; isOld: boolean }>;
  /** The conversation has come to this, for the first time or anew. */
  outcome: CustomEvent<{ id: string; level: Level }>;
  cleared: CustomEvent<{ reason: "opened" | "start_over" | "deleted" | "session_unknown" }>;
}

export interface Explanation {
  facts: { finding: string; value: string; label: string; how: "button" | "typed" | "in_passing" | "command";
           turn: number; question: string | null; phrase: string | null; span: [number, number] }[];
  rule: string;
  outcome: string;
  level: Level;
  why: string | null;
  cite: string[];
  flips: { finding: string; value: string; label: string; level: Level }[];
}

export interface AnamnesisChatElement extends HTMLElement {
  open(): void;
  close(): void;
  /** Null unless the server was started with --explain. */
  explain(): Promise<Explanation | null>;
  addEventListener<K extends keyof AnamnesisChatEvents>(
    type: K, listener: (this: AnamnesisChatElement, event: AnamnesisChatEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "anamnesis-chat": AnamnesisChatElement;
  }
}
