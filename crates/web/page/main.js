// The explorer: brings the parts together. A change of settings begins a run; what the server tells of it goes to whoever shows it.

import { ask, comeBack, Gone, listen, Refused, send } from "./api.js";
import * as charts from "./charts.js";
import * as controls from "./controls.js";
import { afterwards, at, make } from "./dom.js";
import * as life from "./life.js";
import * as numbers from "./numbers.js";
import * as player from "./player.js";
import * as society from "./society.js";
import * as state from "./state.js";
import * as tour from "./tour.js";
import { fill, say, speak, tongue, whole } from "./words.js";
import * as why from "./why.js";

let catalogue = null;
let run = null; // the run on screen
let stop = () => {};
let listens = () => false;
let striking = null; // persons whose lives show much, once all weeks are there
let tries = 0;
let turns = 0; // how often worlds were asked for

start();

async function start() {
  try {
    await learn(document.documentElement.lang);
  } catch (error) {
    return error instanceof Gone ? lost() : banner(error.message);
  }
  state.know(catalogue.default);
  state.begin(catalogue.default);
  await take_up(state.read());
  controls.onChange(() => (notice(""), begin()));
  numbers.onNumbers((is_done) => tour.numbers_are(run, is_done));
  tour.onRestart(begin);
  society.onOpen((person) => run && life.open(run, person));
  draw();
  tour.resume();
  const first_time = !location.hash && !localStorage.getItem("demerit-seen");
  if (first_time) open_up();
  document.addEventListener("keydown", player.keys);
  addEventListener("resize", afterwards(200, () => (society.arrange(), player.refresh())));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => (society.recolour(), player.refresh()));
  // Another link in the same window; the link that skips to the pictures is none of these.
  addEventListener("hashchange", () => /^#(s|t|c|p|tour)=/.test(location.hash) && location.reload());
  await begin();
}

/** Takes up what an address says; what cannot be opened is told, and the usual study shown. */
async function take_up(given) {
  try {
    if (given === null) throw new Error("not such an address as the page writes");
    if (given.base && !base_of(given.base)) throw new Error("a study that is not here");
    Object.assign(state.settings, Object.keys(given).length > 0 ? given : tour.sets());
    await learn_controls();
  } catch (error) {
    if (error instanceof Gone) throw error;
    state.begin(catalogue.default);
    notice(say("link-broken"));
    await learn_controls();
  }
}

/** Learns the words and what there is to choose from, in a language. */
async function learn(language) {
  const before = tongue();
  speak(language);
  let told;
  try {
    told = await ask("/api/catalogue");
  } catch (error) {
    speak(before);
    throw error;
  }
  // Studies that were opened in this page stay open.
  const here = (catalogue?.bases ?? []).filter((one) => one.is_opened);
  catalogue = { ...told, bases: [...here, ...told.bases.filter((one) => here.every((other) => other.name !== one.name))] };
  speak(language, Object.assign(catalogue.words, ...catalogue.called));
  why.know(catalogue.measures);
}

async function learn_controls() {
  const told = await ask(`/api/controls?base=${encodeURIComponent(state.settings.base)}`);
  controls.build(told);
}

/** Draws everything whose words may have changed. */
function draw() {
  fill();
  document.title = say("title");
  controls.build(controls.controls());
  tools();
  charts.build();
}

function tools() {
  const bases = make(
    "select",
    { id: "base", "aria-label": say("study"), onchange: (event) => choose(event.target.value) },
    catalogue.bases.map((one) => make("option", { value: one.name, selected: one.name === state.settings.base }, one.title)),
  );
  const file = make("input", { type: "file", accept: ".toml,text/plain", class: "unseen", id: "file", tabindex: "-1", "aria-hidden": "true", onchange: (event) => open_file(event.target) });
  const button = (name, act) => make("button", { type: "button", id: name, onclick: act }, say(name));
  const language = make(
    "select",
    { id: "language", "aria-label": say("language"), onchange: (event) => translate(event.target.value) },
    [["en", "English"], ["id", "Bahasa Indonesia"]].map(([code, name]) => make("option", { value: code, selected: code === tongue(), lang: code }, name)),
  );
  at("tools").setAttribute("aria-label", say("tools"));
  at("tools").replaceChildren(bases, button("tour-begin", begin_tour), button("striking", show_striking), button("save", save), button("open", () => file.click()), file, button("link", link), language);
  at("striking").disabled = !striking;
}

/** The tour goes through the study that it was written for. */
async function begin_tour() {
  if (state.settings.base !== catalogue.default.base) {
    base_of(catalogue.default.base);
    await learn_controls();
    tools();
  }
  tour.go(0);
}

/** What a reader sees first. */
function open_up() {
  const close = (then) => () => {
    at("opening").hidden = true;
    localStorage.setItem("demerit-seen", "1");
    then();
  };
  at("opening").hidden = false;
  at("opening").replaceChildren(
    make("p", { class: "kicker" }, say("opening-kicker")),
    make("h1", {}, say("opening-title")),
    make("p", { class: "standfirst" }, say("opening-says")),
    make("p", { class: "row" }, make("button", { type: "button", class: "act", onclick: close(begin_tour) }, say("opening-tour")), " ", make("button", { type: "button", class: "quiet", onclick: close(() => at("worlds").focus()) }, say("opening-look"))),
    make("p", { class: "condition" }, say("opening-condition")),
  );
}

/** Begins a run with the settings as they are. */
async function begin() {
  state.write();
  const turn = ++turns;
  let told;
  try {
    told = await (await send("/api/run", state.settings)).json();
  } catch (error) {
    if (turn !== turns) return;
    if (error instanceof Gone) return lost();
    return banner([error.message, error.hint].filter(Boolean).join(". "));
  }
  // Another change was made before this one was answered.
  if (turn !== turns) return;
  banner("");
  stop();
  run = told.run;
  const mine = run;
  numbers.begin(mine);
  tour.begin();
  striking = null;
  at("striking").disabled = true;
  let is_new = true;
  const only = (act) => (what) => mine === run && act(what);
  [stop, listens] = listen(run, {
    hello: only((hello) => {
      tries = 0;
      if (!is_new) return;
      is_new = false;
      const week = state.view.week;
      society.show(mine, hello);
      state.view.week = week;
      player.begin(hello);
      if (state.view.person !== null) life.open(mine, state.view.person);
    }),
    week: only(({ weeks }) => {
      if (weeks === 0) return;
      player.grow(weeks);
      charts.news(mine);
      numbers.fetch_numbers(mine);
    }),
    done: only((what) => {
      striking = what.striking ?? [];
      at("striking").disabled = false;
      player.done();
      charts.news(mine, true);
      numbers.fetch_last(mine).then(() => (document.body.dataset.done = mine));
    }),
    dropped: only(() => turn === turns && banner(say("dropped"))),
    failed: only((error) => banner([error.message, error.hint].filter(Boolean).join(". "))),
    life: only(life.going),
    "life-ready": only(life.ready),
    "life-failed": only(life.failed),
    why: only(why.going),
    "why-ready": only(why.ready),
    "why-failed": only(why.failed),
  }, only((is_lost = true) => (is_lost ? lost(mine) : banner(""))));
}

/** Most bytes of a file that is opened; the server takes no more either. */
const MOST_BYTES = 1 << 20;

let waiting = false;

/** The connection is lost: says so, waits, and lives the worlds again if need be. */
async function lost(of = null) {
  if (waiting) return;
  waiting = true;
  banner(say("lost"));
  await comeBack();
  waiting = false;
  banner("");
  if (catalogue === null) return location.reload();
  // The same server may know the run still, and then the browser listens again by itself.
  const known = of !== null && (await ask(`/api/run/${of}/figures`).then(() => true, (error) => error instanceof Refused && error.status !== 404));
  if (!known || !listens() || tries++ > 2) await begin();
}

/** Another study. */
const choose = (name) =>
  told_if_not(async () => {
    notice("");
    base_of(name);
    state.view.week = null;
    tour.go(null);
    await learn_controls();
    tools();
    begin();
  });

/** Takes the settings of a study as it is; whether there is one of that name. */
function base_of(name) {
  const known = catalogue.bases.find((one) => one.name === name);
  if (!known) return false;
  if (name === catalogue.default.base) state.begin(catalogue.default);
  else if (known.settings) state.begin(known.settings);
  else state.begin({ ...catalogue.default, base: name, years: known.years, persons: Math.min(known.persons, 100_000), seed: known.seed ?? catalogue.default.seed, beside: known.worlds === 1 ? "unchanged" : "twin" });
  return true;
}

const translate = (code) =>
  told_if_not(async () => {
    await learn(code);
    await learn_controls();
    draw();
    if (state.view.step !== null) tour.resume();
    await begin();
  }, () => (at("language").value = tongue()));

/** Does something, and says why where it does not come off. */
async function told_if_not(act, otherwise = () => {}) {
  try {
    await act();
  } catch (error) {
    otherwise();
    if (error instanceof Gone) return lost(run);
    banner([error.message, error.hint].filter(Boolean).join(". "));
  }
}

/** Saves the study that is on screen as a file. */
async function save() {
  try {
    const answer = await send("/api/study", state.settings);
    const name = /filename="([\w.-]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "study.toml";
    const link = make("a", { href: URL.createObjectURL(await answer.blob()), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
    at("spoken").textContent = say("saved", { name });
  } catch (error) {
    banner(error.message);
  }
}

/** Opens a study that the reader chose; the server checks its text. */
async function open_file(input) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  if (file.size > MOST_BYTES) return banner([say("cannot-open", { name: file.name }), say("too-large")].join(" "));
  try {
    const told = await (await send("/api/open", await file.text(), "text/plain")).json();
    const name = told.base ?? told.name;
    catalogue.bases = [{ ...told, name, is_opened: true }, ...catalogue.bases.filter((one) => one.name !== name)];
    state.begin(told.settings);
    state.view.week = null;
    await learn_controls();
    tools();
    begin();
  } catch (error) {
    banner([say("cannot-open", { name: file.name }), error.message, error.hint].filter(Boolean).join(" "));
  }
}

async function link() {
  state.write();
  if (catalogue.bases.some((one) => one.is_opened && one.name === state.settings.base)) return notice(say("link-needs-file"));
  try {
    await navigator.clipboard.writeText(location.href);
    at("spoken").textContent = say("linked");
    at("link").textContent = say("linked");
    setTimeout(() => (at("link").textContent = say("link")), 2000);
  } catch {
    banner(location.href);
  }
}

/** Opens the life that shows most, another one each time. */
function show_striking() {
  if (!striking) return;
  if (striking.length === 0) return notice(say("striking-none"));
  const next = striking.shift();
  striking.push(next);
  life.open(run, next.person ?? next.number);
}

let noted = "";

/** A word across the page about how things stand; where there is none, the last notice. */
function banner(text) {
  at("banner").textContent = text || noted;
  at("banner").hidden = !at("banner").textContent;
}

/** A word across the page that stays until something is changed. */
function notice(text) {
  noted = text;
  banner("");
}

// For tests: how far the page is.
globalThis.demerit = { run: () => run, persons: () => whole(society.persons()) };
