// The tour: seven steps through the source's story. Each sets up the worlds, says one thing, and asks to change one thing.

import * as charts from "./charts.js";
import { build, controls, lead } from "./controls.js";
import { at, drawn, make } from "./dom.js";
import * as numbers from "./numbers.js";
import { pursuit } from "./pursuit.js";
import { settings, standard, view, write, written } from "./state.js";
import { inUnit, percent, say, whole } from "./words.js";

/**
 * What each step sets, shows and asks for: a control by its name, the chart to look at, the figure that tells the change. The worlds of a step are set
 * so that this one control moves this one figure; `turned` tells the share of what is not so.
 */
const STEPS = [
  {
    name: "cameras",
    look: "sanction",
    control: "match-threshold",
    chart: "precision",
    number: "camera-precision",
    turned: true,
    // One false match in a thousand looks, many alarms, few deeds: each at an end of its range.
    set: {
      figures: {
        "society: identification.comparisons_per_false_match": 1e7,
        "society: identification.false_alarms": 0.1,
        "society: deeds.traffic-offence.rate": 0.4,
        "society: deeds.civic-act.rate": 0.1,
      },
    },
  },
  {
    name: "purchases",
    look: "score",
    control: "alcohol",
    chart: "origins",
    number: "wrongly-sanctioned",
    set: {},
  },
  {
    name: "ties",
    look: "sanction",
    control: "spillover",
    chart: "collateral",
    number: "wrongly-sanctioned",
    set: {},
  },
  {
    name: "list",
    look: "sanction",
    control: "list-term",
    chart: "refused",
    number: "refusals",
    set: { off: ["scores"] },
  },
  {
    name: "appeal",
    look: "fear",
    control: "answer-in-time",
    chart: "origins",
    number: "appeal-success-given-innocence",
    set: {},
  },
  {
    name: "child",
    look: "standing",
    control: "purpose-limits",
    chart: "refused",
    number: "school-places-refused",
    set: {},
  },
  {
    name: "help",
    look: "sanction",
    control: "no-spillover",
    chart: "sanctioned",
    number: "wrongly-sanctioned",
    set: { beside: "unchanged" },
  },
];

let restart = () => {};
let atBegin = null; // the figure when the step's worlds were whole
let setUp = ""; // the settings of the step's worlds

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
    at("tour-return").hidden = true;
    write();
    return;
  }
  const { set, look } = STEPS[step];
  Object.assign(settings, structuredClone(standard()), known(set));
  numbers.forget();
  build(controls());
  view.colouring = look;
  [atBegin, setUp] = [null, written()];
  draw();
  restart();
  write();
  at("tour").scrollIntoView({ block: "start" });
  at("tour-title").focus({ preventScroll: true });
}

/** What of a step's setting the study at hand has. */
function known(set) {
  const figures = Object.entries(set.figures ?? {}).filter(([key]) =>
    controls().figures.some((one) => one.key === key),
  );
  return { ...structuredClone(set), figures: Object.fromEntries(figures) };
}

/** What the step that the address names sets up. */
export const sets = () => structuredClone(STEPS[view.step]?.set ?? {});

/** Takes up the step that the address names, with the settings that it names. */
export function resume() {
  if (view.step === null || !STEPS[view.step]) return (view.step = null);
  at("tour").hidden = false;
  document.body.classList.add("touring");
  [atBegin, setUp] = [null, written()];
  draw();
}

/** Another run begins. */
export function begin() {
  if (view.step !== null) result("");
}

/** Newer numbers are there, of worlds with these settings. */
export function numbersAre(text, isDone) {
  if (view.step === null) return;
  const { name } = STEPS[view.step];
  const here = figure("here");
  const live = () => say(`tour-${name}-live`, { here: told(here), beside: told(figure("beside")) });
  at("tour-live").textContent = here === null ? say("tour-measuring") : live();
  if (!isDone) return;
  if (text === setUp) atBegin = here;
  else changed(atBegin, here);
  picture();
}

const picture = pursuit(async () => {
  const { step } = view;
  if (step === null) return;
  const chart = await charts.one(STEPS[step].chart);
  if (chart && view.step === step) at("tour-chart").replaceChildren(drawn(chart.html));
});

/** The figure of the step in a world. */
function figure(side) {
  const { number, turned } = STEPS[view.step];
  const value = numbers.of(number, side);
  return value !== null && turned ? 1 - value : value;
}

const told = (value) => inUnit(value, numbers.unitOf(STEPS[view.step].number));

function changed(was, now) {
  const { name } = STEPS[view.step];
  result(
    was === null || now === null
      ? say("tour-nothing")
      : say("tour-changed", { was: told(was), now: told(now) }),
    say(`tour-${name}-after`),
  );
}

/** Tells what came of the task: in the step, and beside the controls while the step is out of sight. */
function result(text, after = "") {
  at("tour-result").replaceChildren(...(text ? [make("strong", {}, text), " ", after] : []));
  at("tour-return").textContent = `${text || say("tour-return")} ↑`;
  if (text) at("spoken").textContent = text;
}

/** The way back to the step is shown while the step is out of sight. */
const sight = new IntersectionObserver(
  ([{ isIntersecting }]) => (at("tour-return").hidden = isIntersecting || view.step === null),
);
sight.observe(at("tour"));
at("tour-return").addEventListener("click", () => {
  at("tour").scrollIntoView({ block: "start" });
  at("tour-title").focus({ preventScroll: true });
});

function draw() {
  const step = view.step;
  const { name, control } = STEPS[step];
  const dots = STEPS.map((one, place) =>
    make(
      "li",
      {},
      make(
        "button",
        {
          type: "button",
          "aria-current": place === step ? "step" : null,
          "aria-label": say("tour-step", { step: place + 1, title: say(`tour-${one.name}-title`) }),
          onclick: () => go(place),
        },
        String(place + 1),
      ),
    ),
  );
  at("tour").replaceChildren(
    make(
      "div",
      { class: "tour-head" },
      make("p", { class: "kicker" }, say("tour-of", { step: step + 1, steps: STEPS.length })),
      make("ol", { class: "dots" }, dots),
      make("button", { type: "button", class: "quiet", onclick: () => go(null) }, say("tour-leave")),
    ),
    make("h2", { id: "tour-title", tabindex: "-1" }, say(`tour-${name}-title`)),
    make(
      "div",
      { class: "tour-body" },
      make(
        "div",
        {},
        make("p", { class: "source" }, say(`tour-${name}-source`)),
        make("p", { class: "lead" }, say(`tour-${name}-says`)),
        name === "cameras" ? rates() : "",
        make("p", { id: "tour-live", class: "live" }, say("tour-measuring")),
        make(
          "p",
          { class: "task" },
          make("strong", {}, say("tour-task")),
          " ",
          say(`tour-${name}-task`),
          " ",
          make("button", { type: "button", class: "act", onclick: () => lead(control) }, say("tour-show")),
        ),
        make("p", { id: "tour-result", class: "result" }),
      ),
      make("div", { id: "tour-chart", class: "tour-chart" }),
    ),
    make(
      "p",
      { class: "tour-foot" },
      make(
        "button",
        { type: "button", class: "quiet", disabled: step === 0, onclick: () => go(step - 1) },
        say("tour-back"),
      ),
      step + 1 < STEPS.length
        ? make(
            "button",
            { type: "button", class: "act", id: "tour-next", onclick: () => go(step + 1) },
            say("tour-next"),
          )
        : make(
            "button",
            { type: "button", class: "act", id: "tour-next", onclick: () => go(null) },
            say("tour-end"),
          ),
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
    words.textContent = say("rates-counted", {
      faces: whole(FACES),
      guilty: whole(state.guilty),
      good: whole(good),
      bad: whole(bad),
      share: percent(bad / (good + bad)),
    });
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
    const input = make("input", {
      type: "range",
      min: "0",
      max: String(values.length - 1),
      "aria-label": label,
      oninput: () => set(),
    });
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
  const holder = make(
    "div",
    { class: "rates" },
    slide("right", say("rates-right"), [0.9, 0.99, 0.999, 0.9999, 0.99999], (value) => percent(value, 3)),
    slide("guilty", say("rates-guilty", { faces: whole(FACES) }), [1, 2, 5, 10, 50, 200, 1000], (value) =>
      whole(value),
    ),
    dots,
    make(
      "ul",
      { class: "legend" },
      make("li", {}, make("span", { class: "swatch fill hue-true" }), say("rates-good")),
      make("li", {}, make("span", { class: "swatch fill hue-here" }), say("rates-bad")),
    ),
    words,
  );
  show();
  return holder;
}
