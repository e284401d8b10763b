// The tour: seven steps through the source's story. Each sets up the worlds, says one thing, and asks to
// change one thing.

import * as charts from "./charts.js";
import { build, controls, lead } from "./controls.js";
import { css } from "./colours.js";
import { all, at, drawn, legend, make } from "./dom.js";
import * as numbers from "./numbers.js";
import { pursuit } from "./pursuit.js";
import { settings, standard, view, write, written } from "./state.js";
import { lessBy, verdict } from "./verdict.js";
import { inUnit, percent, say, whole } from "./words.js";

/** A step. */
const made = (name, look, control, chart, number, more) => ({ name, look, control, chart, number, ...more });

/**
 * What each step sets, shows and asks for: the colouring, a control by its name, the chart to look at, the
 * figure that tells the change. The worlds of a step are set so that this one control moves this one figure;
 * `turned` tells the share of what is not so.
 */
const STEPS = [
  made("cameras", "sanction", "match-threshold", "precision", "camera-precision", {
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
  }),
  made("purchases", "score", "alcohol", "origins", "wrongly-sanctioned"),
  made("ties", "sanction", "spillover", "collateral", "wrongly-sanctioned"),
  made("list", "sanction", "list-term", "refused", "refusals", { set: { off: ["scores"] } }),
  made("appeal", "fear", "answer-in-time", "origins", "appeal-success-given-innocence"),
  made("child", "standing", "purpose-limits", "refused", "school-places-refused"),
  made("help", "sanction", "no-spillover", "sanctioned", "wrongly-sanctioned", {
    set: { beside: "unchanged" },
  }),
];

let restart = () => {};
let atBegin = null; // the figure when the step's worlds were whole
let setUp = ""; // the settings of the step's worlds

/** How the worlds are begun anew. */
export const onRestart = (act) => (restart = act);

/** Goes to a step; the worlds begin as the step has them. */
export function go(step) {
  view.step = step;
  all(".wanted").forEach((one) => one.classList.remove("wanted"));
  if (step === null) {
    at("tour").hidden = true;
    document.body.classList.remove("touring");
    at("tour-return").hidden = true;
    return write();
  }
  const { set, look } = STEPS[step];
  Object.assign(settings, structuredClone(standard()), known(set));
  numbers.forget();
  build(controls());
  view.colouring = look;
  resume();
  restart();
  write();
  face();
}

/** Brings the step into sight. */
function face() {
  at("tour").scrollIntoView({ block: "start" });
  at("tour-title").focus({ preventScroll: true });
}

/** What of a step's setting the study at hand has. */
function known(set = {}) {
  const isKnown = ([key]) => controls().figures.some((one) => one.key === key);
  const figures = Object.entries(set.figures ?? {}).filter(isKnown);
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

/** Says what these two figures bear, and what the step explains whatever they are. */
function changed(was, now) {
  const { name } = STEPS[view.step];
  const found = verdict(was, now);
  const text = say(`tour-${found}`, { was: told(was), now: told(now) });
  const after = say(`tour-${name}-after`);
  if (found === "nothing") return result(text, after);
  result(text, `${say(`tour-${name}-${found}`, { part: percent(lessBy(was, now)) })} ${after}`);
}

/** Tells what came of the task: in the step, and beside the controls while the step is out of sight. */
function result(text, after = "") {
  at("tour-result").replaceChildren(...(text ? [make("strong", text), " ", after] : []));
  at("tour-return").textContent = `${text || say("tour-return")} ↑`;
  if (text) at("spoken").textContent = text;
}

/** The way back to the step is shown while the step is out of sight. */
const sight = new IntersectionObserver(
  ([{ isIntersecting }]) => (at("tour-return").hidden = isIntersecting || view.step === null),
);
sight.observe(at("tour"));
at("tour-return").addEventListener("click", face);

function draw() {
  const step = view.step;
  const { name, control } = STEPS[step];
  const button = (selector, text, act, given) => make(selector, { onclick: act, ...given }, say(text));
  const dot = (one, index) => {
    const label = say("tour-step", { step: index + 1, title: say(`tour-${one.name}-title`) });
    const given = { "aria-label": label, "aria-current": index === step && "step", onclick: () => go(index) };
    return make("li", make("button", given, index + 1));
  };
  const isLast = step + 1 === STEPS.length;
  const place = make("p.kicker", say("tour-of", { step: step + 1, steps: STEPS.length }));
  const leave = button("button.quiet", "tour-leave", () => go(null));
  const show = button("button.act", "tour-show", () => lead(control));
  const back = button("button.quiet", "tour-back", () => go(step - 1), { disabled: step === 0 });
  const onwards = () => go(isLast ? null : step + 1);
  const story = make(
    "div",
    make("p.source", say(`tour-${name}-source`)),
    make("p.lead", say(`tour-${name}-says`)),
    name === "cameras" && rates(),
    make("p#tour-live.live", say("tour-measuring")),
    make("p.task", make("strong", say("tour-task")), " ", say(`tour-${name}-task`), " ", show),
    make("p#tour-result.result"),
  );
  at("tour").replaceChildren(
    make("div.tour-head", place, make("ol.dots", STEPS.map(dot)), leave),
    make("h2#tour-title", { tabindex: "-1" }, say(`tour-${name}-title`)),
    make("div.tour-body", story, make("div#tour-chart.tour-chart")),
    make("p.tour-foot", back, button("button#tour-next.act", isLast ? "tour-end" : "tour-next", onwards)),
  );
}

/** Why a camera that is nearly always right writes mostly wrong names: a thousand looks, to be counted. */
function rates() {
  const state = { right: 0.999, guilty: 2 };
  const FACES = 10_000;
  const dots = make("canvas.dots-picture", { width: "500", height: "80", role: "img" });
  const words = make("p.counted", { "aria-live": "polite" });
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
    brush.clearRect(0, 0, 500, 80);
    const across = Math.ceil(Math.sqrt((named * 500) / 80));
    const size = Math.min(20, 500 / across);
    const [right, wrong] = [css("true"), css("here")];
    for (let one = 0; one < named; one += 1) {
      brush.fillStyle = one < Math.round(good) ? right : wrong;
      brush.fillRect((one % across) * size + 1, Math.floor(one / across) * size + 1, size - 2, size - 2);
    }
  };
  const slide = (name, label, values, text) => {
    const told = make("output");
    const set = () => {
      state[name] = values[input.value];
      told.textContent = text(state[name]);
      input.setAttribute("aria-valuetext", told.textContent);
      show();
    };
    const input = make("input", {
      type: "range",
      max: values.length - 1,
      value: values.indexOf(state[name]),
      "aria-label": label,
      oninput: set,
    });
    set();
    return make("label.field", make("span", label, " ", told), input);
  };
  return make(
    "div.rates",
    slide("right", say("rates-right"), [0.9, 0.99, 0.999, 0.9999, 0.99999], (value) => percent(value, 3)),
    slide("guilty", say("rates-guilty", { faces: whole(FACES) }), [1, 2, 5, 10, 50, 200, 1000], whole),
    dots,
    legend([
      ["fill.hue-true", say("rates-good")],
      ["fill.hue-here", say("rates-bad")],
    ]),
    words,
  );
}
