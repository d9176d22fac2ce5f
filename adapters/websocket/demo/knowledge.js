/// "What the engine knows", beside the conversation: the facts and where each came from, the rule that decides now, and
/// which single answer would change the level. For servers under `serve --explain`.

import { element } from "../widget/element.js";

const HOW = { button: "tapped", typed: "answered in words", in_passing: "said in passing", command: "asked for" };
const FLIPS_SHOWN = 8;
const LEVELS = { emergency: "Emergency", urgent: "Urgent", soon: "Soon", routine: "Routine", self_care: "Self-care" };

const section = (title, ...content) => element("section", {}, element("h3", {}, title), ...content);

function evidence({ how, turn, question, phrase, span }) {
  const at = phrase ? `phrase ${phrase}, bytes ${span[0]} to ${span[1]}` : question ? `question ${question}` : "";
  return [HOW[how] ?? how, `turn ${turn}`, at].filter(Boolean).join(" · ");
}

const factItem = (fact) =>
  element("li", {}, element("strong", {}, fact.label), " ", element("code", {}, `${fact.finding} = ${fact.value}`),
    element("small", {}, evidence(fact)));

const level = (name) => element("span", { class: "level", "data-level": name }, LEVELS[name] ?? name);

const flipItem = ({ label, level: to }) => element("li", {}, label, " → ", level(to));

function flipList(flips) {
  const rest = flips.slice(FLIPS_SHOWN);
  const list = element("ul", {}, ...flips.slice(0, FLIPS_SHOWN).map(flipItem));
  if (rest.length === 0) return [list];
  const more = element("ul", {}, ...rest.map(flipItem));
  return [list, element("details", {}, element("summary", {}, `${rest.length} more`), more)];
}

function decision({ rule, level: to, outcome, why, cite }) {
  const told = why ? [element("p", {}, why)] : [];
  const from = cite.length > 0 ? [element("small", {}, `rests on ${cite.join(", ")}`)] : [];
  return [element("p", {}, level(to), " ", element("code", {}, `rule ${rule} → ${outcome}`)), ...told, ...from];
}

function contents(told) {
  const known = told.facts.map(factItem);
  const facts = known.length > 0 ? element("ul", {}, ...known) : element("p", {}, "Nothing yet.");
  return [section("Facts", facts), section("If it ended now", ...decision(told)),
          section("What would change the level", ...flipList(told.flips))];
}

export function showKnowledge(chat, panel) {
  const place = panel.querySelector(".knowledge");
  panel.hidden = false;
  const update = async () => {
    const told = await chat.explain();
    if (told) place.replaceChildren(...contents(told));
  };
  chat.addEventListener("reply", update);
  chat.addEventListener("cleared", () => place.replaceChildren());
}
