/// A reply of the server and a line of the person, as page elements.

import { button, element, icon, unseen } from "./element.js";
import { outcomeCard } from "./outcome_card.js";

const ALARMS = ["emergency", "urgent"];
const PENCIL = "M4 20l1-4L16 5l3 3L8 19z";

export function bubbleOfPerson({ text }, words, note) {
  const look = { class: "message person", part: "message", dir: "auto" };
  const bubble = element("p", look, unseen(`${words("you")}: `), text);
  if (note) bubble.append(element("small", { class: "note" }, note));
  return bubble;
}

export const noteLine = (text) => element("p", { class: "aside" }, text);

function bubble({ text, cite }, { words, sources }, look = "") {
  const shown = element("p", { class: `message ${look}`.trim(), part: "message" }, text);
  if (cite.length === 0) return shown;
  const named = new Map(cite.map((id) => [sources.name(id), id])); // one link for several places of one source
  const links = [...named.values()].flatMap((id, at) => [at ? ", " : "", sources.link(id)]);
  shown.append(element("small", { class: "cite" }, `${words("source")}: `, ...links));
  return shown;
}

function chip({ label, question }, words, change) {
  if (!question) return element("span", { class: "fact" }, label);
  const made = button(label, () => change(question, label),
    { class: "fact", part: "chip", "aria-label": words("change", label) });
  made.prepend(icon(PENCIL));
  return made;
}

/// What was understood, to be seen and corrected; what was denied comes last. A tap says itself what it was.
function understood({ noted, messages }, line, words, change) {
  const isToldBack = messages.some(({ part }) => part === "noted");
  if (noted.length === 0 || (!isToldBack && (line === undefined || line.isTapped))) return [];
  const isDenied = ({ value }) => value === "no";
  const sorted = [...noted].sort((a, b) => isDenied(a) - isDenied(b));
  const chips = sorted.map((item) => chip(item, words, change));
  const label = element("span", { class: "lead" }, words("noted"));
  return [element("div", { class: "noted", role: "group", "aria-label": words("noted") }, label, ...chips)];
}

const isInChips = ({ part }) => part === "noted";

/// `before`: id of the outcome shown before. It is not news again, unless it is an alarm; and an emergency stays in
/// view by itself. `view`: words, sources, heading, locale, change(question, label).
export function replyElements(reply, line, before, view) {
  const { question, outcome } = reply;
  const chips = understood(reply, line, view.words, view.change);
  const messages = chips.length > 0 ? reply.messages.filter((message) => !isInChips(message)) : reply.messages;
  const said = question ? messages.slice(0, -1) : messages;
  const asked = messages.slice(said.length).map((message) => bubble(message, view, "question"));
  const isNews = outcome && (outcome.id !== before || outcome.level === "urgent");
  const told = isNews ? [outcomeCard(outcome, said, view)] : said.map((message) => bubble(message, view));
  const isAlarm = isNews && ALARMS.includes(outcome.level);
  return isAlarm ? [...told, ...chips, ...asked] : [...chips, ...told, ...asked];
}
