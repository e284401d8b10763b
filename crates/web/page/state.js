// State: the settings of the study on screen, and where in it one is; both stand in the address, so that a link opens just this.

/** What is changed about the study, as the server takes it. */
export const settings = {};
/** Where one is: week, colouring, person, step of the tour. */
export const view = { week: null, colouring: "sanction", person: null, step: null };

let first = {};
let usual = null;

/** The settings of the study that is shown where the address names none. */
export const know = (standard) => (usual = standard);

/** Settings that change nothing. */
export function begin(standard) {
  first = structuredClone(standard);
  Object.assign(settings, structuredClone(standard));
}

/** The settings of the study as it is. */
export const standard = () => first;

/** What differs from the study as it is. */
export function changes() {
  const found = {};
  for (const [key, value] of Object.entries(settings)) {
    if (JSON.stringify(value) !== JSON.stringify(first[key])) found[key] = value;
  }
  // Another study than the usual one has settings of its own to begin with.
  if (usual && settings.base !== usual.base) found.base = settings.base;
  return found;
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

/** Reads the address; what is not understood is left aside, and said. */
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
    return fits(given) ? given : null;
  } catch {
    return null;
  }
}

const is_table = (one) => one !== null && typeof one === "object" && !Array.isArray(one);
const are_words = (one) => Array.isArray(one) && one.every((word) => typeof word === "string");

/** Whether settings from an address are such as the page writes; the server checks what they say. */
function fits(given) {
  const like = (key, value) => {
    if (key === "figures") return is_table(value) && Object.values(value).every(Number.isFinite);
    if (key === "off" || key === "safeguards") return are_words(value);
    return key in usual && typeof value === typeof usual[key];
  };
  return is_table(given) && Object.entries(given).every(([key, value]) => like(key, value));
}
