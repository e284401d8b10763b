// What if: sliders and switches for what can be changed, each with its range and what it rests on.

import { afterwards, at, make } from "./dom.js";
import { countChanges, settings, standard } from "./state.js";
import { called, count, number, say, sayOr, whole } from "./words.js";

let known = null;
let made = 0; // names for what belongs together, none twice
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
  const opened = new Set(
    [...document.querySelectorAll("#controls details[open]")].map((one) => one.dataset.name),
  );
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
    make(
      "p",
      { class: "row" },
      make("button", { type: "button", id: "reset", onclick: reset }, say("reset-nothing")),
    ),
    section(
      "safeguards",
      say("safeguards"),
      [make("p", { class: "note" }, say("safeguards-note")), ...known.safeguards.map(safeguard)],
      true,
    ),
    ...groups,
    section(
      "mechanisms",
      say("mechanisms"),
      [
        make("p", { class: "note" }, say("mechanisms-note")),
        ...known.mechanisms.filter((one) => one.can_switch).map(mechanism),
      ],
      false,
    ),
    section("all", say("all-figures", { count: whole(known.figures.length) }), every(), false),
    section("size", say("size"), size(), false),
  );
  for (const one of document.querySelectorAll("#controls details"))
    if (opened.has(one.dataset.name)) one.open = true;
  mark();
}

function section(name, title, content, open) {
  return make(
    "details",
    { "data-name": name, open: open && innerWidth > 700 },
    make("summary", {}, title),
    make("div", { class: "inside" }, content),
  );
}

function reset() {
  Object.assign(settings, structuredClone(standard()));
  build(known);
  changed();
}

function beside() {
  const set = (value) => {
    settings.beside = value;
    mark();
    changed();
  };
  const option = (value, title, disabled) =>
    make(
      "label",
      { class: "choice" },
      make("input", {
        type: "radio",
        name: "beside",
        value,
        checked: settings.beside === value,
        disabled,
        onchange: () => set(value),
      }),
      title,
    );
  const twin = known.twin === null ? say("beside-nothing") : called("title", known.twin);
  return make(
    "fieldset",
    { class: "beside" },
    make("legend", {}, say("beside-what")),
    option("twin", twin, known.twin === null),
    option("unchanged", say("beside-unchanged"), false),
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

function placeOf(one, value) {
  const share = isFar(one)
    ? Math.log(value / one.low) / Math.log(one.high / one.low)
    : (value - one.low) / (one.high - one.low);
  return Math.round(share * stepsOf(one));
}

function valueAt(one, place) {
  const share = place / stepsOf(one);
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
  const range = hasRange
    ? make("input", {
        type: "range",
        min: "0",
        max: String(stepsOf(one)),
        "aria-labelledby": name,
        oninput: (event) => set(valueAt(one, Number(event.target.value))),
      })
    : null;
  const fault = make("p", { class: "fault", role: "alert" });
  const box = make("input", {
    type: "number",
    step: "any",
    id: `${name}-box`,
    onchange: () => taken(box, fault, set, now),
  });
  if (one.low !== null) box.min = String(one.low);
  if (one.high !== null) box.max = String(one.high);
  const back = make(
    "button",
    {
      type: "button",
      class: "back",
      title: say("back-to", { value: number(one.value) }),
      "aria-label": say("back-to", { value: number(one.value) }),
      onclick: () => set(one.value),
    },
    "↺",
  );
  const holder = make(
    "div",
    { class: "control", "data-control": id, "data-key": one.key },
    make("div", { class: "control-head" }, make("label", { id: name, for: `${name}-box` }, label), box, back),
    fault,
    range,
    restsOn(one, hasRange),
  );
  const show = () => {
    const value = now();
    box.value = String(value);
    if (range) {
      range.value = String(placeOf(one, value));
      range.setAttribute("aria-valuetext", number(value));
      range.style.setProperty("--usual-share", String(placeOf(one, one.value) / stepsOf(one)));
    }
    holder.classList.toggle("changed", value !== one.value);
  };
  show();
  holder.addEventListener("show", show);
  return holder;
}

/** The same figure may have two sliders, and one slider may set several figures. */
function showAll() {
  for (const one of document.querySelectorAll(".control")) one.dispatchEvent(new Event("show"));
  mark();
}

/** Takes the number in a box; one that cannot be is refused in words, and the box shows again what holds. */
function taken(box, fault, set, now) {
  const isNumber = box.value !== "";
  fault.textContent = "";
  if (isNumber && box.checkValidity()) return set(Number(box.value));
  if (!box.checkValidity()) box.reportValidity();
  fault.textContent = box.validationMessage;
  box.value = String(now());
}

/** The range of a figure and what it rests on. */
function restsOn(one, hasRange) {
  const badge = make(
    "span",
    { class: `claim ${one.is_assumption ? "hypothetical" : "documented"}` },
    say(one.is_assumption ? "assumption" : "sourced"),
  );
  const range = hasRange
    ? say(one.is_declared ? "range" : "range-allowed", { low: number(one.low), high: number(one.high) })
    : "";
  return make(
    "details",
    { class: "rests" },
    make(
      "summary",
      {},
      badge,
      " ",
      range,
      one.in_both ? make("span", { class: "soft" }, ` · ${say("in-both")}`) : "",
    ),
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
  const isOn = one.is_on || settings.safeguards.includes(one.name);
  const box = make("input", {
    type: "checkbox",
    checked: isOn,
    disabled: one.is_on || Boolean(one.cannot),
    onchange: (event) => {
      settings.safeguards = settings.safeguards.filter((name) => name !== one.name);
      if (event.target.checked) settings.safeguards.push(one.name);
      mark();
      changed();
    },
  });
  const why = one.cannot && make("span", { class: "soft", lang: "en" }, ` (${one.cannot})`);
  return toggle(one, box, make("strong", {}, sayOr(`safeguard-${one.name}`, one.name)), [
    sayOr(`safeguard-${one.name}-says`, one.says),
    why,
  ]);
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
  const claim = one.claim
    ? make("span", { class: `claim ${one.claim}` }, sayOr(`claim-${one.claim}`, one.claim))
    : "";
  return toggle(
    one,
    box,
    [make("span", { class: "row-number" }, one.number), sayOr(`mechanism-${one.name}`, one.says), " ", claim],
    say("mechanism-off", { off: one.off }),
  );
}

/** A switch with its name and, apart from it, what it does. */
function toggle(one, box, title, says) {
  const name = `switch-${++made}`;
  box.setAttribute("aria-labelledby", name);
  box.setAttribute("aria-describedby", `${name}-says`);
  return make(
    "label",
    { class: "switch", "data-control": one.name },
    box,
    make(
      "span",
      {},
      make("span", { id: name }, title),
      make("span", { class: "soft says", id: `${name}-says` }, says),
    ),
  );
}

/** Every figure, found by a word. */
function every() {
  const list = make("div", { class: "every" });
  const find = make("input", {
    type: "search",
    placeholder: say("find-figure"),
    "aria-label": say("find-figure"),
    oninput: (event) => fill(event.target.value),
  });
  const fill = (word) => {
    const wanted = word.trim().toLowerCase();
    const hits = known.figures.filter((one) =>
      `${one.key} ${one.item ?? ""} ${one.about}`.toLowerCase().includes(wanted),
    );
    const changedOnes = hits.filter((one) => one.key in settings.figures);
    const first = wanted === "" ? changedOnes : hits.slice(0, 30);
    const label = (one) => [
      make("code", {}, one.key.replace(/^.*?: /, "")),
      one.item ? ` (${one.item})` : "",
    ];
    list.replaceChildren(
      make(
        "p",
        { class: "note" },
        say("figures-found", { found: whole(hits.length), shown: whole(first.length) }),
      ),
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
      onchange: () => taken(box, fault, set, () => settings[name]),
    });
    const fault = make("p", { class: "fault", role: "alert" });
    const set = (value) => {
      settings[name] = value;
      mark();
      changed();
    };
    return make(
      "div",
      {},
      make("label", { class: "field" }, make("span", {}, say(`size-${name}`)), box),
      fault,
    );
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
  for (const one of document.querySelectorAll(".wanted")) one.classList.remove("wanted");
  for (let outer = control.closest("details"); outer; outer = outer.parentElement.closest("details"))
    outer.open = true;
  control.classList.add("wanted");
  control.scrollIntoView({
    block: "center",
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  // The slider rather than the number above it, where there are both.
  (control.querySelector("input[type=range]") ?? control.querySelector("input"))?.focus({
    preventScroll: true,
  });
}
