// The explorer: brings the parts together. A change of settings begins a run; what the server tells of it goes to whoever shows it.

import { ask, comeBack, Gone, listen, Refused, send } from "./api.js";
import * as charts from "./charts.js";
import * as controls from "./controls.js";
import { afterwards, at, make } from "./dom.js";
import * as life from "./life.js";
import { in_words, notice } from "./notice.js";
import * as numbers from "./numbers.js";
import * as player from "./player.js";
import * as society from "./society.js";
import * as state from "./state.js";
import * as tour from "./tour.js";
import { fill, say, speak, tongue, whole } from "./words.js";
import * as why from "./why.js";

let catalogue = null;
let run = null; // the run on screen
let greeted = null; // the run whose worlds are shown
let stream = { stop() {}, is_closed: () => false };
let striking = [];
let is_ready = false;
let tries = 0;
let turns = 0; // how often worlds were asked for
let choices = 0; // how often a study or a language was

start();

async function start() {
  try {
    await learn(document.documentElement.lang);
    await take_up(state.read());
  } catch (error) {
    return error instanceof Gone ? lost() : notice("run", in_words(error));
  }
  controls.onChange(change);
  numbers.onNumbers((is_done) => tour.numbers_are(run, is_done));
  tour.onRestart(change);
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
  is_ready = true;
  const refused = await begin();
  if (refused?.status !== 400 || state.count_changes() === 0) return;
  // What the link sets is not allowed.
  state.begin(state.standard());
  draw();
  notice("reader", `${say("link-broken")} (${in_words(refused)})`);
  await begin();
}

/** Takes up what the address sets; the study as it is where that cannot be done, and says so. */
async function take_up(given) {
  const usual = catalogue.default.base;
  const base = given?.base ?? usual;
  state.at_home(usual);
  if (given === null) notice("reader", say("link-broken"));
  try {
    take(await ask_controls(base));
  } catch (error) {
    if (!(error instanceof Refused) || base === usual) throw error;
    notice("reader", say(state.is_of_file(base) ? "link-file-closed" : "link-broken"));
    return take(await ask_controls(usual));
  }
  if (given !== null) Object.assign(state.settings, Object.keys(given).length > 0 ? given : tour.sets());
}

/** Learns the words and what there is to choose from, in a language. */
async function learn(language) {
  const told = await ask("/api/catalogue", { language });
  // Studies that were opened here are in no catalogue.
  const opened = catalogue?.bases.filter((one) => state.is_of_file(one.name) && !told.bases.some((other) => other.name === one.name)) ?? [];
  catalogue = { ...told, bases: [...opened, ...told.bases] };
  speak(language, Object.assign(catalogue.words, ...catalogue.called));
  why.know(catalogue.measures);
}

const ask_controls = (base, language) => ask(`/api/controls?base=${encodeURIComponent(base)}`, { language });

/** Takes a study as it is. */
function take(told) {
  if (!catalogue.bases.some((one) => one.name === told.study.name)) catalogue.bases.unshift(told.study);
  state.begin(told.settings);
  numbers.forget();
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
  const wait = make("span", { class: "unseen", id: "striking-wait" });
  at("tools").replaceChildren(bases, button("tour-begin", begin_tour), button("striking", show_striking), wait, button("save", save), button("open", () => file.click()), file, button("link", link), language);
  strike(striking);
}

/** The tour goes through the study that it was written for. */
async function begin_tour() {
  try {
    if (state.settings.base !== catalogue.default.base) take(await ask_controls(catalogue.default.base));
  } catch (error) {
    return notice("reader", in_words(error));
  }
  tools();
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

/** Begins a run after something was changed here; what was said to the reader before is over. */
function change() {
  notice("reader");
  return begin();
}

/** Begins a run with the settings as they are; gives why they were refused, if they were. */
async function begin() {
  state.write();
  const turn = ++turns;
  const settings = state.written();
  let told;
  try {
    told = await (await send("/api/run", state.settings)).json();
  } catch (error) {
    if (turn !== turns) return null;
    if (error instanceof Gone) return void lost();
    notice("run", in_words(error));
    return error;
  }
  // Another change was made before this one was answered.
  if (turn !== turns) return null;
  notice("run");
  run = told.run;
  strike([]);
  numbers.begin(run, settings);
  tour.begin();
  attend();
  return null;
}

/** Listens to what is told of the run. */
function attend() {
  stream.stop();
  const mine = run;
  const only = (act) => (what) => mine === run && act(what);
  stream = listen(mine, {
    hello: only((hello) => {
      tries = 0;
      if (greeted === mine) return;
      greeted = mine;
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
      strike(what.striking ?? []);
      player.done();
      charts.news(mine, true);
      numbers.fetch_last(mine).then(() => (document.body.dataset.done = mine));
    }),
    dropped: only(() => notice("run", say("dropped"))),
    failed: only((error) => notice("run", in_words(error))),
    life: only(life.going),
    "life-ready": only(life.ready),
    "life-failed": only(life.failed),
    why: only(why.going),
    "why-ready": only(why.ready),
    "why-failed": only(why.failed),
  }, { lost: only(() => lost(mine)), found: only(() => notice("connection")) });
}

let waiting = false;

/** The connection is lost: says so, waits, and listens or lives the worlds again if need be. */
async function lost(of = null) {
  if (waiting) return;
  waiting = true;
  notice("connection", say("lost"));
  await comeBack();
  // Whoever was turned away does not knock again at once.
  if (stream.is_closed()) await new Promise((go) => setTimeout(go, 1000));
  waiting = false;
  notice("connection");
  if (!is_ready) return location.reload();
  if (of !== null && of !== run) return;
  // The same server may know the run still, and then the browser listens again by itself, unless it was turned away.
  const known = of !== null && (await ask(`/api/run/${of}/figures`).then(() => true, (error) => error instanceof Refused && error.status !== 404));
  if (of !== null && of !== run) return;
  if (!known || tries++ > 2) await begin();
  else if (stream.is_closed()) attend();
}

/** Another study. */
async function choose(name) {
  const turn = ++choices;
  try {
    const told = await ask_controls(name);
    if (turn !== choices) return;
    take(told);
  } catch (error) {
    tools();
    return notice("reader", in_words(error));
  }
  state.view.week = null;
  tour.go(null);
  tools();
  change();
}

/** Another language: its words first, then everything that is said in them. */
async function translate(code) {
  const turn = ++choices;
  try {
    const told = await ask_controls(state.settings.base, code);
    if (turn !== choices) return;
    await learn(code);
    controls.build(told);
  } catch (error) {
    tools();
    return notice("reader", in_words(error));
  }
  draw();
  if (state.view.step !== null) tour.resume();
  await begin();
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
    notice("reader", in_words(error));
  }
}

/** Opens a study that the reader chose; the server checks its text. */
async function open_file(input) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  try {
    if (file.size > catalogue.most.study_bytes) throw new Error(say("file-too-large", { most: whole(catalogue.most.study_bytes / 1024) }));
    const told = await (await send("/api/open", await file.text(), "text/plain")).json();
    await choose(told.base);
  } catch (error) {
    notice("reader", `${say("cannot-open", { name: file.name })} ${in_words(error)}`);
  }
}

async function link() {
  state.write();
  if (state.is_of_file()) return notice("reader", say("link-needs-file"));
  try {
    await navigator.clipboard.writeText(location.href);
    at("spoken").textContent = say("linked");
    at("link").textContent = say("linked");
    setTimeout(() => (at("link").textContent = say("link")), 2000);
  } catch {
    notice("reader", location.href);
  }
}

/** Takes the lives that show most; they are known once all weeks are lived. */
function strike(all) {
  striking = [...all];
  const button = at("striking");
  if (!button) return;
  const is_known = striking.length > 0;
  at("striking-wait").textContent = is_known ? "" : say("striking-wait");
  button.disabled = !is_known;
  button.title = is_known ? "" : say("striking-wait");
  button.setAttribute("aria-describedby", "striking-wait");
}

/** Opens the life that shows most, another one each time. */
function show_striking() {
  const next = striking.shift();
  striking.push(next);
  const weeks = next.why === "wrongly" ? next.weeks_wrongly_sanctioned : next.weeks_sanctioned;
  life.open(run, next.person, say(`striking-${next.why}`, { weeks: whole(weeks) }));
}

// For tests: how far the page is.
globalThis.demerit = { run: () => run, persons: () => whole(society.persons()) };
