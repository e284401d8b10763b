// Charts: drawn by the same code as the report's, fetched while they can be seen, renewed while the worlds
// live on.

import { all, at, drawn, make } from "./dom.js";
import { pursuit } from "./pursuit.js";
import * as run from "./run.js";
import { say } from "./words.js";
import * as why from "./why.js";

const NAMES = [
  "sanctioned",
  "layers",
  "origins",
  "mirror",
  "precision",
  "collateral",
  "flow",
  "refused",
  "scores",
  "speech",
  "groups",
  "benefits",
  "persistence",
];

const seen = new Set();
const stale = new Set();
const watcher = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target.dataset.chart);
    if (stale.size > 0) renew();
  },
  { rootMargin: "200px" },
);

/** Builds the places of the charts. */
export function build() {
  watcher.disconnect();
  const place = (name) =>
    make("section.chart-place", { "data-chart": name }, make("p.nothing", say("chart-waits")));
  at("charts").replaceChildren(make("h2", say("charts")), ...NAMES.map(place));
  for (const one of all(".chart-place")) watcher.observe(one);
}

/** Another run begins: nothing of it can be drawn yet. */
export const begin = () => stale.clear();

/** There is something newer to draw. */
export function news() {
  NAMES.forEach((name) => stale.add(name));
  renew();
}

const named = (charts, name) => charts.find((one) => one.name === name);

const renew = pursuit(async () => {
  const wanted = NAMES.filter((name) => seen.has(name) && stale.has(name));
  if (wanted.length === 0) return;
  // What becomes stale again while they are fetched is fetched again.
  wanted.forEach((name) => stale.delete(name));
  let charts;
  try {
    charts = await run.ask(`charts?names=${wanted.join(",")}`);
  } catch (error) {
    if (error.name !== "AbortError") wanted.forEach((name) => stale.add(name));
    throw error;
  }
  for (const name of wanted) put(name, named(charts, name));
}, 1000);

function put(name, chart) {
  const place = document.querySelector(`[data-chart="${name}"]`);
  if (!place) return;
  place.hidden = !chart;
  if (!chart) return;
  const open = all("details", place).map((one) => one.open);
  // The button stays, and the focus on it, while the picture above it is drawn again.
  const button =
    place.querySelector(".why-button") ?? place.appendChild(make("button.why-button", say("why")));
  button.onclick = () => why.open(run.name(), chart);
  while (button.previousSibling) button.previousSibling.remove();
  button.before(drawn(chart.html));
  all("details", place).forEach((one, index) => (one.open = open[index] ?? false));
}

/** One chart for another place of the page. */
export async function one(name) {
  return named(await run.ask(`charts?names=${name}`), name);
}
