// Charts: drawn by the same code as the report's, fetched while they can be seen, renewed while the worlds live on.

import { ask, Gone } from "./api.js";
import { at, atMost, drawn, make } from "./dom.js";
import { say } from "./words.js";
import * as why from "./why.js";

const NAMES = ["sanctioned", "origins", "precision", "collateral", "flow", "refused", "scores", "speech", "groups", "benefits", "persistence"];

let run = null;
let is_done = false;
const seen = new Set();
const stale = new Set(NAMES);
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target.dataset.chart);
  renew();
}, { rootMargin: "200px" });

/** Builds the places of the charts. */
export function build() {
  watcher.disconnect();
  const place = (name) => make("section", { class: "chart-place", "data-chart": name }, make("p", { class: "nothing" }, say("chart-waits")));
  at("charts").replaceChildren(make("h2", {}, say("charts")), ...NAMES.map(place));
  for (const one of document.querySelectorAll(".chart-place")) watcher.observe(one);
}

/** There is something newer to draw. */
export function news(number, done = false) {
  run = number;
  is_done = done;
  NAMES.forEach((name) => stale.add(name));
  renew();
}

let busy = false;
const renew = atMost(1000, async () => {
  const wanted = NAMES.filter((name) => seen.has(name) && stale.has(name));
  if (run === null || wanted.length === 0 || busy) return;
  busy = true;
  const mine = run;
  let is_hopeless = false;
  // What becomes stale again while they are fetched is fetched again.
  wanted.forEach((name) => stale.delete(name));
  try {
    const charts = await ask(`/api/run/${mine}/charts?names=${wanted.join(",")}`);
    if (mine === run) wanted.forEach((name) => put(name, charts.find((one) => one.name === name)));
  } catch (error) {
    wanted.forEach((name) => stale.add(name));
    // A run that was dropped does not come back; a connection that is lost brings news when it is found.
    is_hopeless = error instanceof Gone || error.status === 404;
  }
  busy = false;
  if (mine !== run || (is_done && !is_hopeless)) renew();
});

function put(name, chart) {
  const place = document.querySelector(`[data-chart="${name}"]`);
  if (!place) return;
  place.hidden = !chart;
  if (!chart) return;
  const open = [...place.querySelectorAll("details")].map((one) => one.open);
  // The button stays, and the focus on it, while the picture above it is drawn again.
  const button = place.querySelector(".why-button") ?? place.appendChild(make("button", { type: "button", class: "why-button" }, say("why")));
  button.onclick = () => why.open(run, chart);
  while (button.previousSibling) button.previousSibling.remove();
  button.before(drawn(chart.html));
  [...place.querySelectorAll("details")].forEach((one, at) => (one.open = open[at] ?? false));
}

/** One chart for another place of the page. */
export async function one(number, name) {
  const charts = await ask(`/api/run/${number}/charts?names=${name}`);
  return charts.find((chart) => chart.name === name) ?? null;
}
