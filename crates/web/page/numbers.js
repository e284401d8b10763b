// Numbers: where both worlds stand, and where the first stood before the last change.

import { at, make, note, table } from "./dom.js";
import { pursuit } from "./pursuit.js";
import * as run from "./run.js";
import { inUnit, say, sayOr, slug } from "./words.js";

const NOTHING = { run: null, settings: "", figures: [], isDone: false };

let shown = NOTHING; // the run on screen
let last = null; // the last run that was lived to its end
let before = [];
let isOver = false; // whether the run on screen was lived to its end
let heard = () => {};

/** What is called whenever there are newer numbers. */
export const onNumbers = (act) => (heard = act);

const find = (figures, measure) => figures.find((one) => one.measure === measure);

/** A number of a world, by its measure. */
export const of = (measure, side = "here") => find(shown.figures, measure)?.[side] ?? null;
export const unitOf = (measure) => find(shown.figures, measure)?.unit ?? "share";

/** Another run begins: what the last whole one with other settings came to is what was before. */
export function begin(name, settings) {
  if (shown.isDone) last = shown;
  if (last !== null && last.settings !== settings) before = last.figures;
  shown = { ...NOTHING, run: name, settings };
  isOver = false;
}

/** Nothing was before: what comes now is another study, or another step of the tour. */
export function forget() {
  [shown, last, before] = [NOTHING, null, []];
}

/**
 * There is something newer to tell of the run; at its end at once, since a change may follow that drops it.
 */
export function news(isDone) {
  isOver ||= isDone;
  renew({ soon: isDone });
}

const renew = pursuit(async () => {
  // What is on screen is not wanted any more, and what is wanted has not begun.
  if (shown.run !== run.name()) return;
  const isDone = isOver;
  const figures = await run.ask("figures");
  if (shown.run !== run.name()) return;
  Object.assign(shown, { figures, isDone });
  draw();
  heard(shown.settings, isDone);
}, 500);

const titleOf = (one) => sayOr(`figure-${one.measure}`, one.title ?? one.measure);

const unit = (name) => (name === "share" ? "" : ` ${sayOr(`unit-${slug(name)}`, name)}`);

function draw() {
  const headings = [[""], ...["world-here", "world-beside"].map((name) => [say(name), "number"])];
  if (before.length > 0) headings.push([say("before"), "number"]);
  const row = (one) => {
    const values = [one.here, one.beside];
    if (before.length > 0) values.push(find(before, one.measure)?.here ?? null);
    return make(
      "tr",
      make("th", { scope: "row" }, titleOf(one), make("span.part", unit(one.unit))),
      values.map((value, index) => make(`td.number.side-${index}`, inUnit(value, one.unit))),
    );
  };
  at("numbers").replaceChildren(
    make("h2#numbers-title", say("numbers")),
    make("div.scroll", table("table", headings, shown.figures.map(row))),
    note(say("numbers-note")),
  );
  if (shown.isDone) {
    const line = (one) => `${titleOf(one)}: ${inUnit(one.here, one.unit)}, ${inUnit(one.beside, one.unit)}`;
    at("spoken").textContent = `${say("done")} ${shown.figures.map(line).join(". ")}`;
  }
}
