// The verdict on a change of a figure: which of the things that could be said of it its two values bear.

/** Changes of less than one part in twenty are called none: one run cannot tell them from chance. */
const NONE = 0.05;

/** What became of a figure: `fell`, `rose`, `same`, or `nothing` where it was not measured. */
export function verdict(was, now) {
  if (was === null || now === null) return "nothing";
  const most = Math.max(Math.abs(was), Math.abs(now));
  if (Math.abs(now - was) <= NONE * most) return "same";
  return now < was ? "fell" : "rose";
}

/** By what part a figure is less than it was, from 0 to 1. */
export const lessBy = (was, now) => (was > 0 ? Math.min(1, Math.max(0, 1 - now / was)) : 0);
