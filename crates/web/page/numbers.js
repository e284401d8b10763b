// Numbers: where both worlds stand, and where the first stood before the last change.

import { ask } from "./api.js";
import { at, atMost, make } from "./dom.js";
import { inUnit, say, sayOr } from "./words.js";

let now = [];
let before = [];
let heard = () => {};

/** What is called whenever there are newer numbers. */
export function onNumbers(act) {
  heard = act;
}

/** A number of a world, by its measure. */
export const of = (measure, side = "here") => now.find((one) => one.measure === measure)?.[side] ?? null;
export const unit_of = (measure) => now.find((one) => one.measure === measure)?.unit ?? "share";
export const was = (measure) => before.find((one) => one.measure === measure)?.here ?? null;

/** Another run begins: what there was is what was before. */
export function begin() {
  if (now.length > 0) before = now;
  now = [];
}

/** Fetches the numbers of a run. */
export const fetch_numbers = atMost(500, async (run, is_done) => {
  try {
    now = await ask(`/api/run/${run}/figures`);
  } catch {
    return;
  }
  draw(is_done);
  heard(is_done);
});

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
