// State: the settings of the study on screen, and where in it one is; both stand in the address, so that a
// link opens just this.

/** What is changed about the study, as the server takes it. */
export const settings = {};
/** Where one is: week, colouring, person, step of the tour. */
export const view = { week: null, colouring: "sanction", person: null, step: null };

let first = {};
let home = null;

/** The study that an address without a name opens. */
export const atHome = (base) => (home = base);

/** Settings that change nothing. */
export function begin(standard) {
  first = structuredClone(standard);
  Object.assign(settings, structuredClone(standard));
}

/** The settings of the study as it is. */
export const standard = () => first;

/** Whether the study is one that was opened from a file, which an address cannot hold. */
export const isOfFile = (base = settings.base) => base.startsWith("opened-");

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** What differs from the study as it is, and which study it is. */
function changes() {
  const found = settings.base === home ? {} : { base: settings.base };
  for (const [key, value] of Object.entries(settings)) if (!same(value, first[key])) found[key] = value;
  return found;
}

/** How many things differ from the study as it is. */
export function countChanges() {
  const plain = ["persons", "years", "seed", "beside"].filter((key) => settings[key] !== first[key]);
  const { figures, off, safeguards } = settings;
  return [Object.keys(figures), off, safeguards, plain].flat().length;
}

/** The settings as a text, the same for the same settings in whatever order they were made. */
export function written() {
  const figures = Object.entries(settings.figures).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify({
    ...settings,
    figures,
    off: [...settings.off].sort(),
    safeguards: [...settings.safeguards].sort(),
  });
}

/** Writes the address. */
export function write() {
  const parts = new URLSearchParams();
  const changed = changes();
  if (Object.keys(changed).length > 0) parts.set("s", JSON.stringify(changed));
  if (view.week !== null) parts.set("t", view.week);
  if (view.colouring !== "sanction") parts.set("c", view.colouring);
  if (view.person !== null) parts.set("p", view.person);
  if (view.step !== null) parts.set("tour", view.step + 1);
  const text = parts.toString();
  history.replaceState(null, "", text ? `#${text}` : location.pathname);
}

const isNames = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Of which form each setting is. */
const FORMS = {
  base: (value) => typeof value === "string",
  persons: Number.isSafeInteger,
  years: Number.isFinite,
  seed: Number.isSafeInteger,
  beside: (value) => value === "twin" || value === "unchanged",
  off: isNames,
  safeguards: isNames,
  figures: (value) => isObject(value) && Object.values(value).every(Number.isFinite),
};

/** Reads the address; gives what it sets, or nothing where that cannot be understood. */
export function read() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const natural = (name) => (/^\d{1,9}$/.test(parts.get(name) ?? "") ? Number(parts.get(name)) : null);
  view.week = natural("t");
  view.person = natural("p");
  const step = natural("tour");
  view.step = step === null ? null : Math.max(0, step - 1);
  if (["standing", "sanction", "fear", "score"].includes(parts.get("c"))) view.colouring = parts.get("c");
  if (!parts.has("s")) return {};
  try {
    const given = JSON.parse(parts.get("s"));
    const fits = ([key, value]) => Object.hasOwn(FORMS, key) && FORMS[key](value);
    return isObject(given) && Object.entries(given).every(fits) ? given : null;
  } catch {
    return null;
  }
}
