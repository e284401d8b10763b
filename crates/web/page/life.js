// A life: what one made-up person did, what was written down, what it cost, week by week, and the same life
// in the other world.

import { at, legend, make, note, sheetHead, shown, table } from "./dom.js";
import { jobs } from "./job.js";
import { view, write } from "./state.js";
import { say, whole } from "./words.js";

let because = ""; // why the person was picked
const KINDS = ["true", "wrong", "sanction", "refusal", "remedy"];

const fill = (person, ...content) =>
  at("life").replaceChildren(
    make("div", sheetHead(at("life"), say("close"), say("life-title", { number: person }))),
    ...content,
  );

const lives = jobs("life", "person", {
  holder: () => at("life"),
  show: tell,
  fail: (message, person) => fill(person, make("p", message ?? say("life-failed"))),
});

/** What is told of lives while they are worked out. */
export const { events } = lives;

/** Asks for the life of a person and opens the sheet; `why` says why this person was picked. */
export function open(run, person, why = "") {
  because = why;
  view.person = person;
  write();
  fill(person, note(say("life-again")), make("progress", { "aria-label": say("working") }));
  const sheet = at("life");
  if (!sheet.open) sheet.showModal();
  sheet.onclose = () => {
    lives.forget();
    view.person = null;
    write();
  };
  lives.want(run, person);
}

/** Another run is there: the person's life in its worlds is another one. */
export function begin(run) {
  if (view.person !== null) open(run, view.person, because);
}

function tell(life, person) {
  const title = (world, regime) =>
    make("h3", make(`span.which.${world}`, say(`world-${world}`)), " ", regime);
  fill(
    person,
    because && make("p#because.note", because),
    make("p.lead", life.summary),
    chart(life),
    title("here", life.regime),
    legend(KINDS.map((kind) => [`kind-${kind}`, say(`life-kind-${kind}`)])),
    timeline(life.events),
    ...(life.twin
      ? [title("beside", life.twin.regime), make("p", life.twin.summary), timeline(life.twin.events)]
      : []),
  );
  at("life").querySelector("h2").focus();
}

function timeline(events) {
  if (events.length === 0) return note(say("life-empty"));
  const scored = events.some((one) => one.score !== null);
  const headings = [["life-when"], ["life-true"], ["life-record"], ["life-points", "number"]];
  if (scored) headings.push(["life-score", "number"]);
  const score = (one) => {
    if (one.score === null) return "";
    if (one.deserved === null || one.deserved === one.score) return whole(one.score);
    return say("life-scores", { score: whole(one.score), deserved: whole(one.deserved) });
  };
  const row = (one) => {
    const points = one.points === 0 ? "" : `${one.points > 0 ? "+" : "−"}${whole(Math.abs(one.points))}`;
    return make(
      `tr.${one.kind}`,
      make("th", { scope: "row" }, one.when),
      make("td", one.truth),
      make("td", one.record),
      make(`td.number.${one.points < 0 ? "loss" : "gain"}`, points),
      scored && make("td.number", score(one)),
    );
  };
  const said = headings.map(([name, kind]) => [say(name), kind]);
  return make("div.scroll", { tabindex: "0" }, table("table.life", said, events.map(row)));
}

function shape(tag, given, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  element.textContent = shown(text);
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
  const path = (which) => {
    const [first, ...rest] = scores.map((one) => [x(one[0]).toFixed(1), y(one[which]).toFixed(1)]);
    return `M${first}${rest.map(([across, down]) => `H${across}V${down}`).join("")}`;
  };
  const viewBox = `0 0 ${wide} ${high}`;
  const svg = shape("svg", { viewBox, class: "chart", role: "img", "aria-label": say("life-chart") });
  for (let year = Math.ceil(from); year <= to; year += Math.max(each, Math.ceil((to - from) / 24))) {
    svg.append(
      shape("line", { x1: x(year), x2: x(year), y1: 8, y2: high - 22, class: "grid" }),
      shape("text", { x: x(year), y: high - 6, class: "axis", "text-anchor": "middle" }, year),
    );
  }
  const number = { x: left - 6, class: "axis", "text-anchor": "end" };
  for (const score of [low + 20, top - 20])
    svg.append(shape("text", { ...number, y: y(score) + 4 }, whole(score)));
  const steps = (which, name) => shape("path", { d: path(which), class: name });
  svg.append(steps(2, "deserved"), steps(1, "on-record"));
  const key = legend([
    ["stroke.hue-here", say("life-on-record")],
    ["stroke.hue-true", say("life-deserved")],
  ]);
  return make("figure.life-chart", key, svg);
}
