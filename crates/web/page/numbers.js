// Numbers: where both worlds stand, and where the first stood before the last change.

import { ask } from "./api.js";
import { at, atMost, make } from "./dom.js";
import { settings } from "./state.js";
import { inUnit, say, sayOr } from "./words.js";

let run = null;
let now = [];
let before = [];
let finished = null; // settings and figures of the last run that came to its end
let shown = ""; // settings of the run on screen
let heard = () => {};

/** What is called whenever there are newer numbers. */
export function onNumbers(act) {
  heard = act;
}

/** A number of a world, by its measure. */
export const of = (measure, side = "here") => now.find((one) => one.measure === measure)?.[side] ?? null;
export const unit_of = (measure) => now.find((one) => one.measure === measure)?.unit ?? "share";
export const was = (measure) => before.find((one) => one.measure === measure)?.here ?? null;

/** Another run begins: what came of the last whole run of the same study is what was before, unless nothing was changed. */
export function begin(number) {
  const wanted = JSON.stringify(settings);
  if (wanted !== shown) before = finished?.base === settings.base && finished.settings !== wanted ? finished.figures : [];
  [run, shown, now] = [number, wanted, []];
}

/** What was before is something else altogether, as in another step of the tour. */
export const forget = () => (finished = null);

/** Fetches the numbers of a run that goes on. */
export const fetch_numbers = atMost(500, (number) => fetched(number, false));

/** Fetches the last numbers of a run, at once: a change may follow that drops it. */
export const fetch_last = (number) => fetched(number, true);

async function fetched(number, is_done) {
  let found;
  try {
    found = await ask(`/api/run/${number}/figures`);
  } catch {
    return;
  }
  if (number !== run) return;
  now = found;
  if (is_done) finished = { base: settings.base, settings: shown, figures: now };
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
    make("div", { class: "scroll" }, make("table", {}, make("thead", {}, make("tr", {}, head.map((text) => make("th", { scope: "col", class: text ? "number" : "" }, text)))), make("tbody", {}, now.map(row)))),
    make("p", { class: "note" }, say("numbers-note")),
  );
  if (is_done) {
    const line = (one) => `${sayOr(`figure-${one.measure}`, one.title ?? one.measure)}: ${inUnit(one.here, one.unit)}, ${inUnit(one.beside, one.unit)}`;
    at("spoken").textContent = `${say("done")} ${now.map(line).join(". ")}`;
  }
}
