// What if: sliders and switches for what can be changed, each with its range and what it rests on.

import { afterwards, at, make } from "./dom.js";
import { changes, settings, standard } from "./state.js";
import { called, count, number, say, sayOr, whole } from "./words.js";

let known = null;
let changed = () => {};

/** What is called after a change. */
export function onChange(act) {
  changed = afterwards(150, act);
}

/** What can be set about the study. */
export const controls = () => known;

/** Builds the panel anew. */
export function build(controls) {
  known = controls;
  const opened = new Set([...document.querySelectorAll("#controls details[open]")].map((one) => one.dataset.name));
  const figure = (key) => known.figures.find((one) => one.key === key);
  const groups = known.curated.map((group) =>
    section(
      `group-${group.name}`,
      say(`group-${group.name}`),
      group.figures.map((one) => slider(one.id, sayOr(`control-${one.id}`, one.label), one.keys.map(figure))),
      true,
    ),
  );
  at("controls").replaceChildren(
    beside(),
    make("p", { class: "row" }, make("button", { type: "button", id: "reset", onclick: reset }, say("reset-nothing"))),
    section("safeguards", say("safeguards"), [make("p", { class: "note" }, say("safeguards-note")), ...known.safeguards.map(safeguard)], true),
    ...groups,
    section("mechanisms", say("mechanisms"), [make("p", { class: "note" }, say("mechanisms-note")), ...known.mechanisms.filter((one) => one.can_switch).map(mechanism)], false),
    section("all", say("all-figures", { count: whole(known.figures.length) }), every(), false),
    section("size", say("size"), size(), false),
  );
  for (const one of document.querySelectorAll("#controls details")) if (opened.has(one.dataset.name)) one.open = true;
  mark();
}

function section(name, title, content, open) {
  return make("details", { "data-name": name, open: open && innerWidth > 700 }, make("summary", {}, title), make("div", { class: "inside" }, content));
}

function reset() {
  Object.assign(settings, structuredClone(standard()));
  build(known);
  changed();
}

function beside() {
  const option = (value) =>
    make("label", { class: "choice" }, make("input", { type: "radio", name: "beside", value, checked: settings.beside === value, disabled: value === "twin" && !known.twin, onchange: () => ((settings.beside = value), mark(), changed()) }), value === "twin" && known.twin ? called("title", known.twin) || known.twin : say(`beside-${value}`));
  return make("fieldset", { class: "beside" }, make("legend", {}, say("beside-what")), option("twin"), option("unchanged"));
}

/** Whether a range is gone over in logarithms: where it has one sign and its ends differ twentyfold. */
const is_far = ({ low, high }) => low > 0 && high / low >= 20;
const MOST_STEPS = 400;

/** Whether a figure takes whole numbers, as far as the page can tell. */
const is_whole = (one) => [one.value, one.low, one.high].every(Number.isInteger) && one.high - one.low >= 4;

/** Steps of a slider: one for each whole number, if there are not too many. */
const steps_of = (one) => (is_whole(one) && !is_far(one) && one.high - one.low <= MOST_STEPS ? one.high - one.low : MOST_STEPS);

function place_of(one, value) {
  const share = is_far(one) ? Math.log(value / one.low) / Math.log(one.high / one.low) : (value - one.low) / (one.high - one.low);
  return Math.round(share * steps_of(one));
}

function value_at(one, place) {
  const share = place / steps_of(one);
  const value = is_far(one) ? one.low * (one.high / one.low) ** share : one.low + share * (one.high - one.low);
  if (is_whole(one)) return Math.round(value);
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
    // The same figure may stand in two places.
    for (const one of document.querySelectorAll(".control")) one.show?.();
    changed();
  };
  const name = `control-${++numbered}`;
  const has_range = one.low !== null && one.high !== null && one.high > one.low;
  const range = has_range
    ? make("input", {
        type: "range",
        min: "0",
        max: String(steps_of(one)),
        id: name,
        oninput: (event) => set(value_at(one, Number(event.target.value))),
      })
    : null;
  const box = make("input", {
    type: "number",
    step: "any",
    id: `${name}-number`,
    "aria-labelledby": `${name}-label`,
    onchange: (event) => event.target.value !== "" && event.target.reportValidity() && set(Number(event.target.value)),
    onblur: () => show(),
  });
  if (one.low !== null) box.min = String(one.low);
  if (one.high !== null) box.max = String(one.high);
  const back = make("button", { type: "button", class: "back", title: say("back-to", { value: number(one.value) }), "aria-label": say("back-to", { value: number(one.value) }), onclick: () => set(one.value) }, "↺");
  const holder = make(
    "div",
    { class: "control", "data-control": id, "data-key": one.key },
    make("div", { class: "control-head" }, make("label", { id: `${name}-label`, for: range ? name : `${name}-number` }, label), box, back),
    range,
    rests_on(one, has_range),
  );
  const show = () => {
    const value = now();
    box.value = String(value);
    if (range) {
      range.value = String(place_of(one, value));
      range.setAttribute("aria-valuetext", number(value));
      range.style.setProperty("--usual-share", String(place_of(one, one.value) / steps_of(one)));
    }
    holder.classList.toggle("changed", value !== one.value);
    mark();
  };
  holder.show = show;
  show();
  return holder;
}

let numbered = 0;

/** The range of a figure and what it rests on. */
function rests_on(one, has_range) {
  const badge = make("span", { class: `claim ${one.is_assumption ? "hypothetical" : "documented"}` }, say(one.is_assumption ? "assumption" : "sourced"));
  const range = has_range ? say(one.is_declared ? "range" : "range-allowed", { low: number(one.low), high: number(one.high) }) : "";
  return make(
    "details",
    { class: "rests" },
    make("summary", {}, badge, " ", range, one.in_both ? make("span", { class: "soft" }, ` · ${say("in-both")}`) : ""),
    make(
      "dl",
      {},
      make("dt", {}, say("usual-value")),
      make("dd", {}, number(one.value)),
      make("dt", {}, say("what-it-is")),
      make("dd", { lang: "en" }, one.about),
      make("dt", {}, say("source")),
      make("dd", { lang: "en" }, one.source ?? say("no-source")),
      one.note ? [make("dt", {}, say("note")), make("dd", { lang: "en" }, one.note)] : null,
      make("dt", {}, say("place")),
      make("dd", {}, make("code", {}, one.key)),
    ),
  );
}

function safeguard(one) {
  const is_on = one.is_on || settings.safeguards.includes(one.name);
  const box = make("input", {
    type: "checkbox",
    checked: is_on,
    disabled: one.is_on || Boolean(one.cannot),
    onchange: (event) => {
      settings.safeguards = settings.safeguards.filter((name) => name !== one.name);
      if (event.target.checked) settings.safeguards.push(one.name);
      mark();
      changed();
    },
  });
  const says = make("span", {}, make("strong", {}, sayOr(`safeguard-${one.name}`, one.name)), make("span", { class: "soft" }, ` ${sayOr(`safeguard-${one.name}-says`, one.says)}`));
  if (one.cannot) says.append(make("span", { class: "cannot", lang: "en" }, ` ${one.cannot}`));
  return make("label", { class: "switch", "data-control": one.name }, box, says);
}

function mechanism(one) {
  const box = make("input", {
    type: "checkbox",
    checked: one.is_on && !settings.off.includes(one.name),
    disabled: !one.is_on,
    onchange: (event) => {
      settings.off = settings.off.filter((name) => name !== one.name);
      if (!event.target.checked) settings.off.push(one.name);
      mark();
      changed();
    },
  });
  const claim = one.claim ? make("span", { class: `claim ${one.claim}` }, sayOr(`claim-${one.claim}`, one.claim)) : "";
  return make(
    "label",
    { class: "switch", "data-control": one.name, title: one.off },
    box,
    make("span", {}, make("span", { class: "row-number" }, one.number), sayOr(`mechanism-${one.name}`, one.says), " ", claim),
  );
}

/** Every figure, found by a word. */
function every() {
  const list = make("div", { class: "every" });
  const find = make("input", { type: "search", placeholder: say("find-figure"), "aria-label": say("find-figure"), oninput: (event) => fill(event.target.value) });
  const fill = (word) => {
    const wanted = word.trim().toLowerCase();
    const hits = known.figures.filter((one) => `${one.key} ${one.item ?? ""} ${one.about}`.toLowerCase().includes(wanted));
    const changed_ones = hits.filter((one) => one.key in settings.figures);
    const first = wanted === "" ? changed_ones : hits.slice(0, 30);
    const label = (one) => [make("code", {}, one.key.replace(/^.*?: /, "")), one.item ? ` (${one.item})` : ""];
    list.replaceChildren(
      make("p", { class: "note" }, say("figures-found", { found: whole(hits.length), shown: whole(first.length) })),
      ...first.map((one) => slider(`all-${one.key}`, label(one), [one])),
    );
  };
  fill("");
  return [find, list];
}

function size() {
  const field = (name, low, high, step) => {
    const box = make("input", {
      type: "number",
      min: String(low),
      max: String(high),
      step: String(step),
      value: String(settings[name]),
      onchange: (event) => {
        if (event.target.value === "" || !event.target.checkValidity()) return event.target.reportValidity();
        settings[name] = Number(event.target.value);
        mark();
        changed();
      },
    });
    return make("label", { class: "field" }, make("span", {}, say(`size-${name}`)), box);
  };
  return [
    field("persons", known.persons[0], known.persons[1], 1),
    field("years", 0.5, known.years, 0.5),
    field("seed", 0, 9007199254740991, 1),
    make("p", { class: "note" }, say("size-note")),
  ];
}

/** Marks that something is changed. */
function mark() {
  const button = at("reset");
  if (!button) return;
  const is_other = (key) => JSON.stringify(settings.figures[key]) !== JSON.stringify(standard().figures[key]);
  const figures = new Set([...Object.keys(settings.figures), ...Object.keys(standard().figures)]);
  const lists = ["off", "safeguards"].flatMap((list) => differing(settings[list], standard()[list]));
  const others = ["beside", "persons", "years", "seed"].filter((key) => key in changes());
  const all = [...figures].filter(is_other).length + lists.length + others.length;
  button.disabled = all === 0;
  button.textContent = all === 0 ? say("reset-nothing") : count("reset", all);
}

/** What is in one of two lists alone. */
const differing = (one, other) => [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))];

/** Leads to a control: opens what it is in, marks it, and puts the focus there. */
export function lead(name) {
  const control = document.querySelector(`[data-control="${CSS.escape(name)}"]`);
  if (!control) return;
  for (const one of document.querySelectorAll(".wanted")) one.classList.remove("wanted");
  for (let outer = control.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  control.classList.add("wanted");
  control.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  // The slider rather than the number above it, where there are both.
  (control.querySelector("input[type=range]") ?? control.querySelector("input"))?.focus({ preventScroll: true });
}
