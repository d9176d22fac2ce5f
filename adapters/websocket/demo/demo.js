/// The demo page: a conversation about the dialog that the page's address names (`/?dialog=id`), or about
/// what the server offers, with a link to each.

import { element } from "../widget/element.js";
import { showKnowledge } from "./knowledge.js";
import { offerThemes } from "./themes.js";
import { watch } from "./watch.js";

const LOCALE = "en-GB";

const one = (selector) => document.querySelector(selector);

/// Without an answer the widget still tries, and says that there is no connection.
async function offered() {
  try {
    return await (await fetch("dialogs", { cache: "no-store" })).json();
  } catch {
    return { dialogs: [], watch: false, explain: false };
  }
}

const parameters = new URLSearchParams(location.search);
const asked = parameters.get("dialog");
const offer = await offered();
const { dialogs } = offer;

const only = dialogs.length === 1 ? dialogs[0] : undefined;
const shown = asked === null ? only : dialogs.find(({ id }) => id === asked);
const id = asked ?? only?.id;

function attributes() {
  const given = { locale: parameters.get("locale") ?? LOCALE };
  if (id !== undefined) given.dialog = id;
  if (shown) given.heading = shown.title;
  if (parameters.has("launcher")) given.launcher = "";
  return given;
}

function linkTo(label, address, isHere) {
  const link = element("a", { href: address }, label);
  if (isHere) link.setAttribute("aria-current", "page");
  return link;
}

function showLinks() {
  const nav = one("nav");
  nav.hidden = dialogs.length < 2;
  nav.append(linkTo("All", "./", asked === null),
    ...dialogs.map((dialog) => linkTo(dialog.title, `?dialog=${encodeURIComponent(dialog.id)}`, dialog === shown)));
}

function showCode() {
  const about = id === undefined ? "" : ` dialog="${id}"`;
  one("#element").textContent = `<anamnesis-chat${about} locale="${LOCALE}"></anamnesis-chat>`;
  one(".origin").textContent = location.origin;
}

if (shown) {
  document.title = `Anamnesis: ${shown.title}`;
  one("h1").textContent = shown.title;
}
for (const article of document.querySelectorAll("article")) article.hidden = article.dataset.about !== id;
showLinks();
showCode();
const chat = element("anamnesis-chat", attributes());
one(".chat").append(chat);
offerThemes(chat, one(".themes"), one("#theme"));
if (offer.explain) showKnowledge(chat, one(".knows"));
if (offer.watch) watch(one("main"));
