// The explorer: brings the parts together. A change of settings begins a run; what the server tells of it
// goes to whoever shows it.

import { ask, comeBack, Gone, Refused, send } from "./api.js";
import * as charts from "./charts.js";
import * as controls from "./controls.js";
import { afterwards, at, make, select } from "./dom.js";
import * as life from "./life.js";
import { inWords, notice } from "./notice.js";
import * as numbers from "./numbers.js";
import * as player from "./player.js";
import * as run from "./run.js";
import * as society from "./society.js";
import * as state from "./state.js";
import * as tour from "./tour.js";
import { fill, say, speak, tongue, whole } from "./words.js";
import * as why from "./why.js";

let catalogue = null;
let striking = [];
let choices = 0; // how often a study or a language was

async function start() {
  run.onRun({ begin: another, refused: (error) => notice("run", inWords(error)), connected, letGo, events });
  try {
    await learn(document.documentElement.lang);
    await takeUp(state.read());
  } catch (error) {
    if (!(error instanceof Gone)) return notice("run", inWords(error));
    connected(false);
    await comeBack();
    return location.reload();
  }
  controls.onChange(change);
  numbers.onNumbers((settings, isDone) => {
    tour.numbersAre(settings, isDone);
    if (isDone) document.body.dataset.done = run.name();
  });
  tour.onRestart(change);
  society.onOpen((person) => run.name() && life.open(run.name(), person));
  draw();
  tour.resume();
  const firstTime = !location.hash && !localStorage.getItem("demerit-seen");
  if (firstTime) openUp();
  document.addEventListener("keydown", player.keys);
  const again = (act) => () => (act(), player.refresh());
  addEventListener("resize", afterwards(200, again(society.arrange)));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again(society.recolour));
  // Another link in the same window; the link that skips to the pictures is none of these.
  addEventListener("hashchange", () => /^#(s|t|c|p|tour)=/.test(location.hash) && location.reload());
  const refused = await begin();
  if (refused?.status !== 400 || state.countChanges() === 0) return;
  // What the link sets is not allowed.
  state.begin(state.standard());
  draw();
  notice("reader", `${say("link-broken")} (${inWords(refused)})`);
  await begin();
}

/** Takes up what the address sets; the study as it is where that cannot be done, and says so. */
async function takeUp(given) {
  const usual = catalogue.default.base;
  const base = given?.base ?? usual;
  state.atHome(usual);
  if (given === null) notice("reader", say("link-broken"));
  try {
    take(await askControls(base));
  } catch (error) {
    if (!(error instanceof Refused) || base === usual) throw error;
    notice("reader", say(state.isOfFile(base) ? "link-file-closed" : "link-broken"));
    return take(await askControls(usual));
  }
  if (given !== null) Object.assign(state.settings, Object.keys(given).length > 0 ? given : tour.sets());
}

/** Learns the words and what there is to choose from, in a language. */
async function learn(language) {
  const told = await ask("/api/catalogue", { language });
  // Studies that were opened here are in no catalogue.
  const isTold = ({ name }) => told.bases.some((other) => other.name === name);
  const opened = catalogue?.bases.filter((one) => state.isOfFile(one.name) && !isTold(one)) ?? [];
  catalogue = { ...told, bases: [...opened, ...told.bases] };
  speak(language, Object.assign(catalogue.words, ...catalogue.called));
  why.know(catalogue.measures);
}

const askControls = (base, language) => ask(`/api/controls?base=${encodeURIComponent(base)}`, { language });

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
  const bases = catalogue.bases.map((one) => [one.name, one.title]);
  const languages = [
    ["en", "English", { lang: "en" }],
    ["id", "Bahasa Indonesia", { lang: "id" }],
  ];
  const file = make("input#file.unseen", {
    type: "file",
    accept: ".toml,text/plain",
    tabindex: "-1",
    "aria-hidden": "true",
    onchange: (event) => openFile(event.target),
  });
  const button = (name, act) => make("button", { id: name, onclick: act }, say(name));
  at("tools").setAttribute("aria-label", say("tools"));
  at("tools").replaceChildren(
    select("select#base", say("study"), bases, state.settings.base, choose),
    button("tour-begin", beginTour),
    button("striking", showStriking),
    make("span#striking-wait.unseen"),
    button("save", save),
    button("open", () => file.click()),
    file,
    button("link", link),
    select("select#language", say("language"), languages, tongue(), translate),
  );
  strike(striking);
}

/** The tour goes through the study that it was written for. */
async function beginTour() {
  try {
    if (state.settings.base !== catalogue.default.base) take(await askControls(catalogue.default.base));
  } catch (error) {
    return notice("reader", inWords(error));
  }
  tools();
  tour.go(0);
}

/** What a reader sees first. */
function openUp() {
  const close = (then) => () => {
    at("opening").hidden = true;
    localStorage.setItem("demerit-seen", "1");
    then();
  };
  const button = (selector, text, then) => make(selector, { onclick: close(then) }, say(text));
  const tour = button("button.act", "opening-tour", beginTour);
  const look = button("button.quiet", "opening-look", () => at("worlds").focus());
  at("opening").hidden = false;
  at("opening").replaceChildren(
    make("p.kicker", say("opening-kicker")),
    make("h1", say("opening-title")),
    make("p.standfirst", say("opening-says")),
    make("p.row", tour, " ", look),
    make("p.condition", say("opening-condition")),
  );
}

/** Begins a run after something was changed here; what was said to the reader before is over. */
function change() {
  notice("reader");
  return begin();
}

/** Wants the worlds of the settings as they are; gives why they were refused, if they were. */
function begin() {
  state.write();
  return run.want(state.settings, state.written());
}

/** Another run is there. */
function another(name, settings) {
  notice("run");
  strike([]);
  numbers.begin(name, settings);
  charts.begin();
  tour.begin();
  why.begin(name);
}

const connected = (isConnected) => notice("connection", isConnected ? "" : say("lost"));
const letGo = () => notice("run", say("dropped"));

/** What is told of the run on screen. */
const events = {
  hello(hello) {
    const week = state.view.week;
    society.show(run.name(), hello);
    state.view.week = week;
    player.begin(hello);
    life.begin(run.name());
  },
  week({ weeks }) {
    if (weeks === 0) return;
    player.grow(weeks);
    charts.news();
    numbers.news(false);
  },
  done(what) {
    strike(what.striking ?? []);
    player.done();
    charts.news();
    numbers.news(true);
  },
  failed: (error) => notice("run", inWords(error)),
  ...life.events,
  ...why.events,
};

/**
 * Asks for what was chosen and takes it up, unless something else was chosen meanwhile; says whether it was
 * taken up.
 */
async function taken(act, base, language) {
  const turn = ++choices;
  try {
    const told = await askControls(base, language);
    if (turn === choices) await act(told);
    return turn === choices;
  } catch (error) {
    tools();
    notice("reader", inWords(error));
    return false;
  }
}

/** Another study. */
async function choose(name) {
  if (!(await taken(take, name))) return;
  state.view.week = null;
  tour.go(null);
  tools();
  change();
}

/** Another language: its words first, then everything that is said in them. */
async function translate(code) {
  const speakIt = async (told) => {
    await learn(code);
    controls.build(told);
  };
  if (!(await taken(speakIt, state.settings.base, code))) return;
  draw();
  if (state.view.step !== null) tour.resume();
  await begin();
}

/** Saves the study that is on screen as a file. */
async function save() {
  try {
    const read = async (answer) => [answer.headers.get("content-disposition") ?? "", await answer.blob()];
    const [called, file] = await send("/api/study", state.settings, { read });
    const name = /filename="([\w.-]+)"/.exec(called)?.[1] ?? "study.toml";
    const link = make("a", { href: URL.createObjectURL(file), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
    at("spoken").textContent = say("saved", { name });
  } catch (error) {
    notice("reader", inWords(error));
  }
}

/** Opens a study that the reader chose; the server checks its text. */
async function openFile(input) {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  try {
    if (file.size > catalogue.most.study_bytes)
      throw new Error(say("file-too-large", { most: whole(catalogue.most.study_bytes / 1024) }));
    const told = await send("/api/open", await file.text(), { type: "text/plain" });
    await choose(told.base);
  } catch (error) {
    notice("reader", `${say("cannot-open", { name: file.name })} ${inWords(error)}`);
  }
}

async function link() {
  state.write();
  if (state.isOfFile()) return notice("reader", say("link-needs-file"));
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
  const wait = striking.length > 0 ? "" : say("striking-wait");
  at("striking-wait").textContent = wait;
  Object.assign(button, { disabled: wait !== "", title: wait });
  button.setAttribute("aria-describedby", "striking-wait");
}

/** Opens the life that shows most, another one each time. */
function showStriking() {
  const next = striking.shift();
  striking.push(next);
  const weeks = next.why === "wrongly" ? next.weeks_wrongly_sanctioned : next.weeks_sanctioned;
  life.open(run.name(), next.person, say(`striking-${next.why}`, { weeks: whole(weeks) }));
}

// For tests: how far the page is.
globalThis.demerit = {
  run: run.name,
  isOver: run.isOver,
  isAtRest: run.isAtRest,
  painted: player.painted,
  persons: () => whole(society.persons()),
};

start();
