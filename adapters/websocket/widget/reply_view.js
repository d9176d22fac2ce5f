/// A reply of the server and a line of the person, as page elements.

import { element } from "./element.js";

const ALARMS = new Set(["emergency", "urgent"]);

export function bubbleOfPerson(line, words, note) {
  const speaker = element("span", { class: "unseen" }, `${words.you}: `);
  const bubble = element("p", { class: "message person" }, speaker, line);
  if (note) bubble.append(element("small", { class: "note" }, note));
  return bubble;
}

export const noteLine = (text) => element("p", { class: "aside" }, text);

function text(message, words, look) {
  const shown = element("p", { class: look }, message.text);
  if (message.cite.length > 0)
    shown.append(element("small", { class: "cite" }, `${words.source}: ${message.cite.join(", ")}`));
  return shown;
}

const lookInCard = (message) => (message.text.endsWith(":") ? "told lead" : "told");

const callLink = (number, words) =>
  element("a", { class: "call", href: `tel:${number}` }, words.call(number));

function outcomeCard(outcome, messages, words, isOld) {
  const { level, emergency_number: number } = outcome;
  const isEmergency = level === "emergency";
  const card = element("section", { class: "outcome", "data-level": level });
  if (isEmergency && !isOld) card.setAttribute("role", "alert");
  card.append(element("h3", {}, words.levels[level] ?? level));
  if (isEmergency && number !== null) card.append(callLink(number, words));
  card.append(...messages.map((message) => text(message, words, lookInCard(message))));
  return card;
}

/// `shown`: id of the outcome shown before. It is not news again, unless it is an alarm.
export function replyElements(reply, shown, words, isOld) {
  const { messages, question, outcome } = reply;
  const bubble = (message) => text(message, words, "message");
  if (!outcome || (outcome.id === shown && !ALARMS.has(outcome.level))) return messages.map(bubble);
  const told = question ? messages.slice(0, -1) : messages;
  return [outcomeCard(outcome, told, words, isOld), ...messages.slice(told.length).map(bubble)];
}
