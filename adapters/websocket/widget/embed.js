/// The widget as a page of its own: its attributes are the parameters of the address, as in
/// `/embed?dialog=lip-twitching&locale=en-GB`.

const PASSED_ON = ["dialog", "locale", "heading", "theme", "article"];

const asked = new URLSearchParams(location.search);
const chat = document.createElement("anamnesis-chat");
for (const name of PASSED_ON)
  if (asked.has(name)) chat.setAttribute(name, asked.get(name));
document.documentElement.lang = asked.get("locale") || "en";
document.body.append(chat);
