/// The demo page: a conversation about the dialog that the page's address names (`/?dialog=id`), or about
/// what the server offers, with a link to each.

import { element } from "./element.js";

const LOCALE = "en-GB";

/// Without an answer the widget still tries, and says that there is no connection.
async function offered() {
  try {
    return await (await fetch("dialogs", { cache: "no-store" })).json();
  } catch {
    return { dialogs: [], watch: false };
  }
}

const asked = new URLSearchParams(location.search).get("dialog");
const { dialogs, watch } = await offered();

const only = dialogs.length === 1 ? dialogs[0] : undefined;
const shown = asked === null ? only : dialogs.find(({ id }) => id === asked);
const id = asked ?? only?.id;

function attributes() {
  const given = { locale: LOCALE };
  if (id !== undefined) given.dialog = id;
  if (shown) given.heading = shown.title;
  return given;
}

function linkTo(label, address, isHere) {
  const link = element("a", { href: address }, label);
  if (isHere) link.setAttribute("aria-current", "page");
  return link;
}

function showLinks() {
  const nav = document.querySelector("nav");
  nav.hidden = dialogs.length < 2;
  nav.append(linkTo("All", "./", asked === null),
    ...dialogs.map((dialog) => linkTo(dialog.title, `?dialog=${encodeURIComponent(dialog.id)}`, dialog === shown)));
}

if (shown) {
  document.title = `Anamnesis: ${shown.title}`;
  document.querySelector("h1").textContent = shown.title;
}
showLinks();
const about = id === undefined ? "" : ` dialog="${id}"`;
document.querySelector("#element").textContent = `<anamnesis-chat${about} locale="${LOCALE}"></anamnesis-chat>`;
document.querySelector("section").append(element("anamnesis-chat", attributes()));

if (watch) (await import("./watch.js")).watch(document.querySelector("main"));
