// Why: from a chart to what it is made of: definitions, where it comes from, the mechanisms behind it, what it rests on, and each
// mechanism's share.

import { ask, send } from "./api.js";
import { at, drawn, make } from "./dom.js";
import { controls } from "./controls.js";
import { canTryAgain, pursuit } from "./pursuit.js";
import { called, inUnit, number, percent, say, sayOr, whole } from "./words.js";

let measures = [];
let shown = null; // { run, chart, measure, isTold }

/** The definitions of measures. */
export function know(all) {
  measures = all;
}

/** Opens the sheet for a chart. */
export async function open(run, chart) {
  shown = { run, chart, measure: null, isTold: false };
  const sheet = at("why");
  const parts = chart.measures.map((name) => measures.find((one) => one.name === name)).filter(Boolean);
  const behind = controls().mechanisms.filter((one) =>
    one.measures.some((name) => chart.measures.includes(name)),
  );
  const names = new Set(behind.map((one) => one.name));
  const rests = controls().figures.filter(
    (one) => one.is_assumption && one.mechanisms.some((name) => names.has(name)),
  );
  const lead = make("p", { class: "lead" }, chart.title);
  const origins = make("div", { class: "origins" });
  sheet.replaceChildren(
    make(
      "button",
      { type: "button", class: "close", "aria-label": say("close"), onclick: () => sheet.close() },
      "×",
    ),
    make("h2", { id: "why-title" }, say("why-title")),
    lead,
    make("h3", {}, say("why-definition")),
    make(
      "dl",
      { class: "why" },
      parts.flatMap((one) => [
        make("dt", {}, make("strong", {}, one.title ?? one.name), " ", make("code", {}, one.name)),
        make(
          "dd",
          {},
          `${one.definition} ${say("why-unit", { unit: called("unit", one.unit) })} ${say("why-source", { source: one.source })}`,
        ),
      ]),
    ),
    origins,
    make("h3", {}, say("why-mechanisms")),
    behind.length
      ? make(
          "ul",
          { class: "plain" },
          behind.map((one) =>
            make(
              "li",
              {},
              make("span", { class: "row-number" }, one.number),
              sayOr(`mechanism-${one.name}`, one.says),
              one.claim
                ? [" ", make("span", { class: `claim ${one.claim}` }, sayOr(`claim-${one.claim}`, one.claim))]
                : "",
            ),
          ),
        )
      : make("p", { class: "note" }, say("why-no-mechanism")),
    make("h3", {}, say("why-shares")),
    make("p", { class: "note" }, say("why-shares-note")),
    shares(parts),
    make("h3", {}, say("why-assumptions", { count: whole(rests.length) })),
    assumptions(rests),
  );
  sheet.showModal();
  // The chart may be of an earlier week, and the sheet is of now.
  const charts = await ask(`/api/run/${run}/charts?names=origins,${chart.name}`).catch(() => []);
  const named = (name) => charts.find((one) => one.name === name);
  lead.textContent = named(chart.name)?.title ?? chart.title;
  if (
    named("origins") &&
    chart.name !== "origins" &&
    chart.measures.some((name) => name.includes("sanction"))
  ) {
    origins.replaceChildren(make("h3", {}, say("why-origins")), drawn(named("origins").html));
  }
}

function assumptions(rests) {
  const row = (one) =>
    make(
      "tr",
      {},
      make(
        "th",
        { scope: "row" },
        make("code", {}, one.key.replace(/^.*?: /, "")),
        one.item ? ` (${one.item})` : "",
      ),
      make("td", { class: "number" }, number(one.value)),
      make(
        "td",
        { class: "number" },
        one.low === null || one.high === null ? "–" : `${number(one.low)} – ${number(one.high)}`,
      ),
      make("td", { lang: "en" }, one.note ?? one.about),
    );
  const head = ["why-figure", "usual-value", "why-range", "what-it-is"].map((name) =>
    make("th", { scope: "col" }, say(name)),
  );
  return rests.length
    ? make(
        "details",
        {},
        make("summary", {}, say("why-assumptions-show")),
        make(
          "div",
          { class: "scroll" },
          make("table", {}, make("thead", {}, make("tr", {}, head)), make("tbody", {}, rests.map(row))),
        ),
      )
    : make("p", { class: "note" }, say("why-no-assumption"));
}

/** The shares of mechanisms, worked out on demand. */
function shares(parts) {
  const result = make("div", { id: "shares" });
  const choice = make(
    "select",
    { "aria-label": say("why-of-what") },
    parts.map((one) => make("option", { value: one.name }, one.title ?? one.name)),
  );
  const button = make(
    "button",
    {
      type: "button",
      class: "act",
      onclick: () => {
        shown = { ...shown, measure: choice.value, isTold: false };
        result.replaceChildren(
          make("progress", { "aria-label": say("working") }),
          make("p", { class: "note" }, say("working")),
        );
        workOut();
      },
    },
    say("why-work-out"),
  );
  return make("div", {}, make("p", { class: "row" }, choice, " ", button), result);
}

/** Asks for the shares that are wanted; what cannot be had is told, and what is lost on the way is asked for again. */
async function asked(question) {
  const mine = shown;
  if (mine === null || mine.measure === null || mine.isTold) return null;
  try {
    const answer = await question(mine);
    return mine === shown ? answer : null;
  } catch (error) {
    if (mine !== shown) return null;
    if (canTryAgain(error)) throw error;
    failed({ measure: mine.measure, message: error.message });
    return null;
  }
}

const workOut = pursuit(() =>
  asked(({ run, measure }) => send(`/api/run/${run}/why`, { measure }, { read: () => null })),
);

/** Another run is there: what was to be worked out of the one before is worked out of it. */
export function begin(run) {
  if (shown === null || !at("why").open) return;
  shown = { ...shown, run };
  if (shown.measure !== null && !shown.isTold) workOut();
}

/** How far the working out is. */
export function going({ measure, done, of }) {
  const bar = document.querySelector("#shares progress");
  if (measure !== shown?.measure || !bar || !of) return;
  bar.max = of;
  bar.value = done;
}

/** It is worked out. */
export function ready({ measure }) {
  if (measure === shown?.measure) tell();
}

const tell = pursuit(async () => {
  const told = await asked(({ run, measure }) => ask(`/api/run/${run}/why/${measure}`));
  if (told === null) return;
  shown.isTold = true;
  const result = at("shares");
  if (!told.shapley) {
    result.replaceChildren(make("p", { class: "note" }, told.note ?? say("why-no-shares")));
    return;
  }
  const most = Math.max(...told.shapley.map((one) => Math.abs(one.value)), 1e-12);
  const row = (one) => {
    const bar = make("span", { class: `amount ${one.value < 0 ? "less" : ""}` });
    bar.style.width = `${(100 * Math.abs(one.value)) / most}%`;
    const name =
      one.mechanism === "none of these"
        ? say("why-none")
        : sayOr(`mechanism-short-${one.mechanism}`, one.mechanism);
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, name),
      make("td", { class: "bars" }, bar),
      make("td", { class: "number" }, inUnit(one.value, told.unit)),
      make("td", { class: "number" }, told.total ? percent(one.value / told.total) : "–"),
    );
  };
  result.replaceChildren(
    make("table", { class: "shares" }, make("tbody", {}, told.shapley.map(row))),
    make(
      "p",
      { class: "note" },
      say("why-shares-of", {
        persons: whole(told.persons),
        weeks: whole(told.weeks),
        total:
          told.unit === "share" ? percent(told.total) : `${number(told.total)} ${called("unit", told.unit)}`,
      }),
      told.note ? ` ${say("why-mean")}` : "",
    ),
  );
});

/** It could not be worked out. */
export function failed({ measure, message }) {
  if (measure === shown?.measure)
    at("shares").replaceChildren(make("p", { class: "note" }, message ?? say("why-no-shares")));
}
