/// The words around a conversation, and what its sources are called, as the server has them for a language.

const RETRY_MS = 3000;
const LONGEST_MS = 8000;

/// `words(key, ...values)`: the text of a key, with $1, $2, ... filled in.
const lookUpIn = (words) => (key, ...values) =>
  (words[key] ?? "").replace(/\$(\d)/g, (_, at) => values[at - 1] ?? "");

async function fetchTexts(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST_MS) });
  const { words, locale, direction, languages, states, sources } = await response.json();
  if (!words.notice || !states || !sources || !Array.isArray(languages)) throw new TypeError("no texts");
  return { words: lookUpIn(words), locale, direction, languages, states, sources };
}

/// Tries until it has them; `failed` hears of every time that it could not, and is false where nobody waits any more.
export async function loadTexts(server, dialog, locale, failed) {
  const address = new URL("texts", server);
  address.search = new URLSearchParams({ dialog, locale });
  for (;;) {
    try {
      return await fetchTexts(address);
    } catch {
      if (!failed()) return null;
      await new Promise((wake) => setTimeout(wake, RETRY_MS));
    }
  }
}
