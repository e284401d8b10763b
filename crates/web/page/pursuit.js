// Pursuit: something is asked for until it is there. One question at a time; what was wanted last counts, and
// is asked for again where the answer was lost.

import { Gone, Refused } from "./api.js";

const LONGEST_PAUSE = 5000;

/**
 * Whether the same question may be answered another time: nobody answered, or somebody had too much to do.
 */
export const canTryAgain = (error) =>
  error instanceof Gone || (error instanceof Refused && [408, 429, 503].includes(error.status));

/** The pause before another try, longer from try to try. */
export const pauseAfter = (tries) => Math.min(LONGEST_PAUSE, 250 * 2 ** tries);

/**
 * Gives a function that wants `act` done, at most once in so many milliseconds; `soon` cuts the pause short.
 * What is wanted while `act` is at work is done after it.
 */
export function pursuit(act, milliseconds = 0) {
  let wanted = 0;
  let met = 0;
  let isBusy = false;
  let wake = () => {};
  const pause = (long) =>
    new Promise((go) => {
      wake = go;
      setTimeout(go, long);
    });
  async function pursue() {
    isBusy = true;
    for (let tries = 0; met !== wanted;) {
      const mine = wanted;
      try {
        await act();
        [met, tries] = [mine, 0];
      } catch (error) {
        // A run that is gone is followed by another one, which wants its own.
        if (canTryAgain(error)) {
          await pause(pauseAfter(tries++));
          continue;
        }
        met = mine;
        if (!(error instanceof Refused || error.name === "AbortError")) console.error(error);
      }
      if (milliseconds > 0) await pause(milliseconds);
    }
    isBusy = false;
  }
  return ({ soon = false } = {}) => {
    wanted += 1;
    if (soon) wake();
    if (!isBusy) pursue();
  };
}
