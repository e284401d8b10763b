// The player: which week is on screen; play, pause, scrub, speed, and the keys for them.

import { at, atMost, make } from "./dom.js";
import { pursuit } from "./pursuit.js";
import * as society from "./society.js";
import { view, write } from "./state.js";
import { say, whole } from "./words.js";

const SPEEDS = [4, 13, 52];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const state = {
  ticks: 1,
  weeks: 0,
  start: 2012,
  tick: 0,
  playing: false,
  follows: true,
  speed: 1,
  done: false,
  painted: false,
  shown: null,
};
let isPainting = false;

/** The player of a run that begins; a week that the address names is gone to once it is there. */
export function begin(hello) {
  Object.assign(state, {
    ticks: hello.ticks,
    weeks: 0,
    start: hello.start_year,
    done: false,
    playing: false,
    painted: false,
    shown: null,
  });
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
export function to(tick, follows = false) {
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
    carried += Math.min(0.25, (now - last) / 1000) * SPEEDS[state.speed];
    last = now;
    const steps = Math.floor(carried);
    carried -= steps;
    if (steps > 0) {
      if (state.tick >= state.weeks - 1 && state.done) return pause();
      to(state.tick + steps);
      society.ahead(
        Array.from({ length: 8 }, (_, place) => state.tick + (place + 1) * steps).filter(
          (tick) => tick < state.weeks,
        ),
      );
    }
  }
  requestAnimationFrame(run);
}

/** Plays, from the beginning where it stands at the end. */
export function play() {
  if (state.tick >= state.ticks - 1) state.tick = 0;
  state.playing = true;
  state.follows = false;
  last = performance.now();
  carried = 0;
  update();
  requestAnimationFrame(run);
}

export function pause() {
  state.playing = false;
  update();
  write();
}

const toggle = () => (state.playing ? pause() : play());

function build() {
  const button = make("button", { type: "button", class: "play", id: "play", onclick: toggle });
  const slider = make("input", {
    type: "range",
    id: "week",
    min: "0",
    max: String(state.ticks - 1),
    step: "1",
    "aria-label": say("player-week"),
    oninput: (event) => {
      state.playing = false;
      to(Number(event.target.value));
    },
  });
  const speed = make(
    "select",
    {
      id: "speed",
      "aria-label": say("player-speed"),
      onchange: (event) => (state.speed = Number(event.target.value)),
    },
    SPEEDS.map((weeks, place) =>
      make(
        "option",
        { value: String(place), selected: place === state.speed },
        say("player-weeks-a-second", { weeks }),
      ),
    ),
  );
  const looks = make(
    "fieldset",
    { class: "looks" },
    make("legend", { class: "unseen" }, say("player-look")),
    ["sanction", "standing", "score", "fear"].map((name) =>
      make(
        "label",
        {},
        make("input", {
          type: "radio",
          name: "look",
          value: name,
          checked: view.colouring === name,
          onchange: () => look(name),
        }),
        make("span", {}, say(`colouring-${name}`)),
      ),
    ),
  );
  at("player").setAttribute("aria-label", say("player"));
  at("player").replaceChildren(
    make("div", { class: "wind" }, button, slider, make("output", { id: "when", for: "week" }), speed),
    looks,
  );
  update();
}

/** Colours by another thing. */
export function look(name) {
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
  slider.value = String(state.tick);
  slider.style.setProperty("--there", `${(100 * state.weeks) / state.ticks}%`);
  // Where not every week is kept, the pictures are of an earlier one, and that is the week that is told.
  const week = state.shown?.tick === state.tick ? state.shown.week : state.tick;
  const text = say("player-when", { year: state.start + Math.floor(week / 52), week: (week % 52) + 1 });
  slider.setAttribute("aria-valuetext", text);
  at("when").textContent =
    state.weeks < state.ticks
      ? `${text} · ${say("player-living", { weeks: whole(state.weeks), all: whole(state.ticks) })}`
      : text;
}

/** Keys of the player, wherever nothing else takes them. */
export function keys(event) {
  if (
    event.target.closest("input, select, textarea, button, dialog, summary, a, .scroll, [contenteditable]") ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  const acts = {
    " ": toggle,
    ArrowLeft: () => to(state.tick - 1),
    ArrowRight: () => to(state.tick + 1),
    Home: () => to(0),
    End: () => to(state.weeks - 1),
  };
  const act = acts[event.key];
  if (!act || event.target.classList?.contains("picture")) {
    if (event.key !== " " || !event.target.classList?.contains("picture")) return;
  }
  event.preventDefault();
  if (event.key !== " ") state.playing = false;
  act();
}
