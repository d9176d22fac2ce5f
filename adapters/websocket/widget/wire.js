/// Messages of the server, held against their shapes (README, "Wire messages"): what is not one is not shown.

const BYTES_MAX = 1 << 20;
const LIST_MAX = 500;
const LEVELS = ["emergency", "urgent", "soon", "routine", "self_care"];

const isText = (value) => typeof value === "string";
const isCount = (value) => Number.isInteger(value) && value >= 0;
const isList = (value, isItem) => Array.isArray(value) && value.length <= LIST_MAX && value.every(isItem);
const isNothing = (value) => value === null || value === undefined;

const isMessage = (it) => isText(it?.text) && isList(it.cite, isText);
const isOption = (it) => isText(it?.id) && isText(it.label);
const isQuestion = (it) => isText(it?.id) && isText(it.style) && isList(it.options, isOption);
const isNoted = (it) => isText(it?.label) && (isNothing(it.question) || isText(it.question));
const isNumber = (it) => isNothing(it) || (isText(it) && /^[+\d ]{2,20}$/.test(it));
const isOutcome = (it) => isText(it?.id) && LEVELS.includes(it.level) && isNumber(it.emergency_number);

const SHAPES = {
  ready: (it) => isText(it.session) && isText(it.secret),
  reply: (it) => isCount(it.seq) && isList(it.messages, isMessage) && isList(it.noted, isNoted) &&
    (isNothing(it.question) || isQuestion(it.question)) && (isNothing(it.outcome) || isOutcome(it.outcome)) &&
    isCount(it.progress?.done) && isCount(it.progress.of),
  error: (it) => isText(it.code) && isText(it.message),
  explanation: (it) => isText(it.for),
};

/// One message; throws at nonsense.
export function readMessage(data) {
  if (!isText(data) || data.length > BYTES_MAX) throw data;
  const message = JSON.parse(data);
  if (Object.hasOwn(SHAPES, message.type) && SHAPES[message.type](message)) return message;
  throw data;
}
