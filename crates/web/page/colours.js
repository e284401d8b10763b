// Colours: what a byte of a frame looks like, taken from the style, so that light and dark and the charts agree.

import { say, sayOr } from "./words.js";

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A colour as [red, green, blue]. */
function parts(colour) {
  const probe =
    parts.context ??
    (parts.context = document.createElement("canvas").getContext("2d", { willReadFrequently: true }));
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  return [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

const packed = ([red, green, blue]) => (255 << 24) | (blue << 16) | (green << 8) | red;
const between = (one, other, share) =>
  one.map((part, place) => Math.round(part + (other[place] - part) * share));

/** A run of colours from stop to stop. */
function ramp(stops, share) {
  const at = share * (stops.length - 1);
  const from = Math.min(stops.length - 2, Math.floor(at));
  return between(stops[from], stops[from + 1], at - from);
}

const SANCTIONS = ["cell-none", "cell-deserved", "cell-wrong", "cell-listed", "cell-listed-wrong"];
const SANCTION_NAMES = ["none", "deserved", "wrong", "listed", "listed-wrongly"];

/** Tiers from the worst to the best in as many colours. */
function tiers(categories) {
  const bad = categories.filter((one) => one.is_sanction).length;
  const good = categories.length - bad;
  const reds = ["t1", "t2", "t3"].map((name) => parts(css(name)));
  const rest = ["cell-none", "t4", "t5", "t6"].map((name) => parts(css(name)));
  let [red, other] = [0, 0];
  return categories.map((one) => {
    if (one.is_sanction) return ramp(reds, bad > 1 ? red++ / (bad - 1) : 0.3);
    return ramp(rest, good > 1 ? other++ / (good - 1) : 0);
  });
}

/** The 256 colours of a colouring as whole numbers, and its key: names with the bytes that have them, or a run from low to high. */
export function palette(colouring) {
  const colours = new Uint32Array(256).fill(packed(parts(css("cell-none"))));
  colours[255] = packed(parts(css("cell-nothing")));
  if (colouring.kind === "category") {
    const all =
      colouring.name === "sanction" ? SANCTIONS.map((name) => parts(css(name))) : tiers(colouring.categories);
    const names =
      colouring.name === "sanction" ? SANCTION_NAMES : colouring.categories.map((one) => one.name);
    all.forEach((colour, byte) => {
      colours[byte] = packed(colour);
    });
    const steps = names.map((name, byte) => ({
      name: sayOr(`cell-${colouring.name}-${name}`, name),
      colour: `rgb(${all[byte]})`,
    }));
    return { colours, steps };
  }
  // Where no regime keeps a score there is nothing to go from low to high.
  if (colouring.scored?.last === 0) {
    return { colours, steps: [{ name: say("key-no-score"), colour: `rgb(${parts(css("cell-nothing"))})` }] };
  }
  const stops = {
    fear: ["cell-none", "c4", "cell-fear"],
    score: ["t1", "t2", "t3", "cell-none", "t5", "t6"],
  }[colouring.name];
  const run = (stops ?? ["cell-none", "t3", "t2", "t1"]).map((name) => parts(css(name)));
  const last = colouring.scored?.last ?? 254;
  for (let byte = 0; byte <= last; byte += 1) {
    // Small fears and small shares are what is to be seen.
    const share = colouring.name === "score" ? byte / last : Math.sqrt(byte / last);
    colours[byte] = packed(ramp(run, share));
  }
  const scored = colouring.scored;
  const ends = scored
    ? [scored.floor, scored.floor + scored.step * scored.last].map(String)
    : [say("key-nobody"), say("key-all")];
  if (colouring.name === "fear") [ends[0], ends[1]] = [say("key-no-fear"), say("key-most-fear")];
  return {
    colours,
    ramp: [0, 0.25, 0.5, 0.75, 1].map(
      (share) => `rgb(${ramp(run, colouring.name === "score" ? share : Math.sqrt(share))})`,
    ),
    ends,
  };
}
