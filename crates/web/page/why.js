// Why: from a chart to what it is made of: definitions, where it comes from, the mechanisms behind it, what
// it rests on, and each mechanism's share.

import { ask } from "./api.js";
import { controls, mechanismOf, titleOf } from "./controls.js";
import { at, drawn, make, note, select, sheetHead, shown, table } from "./dom.js";
import { jobs } from "./job.js";
import { called, inUnit, number, percent, say, sayOr, whole } from "./words.js";

let measures = [];
let run = null; // the run that the sheet is of

const shares = jobs("why", "measure", {
  holder: () => at("shares"),
  show: tell,
  fail: (message) => at("shares").replaceChildren(note(message ?? say("why-no-shares"))),
});

/** What is told of shares while they are worked out. */
export const { events } = shares;

/** The definitions of measures. */
export const know = (all) => (measures = all);

/** Another run is there: what was to be worked out of the one before is worked out of it. */
export function begin(name) {
  if (!at("why").open) return;
  run = name;
  shares.again(run);
}

/** Opens the sheet for a chart. */
export async function open(name, chart) {
  run = name;
  shares.forget();
  const sheet = at("why");
  const parts = chart.measures.map((name) => measures.find((one) => one.name === name)).filter(Boolean);
  const mechanism = (one) => make("li", mechanismOf(one));
  const isShown = ({ measures }) => measures.some((name) => chart.measures.includes(name));
  const behind = controls().mechanisms.filter(isShown);
  const names = new Set(behind.map((one) => one.name));
  const isOfThem = ({ mechanisms }) => mechanisms.some((name) => names.has(name));
  const rests = controls().figures.filter((one) => one.is_assumption && isOfThem(one));
  const lead = make("p.lead", chart.title);
  const origins = make("div.origins");
  sheet.replaceChildren(
    ...sheetHead(sheet, say("close"), say("why-title")),
    lead,
    make("h3", say("why-definition")),
    make("dl.why", parts.map(definition)),
    origins,
    make("h3", say("why-mechanisms")),
    behind.length ? make("ul.plain", behind.map(mechanism)) : note(say("why-no-mechanism")),
    make("h3", say("why-shares")),
    note(say("why-shares-note")),
    choice(parts),
    make("h3", say("why-assumptions", { count: whole(rests.length) })),
    rests.length ? assumptions(rests) : note(say("why-no-assumption")),
  );
  sheet.showModal();
  // The chart may be of an earlier week, and the sheet is of now.
  const charts = await ask(`/api/run/${name}/charts?names=origins,${chart.name}`).catch(() => []);
  const named = (name) => charts.find((one) => one.name === name);
  lead.textContent = shown(named(chart.name)?.title ?? chart.title);
  const isOfSanctions = chart.measures.some((name) => name.includes("sanction"));
  if (isOfSanctions && chart.name !== "origins" && named("origins")) {
    origins.replaceChildren(make("h3", say("why-origins")), drawn(named("origins").html));
  }
}

function definition({ name, title, definition, unit, source }) {
  const told = [definition, say("why-unit", { unit: called("unit", unit) }), say("why-source", { source })];
  const head = make("dt", make("strong", title ?? name), " ", make("code", name));
  return [head, make("dd", told.join(" "))];
}


function assumptions(rests) {
  const range = ({ low, high }) => (low === null || high === null ? "–" : `${number(low)} – ${number(high)}`);
  const row = (one) =>
    make(
      "tr",
      make("th", { scope: "row" }, titleOf(one)),
      make("td.number", number(one.value)),
      make("td.number", range(one)),
      make("td", { lang: "en" }, one.note ?? one.about),
    );
  const headings = ["why-figure", "usual-value", "why-range", "what-it-is"].map((name) => [say(name)]);
  const list = make("div.scroll", table("table", headings, rests.map(row)));
  return make("details", make("summary", say("why-assumptions-show")), list);
}

/** The shares of errors or mechanisms, worked out on demand. */
function choice(parts) {
  const result = make("div#shares");
  const options = parts.map((one) => [one.name, one.title ?? one.name]);
  const measure = select("select", say("why-of-what"), options);
  const workOut = () => {
    const working = say("working");
    result.replaceChildren(make("progress", { "aria-label": working }), note(working));
    shares.want(run, measure.value);
  };
  const button = make("button.act", { onclick: workOut }, say("why-work-out"));
  return make("div", make("p.row", measure, " ", button), result);
}

function tell({ shapley, unit, total, persons, weeks, note: remark }) {
  if (!shapley) return at("shares").replaceChildren(note(remark ?? say("why-no-shares")));
  const most = Math.max(...shapley.map((one) => Math.abs(one.value)), 1e-12);
  const row = ({ player, value }) => {
    const bar = make(value < 0 ? "span.amount.less" : "span.amount");
    bar.style.width = `${(100 * Math.abs(value)) / most}%`;
    const isRest = player === "none of these";
    const name = isRest ? say("why-none") : sayOr(`player-short-${player}`, player);
    return make(
      "tr",
      make("th", { scope: "row" }, name),
      make("td.bars", bar),
      make("td.number", inUnit(value, unit)),
      make("td.number", total ? percent(value / total) : "–"),
    );
  };
  const all = unit === "share" ? percent(total) : `${number(total)} ${called("unit", unit)}`;
  const of = say("why-shares-of", { persons: whole(persons), weeks: whole(weeks), total: all });
  const said = note(of, remark ? ` ${say("why-mean")}` : "");
  at("shares").replaceChildren(make("table.shares", make("tbody", shapley.map(row))), said);
}
