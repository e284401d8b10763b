// What if: sliders and switches for what can be changed, each with its range and what it rests on.

import { afterwards, all, at, make, note, radio } from "./dom.js";
import { countChanges, settings, standard } from "./state.js";
import { called, count, number, say, sayOr, whole } from "./words.js";

let known = null;
let made = 0; // names for what belongs together, none twice
let changed = () => {};

/** What is called after a change. */
export const onChange = (act) => (changed = afterwards(150, act));

/** What can be set about the study. */
export const controls = () => known;

/** Builds the panel anew. */
export function build(controls) {
  known = controls;
  const opened = new Set(all("#controls details[open]").map((one) => one.dataset.name));
  const figure = (key) => known.figures.find((one) => one.key === key);
  const curated = ({ id, label, keys }) => slider(id, label, keys.map(figure));
  const group = ({ name, figures }) =>
    section(`group-${name}`, say(`group-${name}`), figures.map(curated), true);
  const switches = (name, all, isOpen) => section(name, say(name), [note(say(`${name}-note`)), all], isOpen);
  at("controls").replaceChildren(
    beside(),
    make("p.row", make("button#reset", { onclick: reset }, say("reset-nothing"))),
    switches("safeguards", known.safeguards.map(safeguard), true),
    ...known.curated.map(group),
    switches("mechanisms", known.mechanisms.filter((one) => one.can_switch).map(mechanism), false),
    section("all", say("all-figures", { count: whole(known.figures.length) }), every(), false),
    section("size", say("size"), size(), false),
  );
  for (const one of all("#controls details")) if (opened.has(one.dataset.name)) one.open = true;
  mark();
}

function section(name, title, content, isOpen) {
  const summary = make("summary", title);
  const open = isOpen && innerWidth > 700;
  return make("details", { "data-name": name, open }, summary, make("div.inside", content));
}

/** Something was set here. */
function touched() {
  mark();
  changed();
}

/** A setting that is no figure. */
function put(name, value) {
  settings[name] = value;
  touched();
}

function reset() {
  Object.assign(settings, structuredClone(standard()));
  build(known);
  changed();
}

function beside() {
  const option = (value, title, disabled = false) => {
    const choice = radio("beside", value, settings.beside, { disabled }, () => put("beside", value));
    return make("label.choice", choice, title);
  };
  const hasTwin = known.twin !== null;
  return make(
    "fieldset.beside",
    make("legend", say("beside-what")),
    option("twin", hasTwin ? called("title", known.twin) : say("beside-nothing"), !hasTwin),
    option("unchanged", say("beside-unchanged")),
  );
}

/** Whether a range is gone over in logarithms: where it has one sign and its ends differ twentyfold. */
const isFar = ({ low, high }) => low > 0 && high / low >= 20;
const MOST_STEPS = 400;

/** Whether a figure takes whole numbers, as far as the page can tell. */
const isWhole = (one) => [one.value, one.low, one.high].every(Number.isInteger) && one.high - one.low >= 4;

/** Steps of a slider: one for each whole number, if there are not too many. */
const stepsOf = (one) =>
  isWhole(one) && !isFar(one) && one.high - one.low <= MOST_STEPS ? one.high - one.low : MOST_STEPS;

function stepAt(one, value) {
  const share = isFar(one)
    ? Math.log(value / one.low) / Math.log(one.high / one.low)
    : (value - one.low) / (one.high - one.low);
  return Math.round(share * stepsOf(one));
}

function valueAt(one, step) {
  const share = step / stepsOf(one);
  const value = isFar(one) ? one.low * (one.high / one.low) ** share : one.low + share * (one.high - one.low);
  if (isWhole(one)) return Math.round(value);
  return Math.min(one.high, Math.max(one.low, Number(value.toPrecision(3))));
}

function slider(id, label, figures) {
  const one = figures[0];
  if (!one) return null;
  const now = () => settings.figures[one.key] ?? one.value;
  const set = (value) => {
    for (const figure of figures) {
      if (value === figure.value) delete settings.figures[figure.key];
      else settings.figures[figure.key] = value;
    }
    showAll();
    changed();
  };
  const name = `control-${++made}`;
  const hasRange = one.low !== null && one.high !== null && one.high > one.low;
  const oninput = (event) => set(valueAt(one, Number(event.target.value)));
  const given = { type: "range", max: stepsOf(one), "aria-labelledby": name, oninput };
  const range = hasRange ? make("input", given) : null;
  const { low, high } = one;
  const [box, fault] = numberBox({ id: `${name}-box`, step: "any", min: low, max: high }, set, now);
  const title = say("back-to", { value: number(one.value) });
  const back = make("button.back", { title, "aria-label": title, onclick: () => set(one.value) }, "↺");
  const holder = make(
    "div.control",
    { "data-control": id, "data-key": one.key },
    make("div.control-head", make("label", { id: name, for: `${name}-box` }, label), box, back),
    fault,
    range,
    restsOn(one, hasRange),
  );
  const show = () => {
    const value = now();
    box.value = value;
    if (range) {
      range.value = stepAt(one, value);
      range.setAttribute("aria-valuetext", number(value));
      range.style.setProperty("--usual-share", stepAt(one, one.value) / stepsOf(one));
    }
    holder.classList.toggle("changed", value !== one.value);
  };
  show();
  holder.addEventListener("show", show);
  return holder;
}

/** The same figure may have two sliders, and one slider may set several figures. */
function showAll() {
  for (const one of all(".control")) one.dispatchEvent(new Event("show"));
  mark();
}

/**
 * A box for a number, and where it says what is wrong: what cannot be is refused in words, and the box shows
 * again what holds.
 */
function numberBox(limits, set, now) {
  const fault = make("p.fault", { role: "alert" });
  const onchange = () => {
    fault.textContent = "";
    if (box.value !== "" && box.checkValidity()) return set(Number(box.value));
    if (!box.checkValidity()) box.reportValidity();
    fault.textContent = box.validationMessage;
    box.value = now();
  };
  const box = make("input", { type: "number", ...limits, onchange });
  return [box, fault];
}

/** A figure by its path, with what it belongs to. */
export const titleOf = ({ key, item }) => [make("code", key.replace(/^.*?: /, "")), item ? ` (${item})` : ""];

/** A mechanism: its number, what it is about, and how well that is documented. */
export function mechanismOf({ number, name, says, claim }) {
  const status = claim ? [" ", make(`span.claim.${claim}`, sayOr(`claim-${claim}`, claim))] : "";
  return [make("span.row-number", number), sayOr(`mechanism-${name}`, says), status];
}

/** The range of a figure and what it rests on. */
function restsOn(one, hasRange) {
  const ends = { low: number(one.low), high: number(one.high) };
  const range = hasRange ? say(one.is_declared ? "range" : "range-allowed", ends) : "";
  const [status, word] = one.is_assumption ? ["hypothetical", "assumption"] : ["documented", "sourced"];
  const claim = make(`span.claim.${status}`, say(word));
  const line = (name, content, lang) => [make("dt", say(name)), make("dd", { lang }, content)];
  return make(
    "details.rests",
    make("summary", claim, " ", range, one.in_both && make("span.soft", ` · ${say("in-both")}`)),
    make(
      "dl",
      line("usual-value", number(one.value)),
      line("what-it-is", one.about, "en"),
      line("source", one.source ?? say("no-source"), "en"),
      one.note && line("note", one.note, "en"),
      line("place", make("code", one.key)),
    ),
  );
}

function safeguard(one) {
  const cannot = one.cannot && make("span.soft", { lang: "en" }, ` (${one.cannot})`);
  return toggle(one, "safeguards", true, make("strong", one.title), [one.says, cannot]);
}

const mechanism = (one) =>
  toggle(one, "off", false, mechanismOf(one), say("mechanism-off", { off: one.off }));

/**
 * A switch that is on or off, as `whenListed` says, while the settings list it; with its name and, apart from
 * it, what it does.
 */
function toggle(one, list, whenListed, title, says) {
  const name = `switch-${++made}`;
  const box = make("input", {
    type: "checkbox",
    "aria-labelledby": name,
    "aria-describedby": `${name}-says`,
    checked: settings[list].includes(one.name) ? whenListed : one.is_on,
    disabled: one.is_on === whenListed || Boolean(one.cannot),
    onchange: () => {
      settings[list] = settings[list].filter((other) => other !== one.name);
      if (box.checked === whenListed) settings[list].push(one.name);
      touched();
    },
  });
  const text = make("span", make(`span#${name}`, title), make(`span#${name}-says.soft.says`, says));
  return make("label.switch", { "data-control": one.name }, box, text);
}

/** Every figure, found by a word. */
function every() {
  const list = make("div.every");
  const words = say("find-figure");
  const oninput = () => fill(find.value);
  const find = make("input", { type: "search", placeholder: words, "aria-label": words, oninput });
  const fill = (word) => {
    const wanted = word.trim().toLowerCase();
    const text = ({ key, item, about }) => `${key} ${item ?? ""} ${about}`.toLowerCase();
    const hits = known.figures.filter((one) => text(one).includes(wanted));
    const shown = wanted === "" ? hits.filter((one) => one.key in settings.figures) : hits.slice(0, 30);
    list.replaceChildren(
      note(say("figures-found", { found: whole(hits.length), shown: whole(shown.length) })),
      ...shown.map((one) => slider(`all-${one.key}`, titleOf(one), [one])),
    );
  };
  fill("");
  return [find, list];
}

function size() {
  const field = (name, min, max, step) => {
    const now = () => settings[name];
    const set = (value) => put(name, value);
    const [box, fault] = numberBox({ min, max, step, value: now() }, set, now);
    return make("div", make("label.field", make("span", say(`size-${name}`)), box), fault);
  };
  return [
    field("persons", ...known.persons, 1),
    field("years", 0.5, known.years, 0.5),
    field("seed", 0, Number.MAX_SAFE_INTEGER, 1),
    note(say("size-note")),
  ];
}

/** Marks that something is changed. */
function mark() {
  const changes = countChanges();
  const button = at("reset");
  if (!button) return;
  button.disabled = changes === 0;
  button.textContent = changes === 0 ? say("reset-nothing") : count("reset", changes);
}

/** Leads to a control: opens what it is in, marks it, and puts the focus there. */
export function lead(name) {
  const control = document.querySelector(`[data-control="${CSS.escape(name)}"]`);
  if (!control) return;
  all(".wanted").forEach((one) => one.classList.remove("wanted"));
  for (let outer = control.closest("details"); outer; outer = outer.parentElement.closest("details"))
    outer.open = true;
  control.classList.add("wanted");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  control.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  // The slider rather than the number above it, where there are both.
  const input = control.querySelector("input[type=range]") ?? control.querySelector("input");
  input?.focus({ preventScroll: true });
}
