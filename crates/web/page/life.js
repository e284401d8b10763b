// A life: what one made-up person did, what was written down, what it cost, week by week, and the same life in the other world.

import { ask, send } from "./api.js";
import { at, make } from "./dom.js";
import { canTryAgain, pursuit } from "./pursuit.js";
import { view, write } from "./state.js";
import { say, whole } from "./words.js";

let shown = null; // { run, person, because, isTold }
const KINDS = ["true", "wrong", "sanction", "refusal", "remedy"];

/** Asks for the life of a person and opens the sheet; `because` says why this person was picked. */
export function open(run, person, because = "") {
  shown = { run, person, because, isTold: false };
  view.person = person;
  write();
  const sheet = at("life");
  sheet.replaceChildren(
    head(say("life-title", { number: person })),
    make("p", { class: "note" }, say("life-again")),
    make("progress", { "aria-label": say("working") }),
  );
  if (!sheet.open) sheet.showModal();
  sheet.onclose = () => {
    shown = null;
    view.person = null;
    write();
  };
  order();
}

/** Another run is there: the person's life in its worlds is another one. */
export function begin(run) {
  if (view.person !== null) open(run, view.person, shown?.because);
}

/** Asks for the life that is shown; what cannot be had is told, and what is lost on the way is asked for again. */
async function asked(question) {
  const mine = shown;
  if (mine === null || mine.isTold) return null;
  try {
    const answer = await question(mine);
    return mine === shown ? answer : null;
  } catch (error) {
    if (mine !== shown) return null;
    if (canTryAgain(error)) throw error;
    failed({ person: mine.person, message: error.message });
    return null;
  }
}

const order = pursuit(() =>
  asked(({ run, person }) => send(`/api/run/${run}/life`, { person }, { read: () => null })),
);

/** How far it is lived again. */
export function going({ person, done, of }) {
  const bar = at("life").querySelector("progress");
  if (person !== shown?.person || !bar || !of) return;
  bar.max = of;
  bar.value = done;
}

/** It cannot be told. */
export function failed({ person, message }) {
  if (person !== shown?.person) return;
  at("life").replaceChildren(
    head(say("life-title", { number: person })),
    make("p", {}, message ?? say("life-failed")),
  );
}

/** It can be told. */
export function ready({ person }) {
  if (person === shown?.person) tell();
}

const tell = pursuit(async () => {
  const life = await asked(({ run, person }) => ask(`/api/run/${run}/life/${person}`));
  if (life === null) return;
  shown.isTold = true;
  const { person, because } = shown;
  at("life").replaceChildren(
    head(say("life-title", { number: person })),
    because && make("p", { class: "note", id: "because" }, because),
    make("p", { class: "lead" }, life.summary),
    chart(life),
    make("h3", {}, make("span", { class: "which here" }, say("world-here")), " ", life.regime),
    legend(),
    timeline(life.events),
    ...(life.twin
      ? [
          make("h3", {}, make("span", { class: "which beside" }, say("world-beside")), " ", life.twin.regime),
          make("p", {}, life.twin.summary),
          timeline(life.twin.events),
        ]
      : []),
  );
  at("life").querySelector("h2").focus();
});

function head(title) {
  return make(
    "div",
    {},
    make(
      "button",
      { type: "button", class: "close", "aria-label": say("close"), onclick: () => at("life").close() },
      "×",
    ),
    make("h2", { id: "life-title", tabindex: "-1" }, title),
  );
}

function legend() {
  return make(
    "ul",
    { class: "legend" },
    KINDS.map((kind) =>
      make("li", {}, make("span", { class: `swatch kind-${kind}` }), say(`life-kind-${kind}`)),
    ),
  );
}

function timeline(events) {
  if (events.length === 0) return make("p", { class: "note" }, say("life-empty"));
  const scored = events.some((one) => one.score !== null);
  const headings = [
    "life-when",
    "life-true",
    "life-record",
    "life-points",
    ...(scored ? ["life-score"] : []),
  ];
  const row = (one) => {
    const points = one.points === 0 ? "" : `${one.points > 0 ? "+" : "−"}${whole(Math.abs(one.points))}`;
    const score =
      one.score === null
        ? ""
        : one.deserved === null || one.deserved === one.score
          ? whole(one.score)
          : say("life-scores", { score: whole(one.score), deserved: whole(one.deserved) });
    return make(
      "tr",
      { class: one.kind },
      make("th", { scope: "row" }, one.when),
      make("td", {}, one.truth),
      make("td", {}, one.record),
      make("td", { class: `number ${one.points < 0 ? "loss" : "gain"}` }, points),
      scored && make("td", { class: "number" }, score),
    );
  };
  return make(
    "div",
    { class: "scroll", tabindex: "0" },
    make(
      "table",
      { class: "life" },
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          headings.map((name) =>
            make(
              "th",
              { scope: "col", class: ["life-points", "life-score"].includes(name) ? "number" : null },
              say(name),
            ),
          ),
        ),
      ),
      make("tbody", {}, events.map(row)),
    ),
  );
}

const SVG = "http://www.w3.org/2000/svg";
function shape(tag, given) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  return element;
}

/** Score on record against deserved score, as steps. */
function chart({ scores }) {
  if (scores.length < 2) return "";
  // Narrow where the page is, so that its letters stay as large.
  const [wide, high, left, each] = innerWidth < 640 ? [360, 190, 40, 3] : [720, 190, 46, 1];
  const years = scores.map((one) => one[0]);
  const [from, to] = [Math.floor(Math.min(...years)), Math.max(...years)];
  const all = scores.flatMap((one) => [one[1], one[2]]);
  const [low, top] = [Math.min(...all) - 20, Math.max(...all) + 20];
  const x = (year) => left + ((year - from) / Math.max(0.1, to - from)) * (wide - left - 8);
  const y = (score) => 12 + (1 - (score - low) / Math.max(1, top - low)) * (high - 36);
  const path = (which) =>
    scores
      .map(
        (one, place) =>
          `${place === 0 ? "M" : "H"}${x(one[0]).toFixed(1)}${place === 0 ? "," : "V"}${y(one[which]).toFixed(1)}`,
      )
      .join("");
  const svg = shape("svg", {
    viewBox: `0 0 ${wide} ${high}`,
    class: "chart",
    role: "img",
    "aria-label": say("life-chart"),
  });
  for (let year = Math.ceil(from); year <= to; year += Math.max(each, Math.ceil((to - from) / 24))) {
    svg.append(shape("line", { x1: x(year), x2: x(year), y1: 8, y2: high - 22, class: "grid" }));
    const text = shape("text", { x: x(year), y: high - 6, class: "axis", "text-anchor": "middle" });
    text.textContent = String(year);
    svg.append(text);
  }
  for (const score of [low + 20, top - 20]) {
    const text = shape("text", { x: left - 6, y: y(score) + 4, class: "axis", "text-anchor": "end" });
    text.textContent = whole(score);
    svg.append(text);
  }
  svg.append(
    shape("path", { d: path(2), class: "deserved" }),
    shape("path", { d: path(1), class: "on-record" }),
  );
  return make(
    "figure",
    { class: "life-chart" },
    make(
      "ul",
      { class: "legend" },
      make("li", {}, make("span", { class: "swatch stroke hue-here" }), say("life-on-record")),
      make("li", {}, make("span", { class: "swatch stroke hue-true" }), say("life-deserved")),
    ),
    svg,
  );
}
