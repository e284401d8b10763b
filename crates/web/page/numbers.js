// Numbers: where both worlds stand, and where the first stood before the last change.

import { at, make } from "./dom.js";
import { pursuit } from "./pursuit.js";
import * as run from "./run.js";
import { inUnit, say, sayOr } from "./words.js";

const NOTHING = { run: null, settings: "", figures: [], isDone: false };

let shown = NOTHING; // the run on screen
let last = null; // the last run that was lived to its end
let before = [];
let isOver = false; // whether the run on screen was lived to its end
let heard = () => {};

/** What is called whenever there are newer numbers. */
export function onNumbers(act) {
  heard = act;
}

/** A number of a world, by its measure. */
export const of = (measure, side = "here") =>
  shown.figures.find((one) => one.measure === measure)?.[side] ?? null;
export const unitOf = (measure) => shown.figures.find((one) => one.measure === measure)?.unit ?? "share";
const was = (measure) => before.find((one) => one.measure === measure)?.here ?? null;

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

/** There is something newer to tell of the run; at its end at once, since a change may follow that drops it. */
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

const unit = (name) =>
  name === "share" ? "" : sayOr(`unit-${name.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}`, name);

function draw() {
  const hasBefore = before.length > 0;
  const head = ["", say("world-here"), say("world-beside"), ...(hasBefore ? [say("before")] : [])];
  const row = (one) => {
    const old = was(one.measure);
    const cells = [
      inUnit(one.here, one.unit),
      inUnit(one.beside, one.unit),
      ...(hasBefore ? [inUnit(old, one.unit)] : []),
    ];
    const title = sayOr(`figure-${one.measure}`, one.title ?? one.measure);
    return make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        title,
        make("span", { class: "part" }, unit(one.unit) && ` ${unit(one.unit)}`),
      ),
      cells.map((text, place) => make("td", { class: `number side-${place}` }, text)),
    );
  };
  at("numbers").replaceChildren(
    make("h2", { id: "numbers-title" }, say("numbers")),
    make(
      "div",
      { class: "scroll" },
      make(
        "table",
        {},
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            head.map((text) => make("th", { scope: "col", class: text ? "number" : "" }, text)),
          ),
        ),
        make("tbody", {}, shown.figures.map(row)),
      ),
    ),
    make("p", { class: "note" }, say("numbers-note")),
  );
  if (shown.isDone) {
    const line = (one) =>
      `${sayOr(`figure-${one.measure}`, one.title ?? one.measure)}: ${inUnit(one.here, one.unit)}, ${inUnit(one.beside, one.unit)}`;
    at("spoken").textContent = `${say("done")} ${shown.figures.map(line).join(". ")}`;
  }
}
