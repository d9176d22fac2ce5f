/// The look, as a constructed style sheet: it needs no permission under a content security policy.

export const style = new CSSStyleSheet();

style.replaceSync(`
:host {
  --paper: #fbfaf7; --sheet: #ffffff; --ink: #1d2a30; --quiet: #52616a; --line: #d5dad8;
  --accent: #14646c; --on-accent: #ffffff; --mine: #dcedec; --notice: #f3efe2;
  --emergency: #b3121d; --urgent: #a34a00; --soon: #6d5600; --routine: #2a5a94; --self-care: #2b6a3b;
  --on-level: #ffffff;
  display: block;
  block-size: min(44rem, 85vh);
  block-size: min(44rem, 85dvh);
  min-block-size: 22rem;
  color-scheme: light dark;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :host {
    --paper: #12191c; --sheet: #1c2529; --ink: #e7ecec; --quiet: #a9b6ba; --line: #3a464b;
    --accent: #7fd0d2; --on-accent: #0b2427; --mine: #1f4346; --notice: #2a2819;
    --emergency: #ff9a94; --urgent: #ffb37a; --soon: #e6cf70; --routine: #9cc4f5; --self-care: #93d3a2;
    --on-level: #14191b;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.unseen {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.chat {
  display: flex; flex-direction: column; block-size: 100%; overflow: hidden;
  background: var(--paper); color: var(--ink);
  border: 1px solid var(--line); border-radius: 0.75rem;
}
header {
  display: flex; align-items: center; justify-content: space-between; gap: 0.75rem;
  min-block-size: 3.75rem; padding: 0.5rem 0.5rem 0.5rem 1rem; background: var(--sheet);
}
h2 { margin: 0; font-size: 1.125rem; line-height: 1.3; }
.notice {
  margin: 0; padding: 0.375rem 1rem; font-size: 0.875rem; line-height: 1.4;
  background: var(--notice); border-block: 1px solid var(--line);
}
.progress {
  display: flex; align-items: center; gap: 0.75rem; padding: 0.375rem 1rem; font-size: 0.875rem;
  color: var(--quiet); white-space: nowrap;
}
.progress:empty { display: none; }
progress {
  flex: 1; block-size: 0.375rem; appearance: none; border: 0; border-radius: 1rem;
  overflow: hidden; background: var(--line);
}
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--accent); }
progress::-moz-progress-bar { background: var(--accent); }

.scroller {
  position: relative; flex: 1; overflow-y: auto; overscroll-behavior: contain;
  padding: 0.75rem 1rem;
}
.scroller:focus-visible { outline-offset: -3px; }
.settled, .waiting {
  display: flex; flex-direction: column; align-items: flex-start; gap: 0.5rem;
}
.waiting:not(:empty) { margin-block-start: 0.75rem; }
.message, .told { white-space: pre-line; overflow-wrap: anywhere; }
.message {
  margin: 0; max-inline-size: min(36rem, 92%); padding: 0.5rem 0.875rem;
  background: var(--sheet); border: 1px solid var(--line);
  border-radius: 0.25rem 1rem 1rem 1rem;
}
.person {
  align-self: flex-end; margin-block: 0.5rem; max-inline-size: 85%; background: var(--mine);
  border-color: transparent; border-radius: 1rem 0.25rem 1rem 1rem;
}
.aside {
  align-self: center; margin: 0.25rem; padding: 0.25rem 0.75rem; color: var(--quiet);
  font-size: 0.9375rem; text-align: center;
}
.cite, .note {
  display: block; margin-block-start: 0.125rem; font-size: 0.8125rem; color: var(--quiet);
}
.note { visibility: hidden; animation: appear 0s 1s forwards; }
@keyframes appear { to { visibility: visible; } }

.outcome {
  align-self: stretch; margin-block: 0.25rem; background: var(--sheet);
  border: 2px solid var(--level); border-radius: 0.75rem; overflow: hidden;
}
.outcome[data-level="emergency"] { --level: var(--emergency); }
.outcome[data-level="urgent"] { --level: var(--urgent); }
.outcome[data-level="soon"] { --level: var(--soon); }
.outcome[data-level="routine"] { --level: var(--routine); }
.outcome[data-level="self_care"] { --level: var(--self-care); }
h3 {
  margin: 0; padding: 0.5rem 1rem; font-size: 1.125rem; line-height: 1.35;
  background: var(--level); color: var(--on-level);
}
.told { margin: 0.625rem 1rem; }
.lead { font-weight: 600; }
.call {
  display: block; margin: 0.875rem 1rem; padding: 0.75rem 1rem; border-radius: 0.75rem;
  background: var(--level); color: var(--on-level); font-size: 1.5rem; font-weight: 700;
  text-align: center; text-decoration: none;
}

button, .chip, summary {
  min-block-size: 2.75rem; padding: 0.5rem 1rem; border: 1px solid var(--accent);
  border-radius: 1.375rem; background: var(--sheet); color: var(--accent); font: inherit;
  line-height: 1.3; cursor: pointer; touch-action: manipulation;
}
button:hover, .chip:hover, summary:hover { background: var(--mine); }
button:disabled {
  border-color: var(--line); color: var(--quiet); background: transparent; cursor: default;
}
.choice.send:not(:disabled),
.composer:has(textarea:not(:placeholder-shown)) .send:not(:disabled) {
  background: var(--accent); color: var(--on-accent);
}
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }

.choices {
  display: flex; flex-wrap: wrap; gap: 0.5rem; min-inline-size: 0; margin: 0.75rem 0 0;
  padding: 0.25rem; border: 0; border-radius: 0.75rem;
}
.choices > .row { inline-size: 100%; margin-block-start: 0.25rem; }
.chip {
  display: flex; align-items: center; gap: 0.625rem; inline-size: 100%; border-radius: 0.75rem;
  text-align: start; color: var(--ink); border-color: var(--line);
}
.chip:has(:checked) { background: var(--mine); border-color: var(--accent); }
.chip:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.chip input {
  outline: none; flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin: 0;
  accent-color: var(--accent);
}
.choices:disabled .chip { color: var(--quiet); cursor: default; }

.menu { position: relative; }
summary { display: flex; align-items: center; list-style: none; border-color: var(--line); }
summary::-webkit-details-marker { display: none; }
.commands {
  position: absolute; z-index: 1; inset-inline-end: 0; margin-block-start: 0.25rem;
  inline-size: max-content; max-inline-size: 80vw; padding: 0.25rem; background: var(--sheet);
  border: 1px solid var(--line); border-radius: 0.75rem;
  box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.2);
}
.commands button {
  display: block; inline-size: 100%; border-color: transparent; border-radius: 0.5rem;
  text-align: start; color: var(--ink); background: transparent;
}
.commands button:hover { background: var(--mine); }
dialog {
  max-inline-size: min(26rem, calc(100vw - 3rem)); padding: 1rem 1.25rem;
  border: 1px solid var(--line); border-radius: 0.75rem; background: var(--sheet);
  color: var(--ink);
}
dialog::backdrop { background: rgb(0 0 0 / 0.5); }
dialog p { margin: 0 0 1rem; }
dialog .row { justify-content: flex-end; }
.danger { border-color: var(--emergency); color: var(--emergency); }

.status { margin: 0; padding: 0 1rem; color: var(--quiet); font-size: 0.9375rem; }
.status:not(:empty) { padding-block: 0.375rem; }
.status button { display: block; margin-block: 0.375rem; }
.composer {
  padding: 0.625rem; background: var(--sheet); border-block-start: 1px solid var(--line);
}
.composer .row { flex-wrap: nowrap; align-items: flex-end; }
.hint { margin: 0; color: var(--emergency); font-size: 0.9375rem; }
.hint:not(:empty) { padding: 0 0.375rem 0.5rem; }
textarea {
  flex: 1; min-inline-size: 0; min-block-size: 2.75rem; max-block-size: 9rem;
  field-sizing: content; resize: none; padding: 0.5625rem 0.875rem;
  border: 1px solid var(--quiet); border-radius: 1.375rem; background: var(--paper);
  color: inherit; font: inherit;
}
textarea::placeholder { color: var(--quiet); opacity: 1; }
textarea:focus-visible { outline-offset: 0; }

@media (prefers-reduced-motion: no-preference) {
  .scroller { scroll-behavior: smooth; }
}
@media (forced-colors: active) {
  .call, h3 { border: 1px solid; }
}
`);
