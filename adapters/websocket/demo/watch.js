/// For authors, under `serve --watch`: reloads the page when the dialogs were loaded again, and shows what is
/// wrong with them for as long as they cannot be.

import { element } from "../widget/element.js";

const LOOK_EVERY_MS = 500;

function place({ file, line, column }) {
  return line > 0 ? `${file}:${line}:${column}` : file;
}

function itemOf(diagnostic) {
  const { code, message, hint, pointer } = diagnostic;
  const item = element("li", {}, element("strong", {}, code), " ", element("code", {}, place(diagnostic)),
    element("p", {}, pointer ? `${message} (at ${pointer})` : message));
  if (hint) item.append(element("p", { class: "hint" }, hint));
  return item;
}

const panelOf = (diagnostics) =>
  element("aside", { class: "broken", role: "alert" },
    element("h2", {}, "The dialogs are broken: this page talks as they were before"),
    element("ol", {}, ...diagnostics.map(itemOf)));

async function status() {
  try {
    return await (await fetch("dev/status", { cache: "no-store" })).json();
  } catch {
    return null; // the server is being started again
  }
}

/// Looks until the page is left. The panel stands at the beginning of `page`.
export async function watch(page) {
  let loaded, panel, told = "[]";
  for (;;) {
    const now = await status();
    loaded ??= now?.version;
    if (now && now.version !== loaded) return location.reload();
    const news = JSON.stringify(now?.diagnostics ?? JSON.parse(told));
    if (news !== told) {
      panel?.remove();
      panel = now.diagnostics.length > 0 ? panelOf(now.diagnostics) : undefined;
      if (panel) page.prepend(panel);
      told = news;
    }
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
  }
}
