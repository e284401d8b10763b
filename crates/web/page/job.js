// A job: something that takes the server its time, as a life or why a measure is what it is. It is ordered,
// how far it is is shown, and it is fetched once it is ready.

import { ask, send } from "./api.js";
import { canTryAgain, pursuit } from "./pursuit.js";

/**
 * Jobs of a kind, one wanted at a time, about what the server calls `key`. They are shown in `holder`: `show`
 * takes what came of one, and `fail` why nothing did.
 */
export function jobs(kind, key, { holder, show, fail }) {
  let wanted = null; // { run, about, isTold }

  /** Asks for what is wanted; what cannot be had is told, and what is lost on the way is asked for again. */
  async function asked(question) {
    const mine = wanted;
    if (mine === null || mine.isTold) return null;
    try {
      const answer = await question(mine);
      return mine === wanted ? answer : null;
    } catch (error) {
      if (mine !== wanted) return null;
      if (canTryAgain(error)) throw error;
      fail(error.message, mine.about);
      return null;
    }
  }

  const order = pursuit(() =>
    asked(({ run, about }) => send(`/api/run/${run}/${kind}`, { [key]: about }, { read: () => null })),
  );
  const tell = pursuit(async () => {
    const answer = await asked(({ run, about }) => ask(`/api/run/${run}/${kind}/${about}`));
    if (answer === null) return;
    wanted.isTold = true;
    show(answer, wanted.about);
  });
  const going = ({ done, of }) => {
    const bar = holder().querySelector("progress");
    if (bar && of) Object.assign(bar, { max: of, value: done });
  };
  const ifWanted = (act) => (what) => what[key] === wanted?.about && act(what);

  function want(run, about) {
    wanted = { run, about, isTold: false };
    order();
  }
  return {
    want,
    forget: () => (wanted = null),
    /** Another run is there: what was not told of the one before is wanted of it. */
    again: (run) => wanted?.isTold === false && want(run, wanted.about),
    /** What is told of them while they are worked out. */
    events: {
      [kind]: ifWanted(going),
      [`${kind}-ready`]: ifWanted(() => tell()),
      [`${kind}-failed`]: ifWanted(({ message }) => fail(message, wanted.about)),
    },
  };
}
