/// Where what is said comes from: the name of a source, and a link to the very place in it.

import { element, unseen } from "./element.js";

const isOfTheWeb = (address) => /^https?:$/.test(address.protocol);

function addressOf(url, base) {
  try {
    const address = new URL(url, base);
    return isOfTheWeb(address) ? address : null;
  } catch {
    return null;
  }
}

/// `known`: the server's sources by id. `article`: address of the page that "section.sentence" citations are places of;
/// without it they are places of this page, where it has them.
export class Sources {
  #known;
  #article;

  constructor(known, article) {
    this.#known = known;
    this.#article = article;
  }

  name(cite) {
    return String((this.#known[cite] ?? this.#known.article)?.title ?? cite);
  }

  /// Null where the source is not on the web.
  address(cite) {
    const known = this.#known[cite];
    if (known) return known.url ? addressOf(known.url)?.href ?? null : null;
    if (this.#article === null) return document.getElementById(cite) ? `${document.URL.split("#")[0]}#${cite}` : null;
    const address = addressOf(this.#article, document.baseURI);
    if (address) address.hash = cite;
    return address?.href ?? null;
  }

  /// A link with the name of a source, or the name alone; `shown` stands for the name where it is short of room.
  link(cite, shown) {
    const address = this.address(cite);
    const name = this.name(cite);
    const text = shown ? [element("span", { "aria-hidden": "true" }, shown), unseen(name)] : [name];
    if (!address) return element("span", { class: "source" }, ...text);
    const link = element("a", { class: "source", href: address }, ...text);
    if (address !== `${document.URL.split("#")[0]}#${cite}`) link.target = "_blank";
    return link;
  }
}
