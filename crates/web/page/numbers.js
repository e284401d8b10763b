// Numbers: where both worlds stand, and where the first stood before the last change.

import { ask } from "./api.js";
import { at, atMost, make } from "./dom.js";
import { inUnit, say, sayOr } from "./words.js";

const NOTHING = { run: null, settings: "", figures: [], is_done: false };

let shown = NOTHING; // the run on screen
let last = null; // the last run that was lived to its end
let before = [];
let heard = () => {};

/** What is called whenever there are newer numbers. */
export function onNumbers(act) {
  heard = act;
}

/** A number of a world, by its measure. */
export const of = (measure, side = "here") => shown.figures.find((one) => one.measure === measure)?.[side] ?? null;
export const unit_of = (measure) => shown.figures.find((one) => one.measure === measure)?.unit ?? "share";
const was = (measure) => before.find((one) => one.measure === measure)?.here ?? null;

/** Another run begins: what the last whole one with other settings came to is what was before. */
export function begin(run, settings) {
  if (shown.is_done) last = shown;
  if (last !== null && last.settings !== settings) before = last.figures;
  shown = { ...NOTHING, run, settings };
}

/** Nothing was before: what comes now is another study, or another step of the tour. */
export function forget() {
  [shown, last, before] = [NOTHING, null, []];
}

let asked = 0;
let answered = 0;

/** Fetches the numbers of a run that goes on. */
export const fetch_numbers = atMost(500, (run) => fetched(run, false));

/** Fetches the last numbers of a run, at once: a change may follow that drops it. */
export const fetch_last = (run) => fetched(run, true);

async function fetched(run, is_done) {
  const turn = ++asked;
  let figures;
  try {
    figures = await ask(`/api/run/${run}/figures`);
  } catch {
    return;
  }
  // Another run is on screen, or newer numbers came first.
  if (run !== shown.run || turn < answered) return;
  answered = turn;
  Object.assign(shown, { figures, is_done: shown.is_done || is_done });
  draw(is_done);
  heard(is_done);
}

const unit = (name) => (name === "share" ? "" : sayOr(`unit-${name.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}`, name));

function draw(is_done) {
  const has_before = before.length > 0;
  const head = ["", say("world-here"), say("world-beside"), ...(has_before ? [say("before")] : [])];
  const row = (one) => {
    const old = was(one.measure);
    const cells = [inUnit(one.here, one.unit), inUnit(one.beside, one.unit), ...(has_before ? [inUnit(old, one.unit)] : [])];
    const title = sayOr(`figure-${one.measure}`, one.title ?? one.measure);
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, title, make("span", { class: "part" }, unit(one.unit) && ` ${unit(one.unit)}`)),
      cells.map((text, place) => make("td", { class: `number side-${place}` }, text)),
    );
  };
  at("numbers").replaceChildren(
    make("h2", { id: "numbers-title" }, say("numbers")),
    make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, head.map((text) => make("th", { scope: "col", class: text ? "number" : "" }, text)))), make("tbody", {}, shown.figures.map(row)))),
    make("p", { class: "note" }, say("numbers-note")),
  );
  if (is_done) {
    const line = (one) => `${sayOr(`figure-${one.measure}`, one.title ?? one.measure)}: ${inUnit(one.here, one.unit)}, ${inUnit(one.beside, one.unit)}`;
    at("spoken").textContent = `${say("done")} ${shown.figures.map(line).join(". ")}`;
  }
}
