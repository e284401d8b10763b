// The player: which week is on screen; play, pause, scrub, speed, and the keys for them.

import { at, atMost, make, radio, select } from "./dom.js";
import { pursuit } from "./pursuit.js";
import * as society from "./society.js";
import { view, write } from "./state.js";
import { say, whole } from "./words.js";

const SPEEDS = [4, 13, 52];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const atBegin = { weeks: 0, playing: false, done: false, painted: false, shown: null };
const state = { ...atBegin, ticks: 1, start: 2012, tick: 0, follows: true, speed: SPEEDS[1] };
let isPainting = false;

/** The player of a run that begins; a week that the address names is gone to once it is there. */
export function begin(hello) {
  Object.assign(state, atBegin, { ticks: hello.ticks, start: hello.start_year });
  state.follows = view.week === null;
  if (!state.follows) state.tick = Math.min(view.week, hello.ticks - 1);
  build();
}

/** So many weeks are there. */
export function grow(weeks) {
  state.weeks = weeks;
  if (state.follows && !state.playing) to(weeks - 1, true);
  else update();
  if (!state.follows && state.tick < weeks && !state.painted) refresh();
}

/** The week that is painted. */
export const painted = () => state.shown?.week ?? null;

/** All weeks are there, whether or not each was told of. */
export function done() {
  state.done = true;
  grow(state.ticks);
}

/** Shows the week again, as after a change of colouring. */
export function refresh() {
  state.painted = state.tick < state.weeks;
  if (state.painted) paint();
}

/** Goes to a week. */
function to(tick, follows = false) {
  state.tick = Math.max(0, Math.min(tick, state.weeks - 1));
  state.follows = follows;
  view.week = follows || (state.done && state.tick === state.ticks - 1) ? null : state.tick;
  update();
  refresh();
  remember();
}

const remember = atMost(400, write);

const paint = pursuit(async () => {
  const { tick, weeks } = state;
  if (tick >= weeks) return;
  isPainting = true;
  try {
    const week = await society.paint(tick);
    if (week === undefined) return;
    state.shown = { tick, week };
    update();
  } finally {
    isPainting = false;
  }
}, 60);

let last = 0;
let carried = 0;

function run(now) {
  if (!state.playing) return;
  // Who wants little motion sees four pictures a second at most.
  const least = calm.matches ? 250 : 1000 / 24;
  if (now - last >= least && !isPainting) {
    carried += Math.min(0.25, (now - last) / 1000) * state.speed;
    last = now;
    const steps = Math.floor(carried);
    carried -= steps;
    if (steps > 0) {
      if (state.tick >= state.weeks - 1 && state.done) return pause();
      to(state.tick + steps);
      society.ahead(state.tick, steps, state.weeks);
    }
  }
  requestAnimationFrame(run);
}

/** Plays, from the beginning where it stands at the end. */
function play() {
  if (state.tick >= state.ticks - 1) state.tick = 0;
  state.playing = true;
  state.follows = false;
  last = performance.now();
  carried = 0;
  update();
  requestAnimationFrame(run);
}

function pause() {
  state.playing = false;
  update();
  write();
}

const toggle = () => (state.playing ? pause() : play());

function build() {
  const slider = make("input#week", {
    type: "range",
    max: state.ticks - 1,
    "aria-label": say("player-week"),
    oninput: () => {
      state.playing = false;
      to(Number(slider.value));
    },
  });
  const speeds = SPEEDS.map((weeks) => [weeks, say("player-weeks-a-second", { weeks })]);
  const speed = select("select#speed", say("player-speed"), speeds, state.speed, (weeks) => {
    state.speed = Number(weeks);
  });
  const colouring = (name) => {
    const choice = radio("look", name, view.colouring, {}, () => look(name));
    return make("label", choice, make("span", say(`colouring-${name}`)));
  };
  const button = make("button#play.play", { onclick: toggle });
  const when = make("output#when", { for: "week" });
  const looks = ["sanction", "standing", "score", "fear"].map(colouring);
  at("player").setAttribute("aria-label", say("player"));
  at("player").replaceChildren(
    make("div.wind", button, slider, when, speed),
    make("fieldset.looks", make("legend.unseen", say("player-look")), looks),
  );
  update();
}

/** Colours by another thing. */
function look(name) {
  view.colouring = name;
  for (const input of document.getElementsByName("look")) input.checked = input.value === name;
  society.recolour();
  refresh();
  write();
}

function update() {
  const button = at("play");
  if (!button) return;
  button.textContent = state.playing ? "❚❚" : "►";
  button.setAttribute("aria-label", say(state.playing ? "player-pause" : "player-play"));
  const slider = at("week");
  slider.value = state.tick;
  slider.style.setProperty("--there", `${(100 * state.weeks) / state.ticks}%`);
  // Where not every week is kept, the pictures are of an earlier one, and that is the week that is told.
  const week = state.shown?.tick === state.tick ? state.shown.week : state.tick;
  const text = say("player-when", { year: state.start + Math.floor(week / 52), week: (week % 52) + 1 });
  slider.setAttribute("aria-valuetext", text);
  const living = say("player-living", { weeks: whole(state.weeks), all: whole(state.ticks) });
  at("when").textContent = state.weeks < state.ticks ? `${text} · ${living}` : text;
}

/** Keys of the player, wherever nothing else takes them. */
export function keys(event) {
  const takers = "input, select, textarea, button, dialog, summary, a, .scroll, [contenteditable]";
  if (event.target.closest(takers) || event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = {
    " ": toggle,
    ArrowLeft: () => to(state.tick - 1),
    ArrowRight: () => to(state.tick + 1),
    Home: () => to(0),
    End: () => to(state.weeks - 1),
  };
  const act = acts[event.key];
  // A picture takes the arrow keys for itself.
  const isPicture = event.target.classList?.contains("picture");
  if (!act || (isPicture && event.key !== " ")) return;
  event.preventDefault();
  if (event.key !== " ") state.playing = false;
  act();
}
