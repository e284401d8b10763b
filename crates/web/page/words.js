// Words: the messages of the page in one language, and numbers as that language writes them.

let messages = {};
let language = "en";

/** Takes the messages of a language. */
export function speak(code, all = messages) {
  language = code;
  messages = all;
  document.documentElement.lang = code;
}

/** The language in use. */
export const tongue = () => language;

/** A message by its name (without `page-`), with what is put into it. */
export function say(name, put = {}) {
  const text = messages[`page-${name}`];
  if (text === undefined) return name;
  return text.replace(/\{\s*\$([\w-]+)\s*\}/g, (whole, key) => (key in put ? String(put[key]) : whole));
}

/** A message that may not be there. */
export const sayOr = (name, otherwise) => (`page-${name}` in messages ? say(name) : otherwise);

/** A text as part of the name of a message. */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * A title, or what somebody works as, in the language of the page: the English text where there is nothing
 * else.
 */
export function called(family, english) {
  if (!english) return "";
  const unchanged = english.endsWith(", unchanged");
  const base = unchanged ? english.slice(0, -11) : english;
  const told = messages[`${family}-${slug(base)}`];
  if (told === undefined) return english;
  return unchanged ? messages["title-unchanged"].replace("{ $title }", told) : told;
}

/** One or many. */
export const count = (name, number) =>
  say(`${name}-${number === 1 ? "one" : "other"}`, { number: whole(number) });

/** A whole number. */
export const whole = (number) => Math.round(number).toLocaleString(language);

/** A number with as many digits as say something. */
export function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const digits = value === 0 ? 0 : Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return written(value, digits);
}

/** A number in so many digits, with a minus that is as wide as a plus. */
const written = (value, digits) =>
  value.toLocaleString(language, { maximumFractionDigits: digits }).replace("-", "−");

/** A share as so many of a hundred, in as many digits as say something or as are asked for. */
export function percent(share, most) {
  if (share === null || share === undefined || !Number.isFinite(share)) return "–";
  const hundred = 100 * share;
  const digits = most ?? (Math.abs(hundred) >= 10 || hundred === 0 ? 0 : Math.abs(hundred) >= 1 ? 1 : 2);
  return written(hundred, digits) + (language === "id" ? "%" : "\u00a0%");
}

/** A figure in its unit. */
export const inUnit = (value, unit) => (unit === "share" ? percent(value) : number(value));

/** Fills everything in the page that names a message. */
export function fill(root = document) {
  for (const element of root.querySelectorAll("[data-say]"))
    element.textContent = say(element.dataset.say.replace(/^page-/, ""));
}
