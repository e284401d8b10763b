// The run: which worlds are wanted, and which are on screen.
//
// One loop brings the second to the first. It posts the settings that were wanted last, takes up the run that
// they became, and posts anew when that run is lost: dropped for a request that came late, unknown to the
// server, or never told of again. It has one request under way at a time, so the server gets changes in their
// order. Everything that is asked of a run ends with it: an answer of a run that is no longer on screen
// reaches nobody.

import * as api from "./api.js";
import { canTryAgain, pauseAfter } from "./pursuit.js";

/**
 * The stream gives a sign every ten seconds at least, which a page does not see; so long after the last word
 * of a run one looks.
 */
const SILENCE = 8000;
/** Word of why a run was dropped may come a little later than its absence is noticed. */
const PATIENCE = 300;

/** Events that may come before the worlds are there. */
const AT_ANY_TIME = ["hello", "failed", "dropped"];

let wanted = null; // { settings, text, refusal }
let shown = null; // { name, wish, over, stop, isGreeted, isDone, isLost, isLetGo, heardAt, looks }
let losses = 0; // runs lost one after the other
let hear = {};
let isPursuing = false;

const pause = (long) => new Promise((go) => setTimeout(go, long));

/**
 * What is called: `begin` for another run, `refused` for settings that are not allowed, `connected` with
 * whether somebody answers, `letGo` when the run had to make room for those of other pages, and `events` with
 * a function for each event by its name.
 */
export const onRun = (acts) => (hear = acts);

/** The name of the run on screen. */
export const name = () => shown?.name ?? null;

/** Whether it was lived to its end. */
export const isOver = () => shown?.isDone ?? false;

/** Wants the worlds of these settings; gives why they were refused, if they were. */
export async function want(settings, text) {
  const wish = { settings: structuredClone(settings), text, refusal: null };
  wanted = wish;
  losses = 0;
  await pursue();
  return wish.refusal;
}

/**
 * Asks something of the run on screen. What comes for a run that is no longer there ends as an `AbortError`.
 */
export async function ask(path) {
  const mine = shown;
  const answer = await api.ask(`/api/run/${mine.name}/${path}`, { signal: mine.over.signal });
  if (mine !== shown) throw new DOMException("another run is on screen", "AbortError");
  return answer;
}

/** Whether the run on screen is of what was wanted last, or that is not allowed. */
export const isAtRest = () => wanted.refusal !== null || (shown?.wish === wanted && !shown.isLost);

async function pursue() {
  if (isPursuing) return;
  isPursuing = true;
  for (let tries = 0; !isAtRest();) {
    const wish = wanted;
    try {
      const { run } = await api.send("/api/run", wish.settings);
      tries = 0;
      // Something newer may be wanted by now.
      if (wish === wanted) take(run, wish);
    } catch (error) {
      // The token is of an earlier start of the server.
      const isForeign = error instanceof api.Refused && error.status === 403;
      if (canTryAgain(error) || isForeign) {
        await pause(pauseAfter(tries++));
        await comeBack();
      } else if (wish === wanted) {
        wish.refusal = error;
        hear.refused(error);
      }
    }
  }
  isPursuing = false;
}

/** Waits for the server, and says so meanwhile. */
async function comeBack() {
  hear.connected(false);
  await api.comeBack();
  hear.connected(true);
}

function take(run, wish) {
  shown?.over.abort();
  shown?.stop();
  const is = { isGreeted: false, isDone: false, isLost: false, isLetGo: false };
  shown = { name: run, wish, over: new AbortController(), stop() {}, ...is, heardAt: 0, looks: 0 };
  hear.begin(run, wish.text);
  attend(shown);
}

/** Listens to what is told of a run. */
function attend(mine) {
  // What is told of worlds that are not on screen yet would be told of those before.
  const only = (key, act) => (what) => {
    if (mine !== shown || !(mine.isGreeted || AT_ANY_TIME.includes(key))) return;
    [mine.heardAt, mine.looks] = [performance.now(), 0];
    act(what);
  };
  const once = (mark, act) => (what) => {
    if (mine[mark]) return;
    mine[mark] = true;
    act(what);
  };
  mine.stop();
  mine.heardAt = performance.now();
  const { hello, done, ...others } = hear.events;
  const events = {
    hello: once("isGreeted", hello),
    done: once("isDone", (what) => {
      losses = 0;
      done(what);
    }),
    dropped: ({ for: whom }) => (whom === "others" ? letGo(mine) : lose(mine)),
    ...others,
  };
  const heard = Object.fromEntries(Object.entries(events).map(([key, act]) => [key, only(key, act)]));
  mine.stop = api.follow(mine.name, heard, {
    lost: (isClosed) => {
      if (mine !== shown) return;
      if (isClosed) look(mine);
      else hear.connected(false);
    },
    found: () => mine === shown && hear.connected(true),
  });
}

/**
 * The run had to make room: it is begun anew when the reader changes something, not before, since pages would
 * take turns for ever.
 */
function letGo(mine) {
  mine.isLetGo = true;
  hear.letGo();
}

/** The server knows the run no more. */
async function lose(mine) {
  await pause(PATIENCE + (losses > 0 ? pauseAfter(losses) : 0));
  if (mine !== shown || mine.isLetGo || mine.isLost) return;
  if (mine.wish === wanted) losses += 1;
  mine.isLost = true;
  pursue();
}

api.onUnknownRun((run) => run === shown?.name && lose(shown));

/** Looks whether the server knows a run still, and listens to it again; one that it does not know is lost. */
async function look(mine) {
  mine.stop();
  mine.heardAt = Infinity;
  while (mine === shown && !mine.isLost && !mine.isLetGo) {
    await pause(pauseAfter(mine.looks++));
    if (mine !== shown) return;
    try {
      await ask("figures");
    } catch (error) {
      if (error instanceof api.Gone) await comeBack();
      if (canTryAgain(error)) continue;
      // Too early is early enough.
      if (!(error instanceof api.Refused) || error.status === 404) return;
    }
    if (mine !== shown) return;
    hear.connected(true);
    return attend(mine);
  }
}

setInterval(() => {
  if (shown && !shown.isDone && !shown.isLetGo && performance.now() - shown.heardAt > SILENCE) attend(shown);
}, 1000);
