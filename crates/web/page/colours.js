// Colours: what a byte of a frame looks like, taken from the style, so that light and dark and the charts
// agree.

import { say, sayOr } from "./words.js";

/** What the style says under a name. */
export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

/** A colour of the style as [red, green, blue]. */
function named(name) {
  probe.fillStyle = css(name);
  probe.fillRect(0, 0, 1, 1);
  return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const packed = ([red, green, blue]) => (255 << 24) | (blue << 16) | (green << 8) | red;
const rgb = (parts) => `rgb(${parts})`;
const between = (one, other, share) =>
  one.map((part, index) => Math.round(part + (other[index] - part) * share));

/** A run of colours from stop to stop. */
function ramp(stops, share) {
  const at = share * (stops.length - 1);
  const from = Math.min(stops.length - 2, Math.floor(at));
  return between(stops[from], stops[from + 1], at - from);
}

const SANCTIONS = ["cell-none", "cell-deserved", "cell-wrong", "cell-listed", "cell-listed-wrong"];
const RUNS = {
  fear: ["cell-none", "c4", "cell-fear"],
  score: ["t1", "t2", "t3", "cell-none", "t5", "t6"],
  share: ["cell-none", "t3", "t2", "t1"],
};

/** Tiers from the worst to the best in as many colours. */
function tiers(categories) {
  const bad = categories.filter((one) => one.is_sanction).length;
  const good = categories.length - bad;
  const reds = ["t1", "t2", "t3"].map(named);
  const rest = ["cell-none", "t4", "t5", "t6"].map(named);
  let [red, other] = [0, 0];
  return categories.map((one) => {
    if (one.is_sanction) return ramp(reds, bad > 1 ? red++ / (bad - 1) : 0.3);
    return ramp(rest, good > 1 ? other++ / (good - 1) : 0);
  });
}

/**
 * The 256 colours of a colouring as whole numbers, and its key: names with the bytes that have them, or a run
 * from low to high.
 */
export function palette({ name, kind, categories, scored }) {
  const nothing = named("cell-nothing");
  const colours = new Uint32Array(256).fill(packed(named("cell-none")));
  colours[255] = packed(nothing);
  if (kind === "category") {
    const all = name === "sanction" ? SANCTIONS.map(named) : tiers(categories);
    colours.set(all.map(packed));
    const step = (one, byte) => ({
      name: sayOr(`cell-${name}-${one.name}`, one.name),
      colour: rgb(all[byte]),
    });
    return { colours, steps: categories.map(step) };
  }
  // Where no regime keeps a score there is nothing to go from low to high.
  if (scored?.last === 0) return { colours, steps: [{ name: say("key-no-score"), colour: rgb(nothing) }] };
  const run = (RUNS[name] ?? RUNS.share).map(named);
  // Small fears and small shares are what is to be seen.
  const at = (share) => ramp(run, name === "score" ? share : Math.sqrt(share));
  const last = scored?.last ?? 254;
  for (let byte = 0; byte <= last; byte += 1) colours[byte] = packed(at(byte / last));
  return { colours, ramp: [0, 0.25, 0.5, 0.75, 1].map((share) => rgb(at(share))), ends: ends(name, scored) };
}

/** What stands at both ends of a run. */
function ends(name, scored) {
  if (name === "fear") return [say("key-no-fear"), say("key-most-fear")];
  if (!scored) return [say("key-nobody"), say("key-all")];
  return [scored.floor, scored.floor + scored.step * scored.last];
}
