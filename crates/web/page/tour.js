// The tour: seven steps through the source's story. Each sets up the worlds, says one thing, and asks to change one thing.

import * as charts from "./charts.js";
import { build, controls, lead } from "./controls.js";
import { at, drawn, make } from "./dom.js";
import * as numbers from "./numbers.js";
import * as player from "./player.js";
import { settings, standard, view, write } from "./state.js";
import { inUnit, percent, say, whole } from "./words.js";

/** What each step sets, shows and asks for: a control by its name, the chart to look at, the number that tells the change. */
const STEPS = [
  { name: "cameras", look: "sanction", control: "false-matches", chart: "precision", number: "record-precision", set: {} },
  { name: "purchases", look: "score", control: "alcohol", chart: "origins", number: "wrongly-sanctioned", set: {} },
  { name: "ties", look: "sanction", control: "spillover", chart: "collateral", number: "sanctioned", set: {} },
  { name: "list", look: "sanction", control: "list-term", chart: "refused", number: "refusals", set: {} },
  { name: "appeal", look: "fear", control: "answer-in-time", chart: "origins", number: "appeal-success-given-innocence", set: {} },
  { name: "child", look: "standing", control: "generations", chart: "persistence", number: "sanctioned", set: {} },
  { name: "help", look: "sanction", control: "no-spillover", chart: "sanctioned", number: "wrongly-sanctioned", set: { beside: "unchanged" } },
];

let restart = () => {};
let at_begin = null; // the number when the step's worlds were whole
let asked = null; // what the settings were then

/** How the worlds are begun anew. */
export function onRestart(act) {
  restart = act;
}

/** Goes to a step; the worlds begin as the step has them. */
export function go(step) {
  view.step = step;
  at("tour").hidden = step === null;
  document.body.classList.toggle("touring", step !== null);
  for (const one of document.querySelectorAll(".wanted")) one.classList.remove("wanted");
  if (step === null) {
    write();
    return;
  }
  const { set, look } = STEPS[step];
  Object.assign(settings, structuredClone(standard()), structuredClone(set));
  build(controls());
  player.look(look);
  at_begin = asked = null;
  draw();
  restart();
  write();
  at("tour").scrollIntoView({ block: "start" });
  at("tour-title").focus({ preventScroll: true });
}

/** Takes up the step that the address names, with the settings that it names. */
export function resume() {
  if (view.step === null || !STEPS[view.step]) return (view.step = null);
  at("tour").hidden = false;
  document.body.classList.add("touring");
  draw();
}

/** Another run begins. */
export function begin() {
  if (view.step === null) return;
  at("tour-result").textContent = "";
}

/** Newer numbers are there. */
export async function numbers_are(run, is_done) {
  if (view.step === null) return;
  const { number, chart } = STEPS[view.step];
  at("tour-live").textContent = live();
  if (!is_done) return;
  const present = JSON.stringify(settings);
  if (asked === null) [at_begin, asked] = [numbers.of(number), present];
  else if (asked !== present) changed(at_begin, numbers.of(number));
  const picture = await charts.one(run, chart).catch(() => null);
  if (picture && view.step !== null) at("tour-chart").replaceChildren(drawn(picture.html));
}

/** What the number of the step is now, in a sentence. */
function live() {
  const { name, number } = STEPS[view.step];
  const unit = ["refusals", "posts-withheld"].includes(number) ? "" : "share";
  const [here, beside] = [numbers.of(number), numbers.of(number, "beside")];
  if (here === null) return say("tour-measuring");
  return say(`tour-${name}-live`, { here: inUnit(here, unit), beside: inUnit(beside, unit), wrong: percent(1 - here) });
}

function changed(was, now) {
  const { name, number } = STEPS[view.step];
  const unit = number === "refusals" ? "" : "share";
  const result = was === null || now === null ? say("tour-nothing") : say("tour-changed", { was: inUnit(was, unit), now: inUnit(now, unit) });
  at("tour-result").replaceChildren(make("strong", {}, result), " ", say(`tour-${name}-after`));
  at("spoken").textContent = result;
}

function draw() {
  const step = view.step;
  const { name, control } = STEPS[step];
  const dots = STEPS.map((one, place) => make("li", {}, make("button", { type: "button", "aria-current": place === step ? "step" : null, "aria-label": say("tour-step", { step: place + 1, title: say(`tour-${one.name}-title`) }), onclick: () => go(place) }, String(place + 1))));
  at("tour").replaceChildren(
    make("div", { class: "tour-head" }, make("p", { class: "kicker" }, say("tour-of", { step: step + 1, steps: STEPS.length })), make("ol", { class: "dots" }, dots), make("button", { type: "button", class: "quiet", onclick: () => go(null) }, say("tour-leave"))),
    make("h2", { id: "tour-title", tabindex: "-1" }, say(`tour-${name}-title`)),
    make("div", { class: "tour-body" },
      make("div", {},
        make("p", { class: "source" }, say(`tour-${name}-source`)),
        make("p", { class: "lead" }, say(`tour-${name}-says`)),
        name === "cameras" ? rates() : "",
        make("p", { id: "tour-live", class: "live" }, say("tour-measuring")),
        make("p", { class: "task" }, make("strong", {}, say("tour-task")), " ", say(`tour-${name}-task`), " ", make("button", { type: "button", class: "act", onclick: () => lead(control) }, say("tour-show"))),
        make("p", { id: "tour-result", class: "result" }),
      ),
      make("div", { id: "tour-chart", class: "tour-chart" }),
    ),
    make("p", { class: "tour-foot" },
      make("button", { type: "button", class: "quiet", disabled: step === 0, onclick: () => go(step - 1) }, say("tour-back")),
      step + 1 < STEPS.length ? make("button", { type: "button", class: "act", id: "tour-next", onclick: () => go(step + 1) }, say("tour-next")) : make("button", { type: "button", class: "act", id: "tour-next", onclick: () => go(null) }, say("tour-end")),
    ),
  );
}

/** Why a camera that is nearly always right writes mostly wrong names: a thousand looks, to be counted. */
function rates() {
  const state = { right: 0.999, guilty: 2 };
  const FACES = 10_000;
  const dots = make("canvas", { width: "500", height: "80", class: "dots-picture", role: "img" });
  const words = make("p", { class: "counted", "aria-live": "polite" });
  const show = () => {
    const good = state.guilty * state.right;
    const bad = (FACES - state.guilty) * (1 - state.right);
    const named = Math.max(1, Math.round(good) + Math.round(bad));
    words.textContent = say("rates-counted", { faces: whole(FACES), guilty: whole(state.guilty), good: whole(good), bad: whole(bad), share: percent(bad / (good + bad)) });
    dots.setAttribute("aria-label", words.textContent);
    const brush = dots.getContext("2d");
    const style = getComputedStyle(document.documentElement);
    brush.clearRect(0, 0, 500, 80);
    const across = Math.ceil(Math.sqrt((named * 500) / 80));
    const size = Math.min(20, 500 / across);
    for (let one = 0; one < named; one += 1) {
      brush.fillStyle = style.getPropertyValue(one < Math.round(good) ? "--true" : "--here");
      brush.fillRect((one % across) * size + 1, Math.floor(one / across) * size + 1, size - 2, size - 2);
    }
  };
  const slide = (name, label, values, text) => {
    const told = make("output", {});
    const input = make("input", { type: "range", min: "0", max: String(values.length - 1), "aria-label": label, oninput: () => set() });
    const set = () => {
      state[name] = values[Number(input.value)];
      told.textContent = text(state[name]);
      input.setAttribute("aria-valuetext", told.textContent);
      show();
    };
    input.value = String(values.indexOf(state[name]));
    told.textContent = text(state[name]);
    return make("label", { class: "field" }, make("span", {}, label, " ", told), input);
  };
  const holder = make("div", { class: "rates" },
    slide("right", say("rates-right"), [0.9, 0.99, 0.999, 0.9999, 0.99999], (value) => `${(100 * value).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 3 })}\u00a0%`),
    slide("guilty", say("rates-guilty", { faces: whole(FACES) }), [1, 2, 5, 10, 50, 200, 1000], (value) => whole(value)),
    dots,
    make("ul", { class: "legend" }, make("li", {}, make("span", { class: "swatch fill hue-true" }), say("rates-good")), make("li", {}, make("span", { class: "swatch fill hue-here" }), say("rates-bad"))),
    words,
  );
  show();
  return holder;
}
