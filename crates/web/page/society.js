// The society: one picture for each world, a pixel for each person. Hovering or moving the cursor tells who somebody is, a click opens the life.

import { ask } from "./api.js";
import { palette } from "./colours.js";
import { at, atMost, make } from "./dom.js";
import { Frames } from "./frames.js";
import { lay } from "./layout.js";
import { settings, view } from "./state.js";
import { called, count, percent, say, sayOr, whole } from "./words.js";

let shown = null; // { run, hello, frames, layout, pictures, palette }
let open = () => {};
let cursor = null; // a cell that was chosen with the keyboard or the pointer
let byKeys = false;

/** Where lives are opened. */
export function onOpen(act) {
  open = act;
}

/** Shows the worlds of a run. */
export function show(run, hello) {
  shown?.frames.end();
  shown = { run, hello, frames: new Frames(run), layout: null, pictures: [], palette: null };
  cursor = null;
  at("worlds").replaceChildren(...hello.worlds.slice(0, 2).map((world, number) => picture(world, number)));
  arrange();
}

function picture(world, number) {
  const canvas = make("canvas", {
    class: "picture",
    tabindex: "0",
    // It takes the arrow keys for itself.
    role: "application",
    "aria-label": say(shown.hello.map.cell_persons > 1 ? "picture-label-blocks" : "picture-label", {
      persons: whole(shown.hello.map.cell_persons),
      world: called("title", world.title) || world.name,
    }),
    "aria-describedby": "picture-help",
  });
  const marks = make("canvas", { class: "marks", "aria-hidden": "true" });
  canvas.addEventListener("pointermove", (event) => point(number, event));
  // A page that scrolls takes the pointer off the picture; what was chosen with the keys stays.
  canvas.addEventListener("pointerleave", () => byKeys || leave());
  canvas.addEventListener("click", (event) => {
    // A click without a hand, as of a screen reader, is at no place: it takes whom the keys have chosen.
    if (event.detail > 0) point(number, event);
    else if (!byKeys) return;
    if (cursor !== null) open(person(cursor));
  });
  canvas.addEventListener("keydown", (event) => key(number, event));
  canvas.addEventListener("blur", () => leave());
  shown.pictures[number] = { canvas, marks };
  return make(
    "figure",
    { class: `world ${number === 0 ? "here" : "beside"}` },
    make(
      "figcaption",
      {},
      make("span", { class: "which" }, say(number === 0 ? "world-here" : "world-beside")),
      make("strong", {}, called("title", world.title) || world.name),
      make("span", { class: "phase", id: `phase-${number}` }),
    ),
    make("div", { class: "canvas" }, canvas, marks),
  );
}

/** Lays the pictures out for the room that there is. */
export function arrange() {
  if (!shown) return;
  const map = shown.hello.map;
  const room = shown.pictures[0].canvas.parentElement.clientWidth * devicePixelRatio;
  // A little wider than high; drawn at least as large as the room is and then fitted into it.
  shown.layout = lay(map, Math.ceil(Math.sqrt(map.cells * 1.55)));
  const scale = Math.max(1, Math.min(8, Math.ceil(room / shown.layout.width)));
  shown.scale = scale;
  shown.image = new ImageData(shown.layout.width, shown.layout.height);
  shown.small = shown.small ?? document.createElement("canvas");
  [shown.small.width, shown.small.height] = [shown.layout.width, shown.layout.height];
  for (const one of shown.pictures) {
    for (const canvas of [one.canvas, one.marks]) {
      [canvas.width, canvas.height] = [shown.layout.width * scale, shown.layout.height * scale];
    }
  }
  recolour();
}

/** Takes the colours of the colouring in use again, as after a change from light to dark. */
export function recolour() {
  if (!shown) return;
  const colouring =
    shown.hello.colourings.find((one) => one.name === view.colouring) ?? shown.hello.colourings[0];
  shown.palette = { ...palette(colouring), colouring };
  keyOf(shown.palette);
  marks();
}

/** The key beneath the pictures. */
function keyOf({ steps, ramp, ends, colouring }) {
  const holder = at("key");
  const cells = shown.hello.map.cell_persons;
  const each = cells > 1 ? say("key-block", { persons: whole(cells) }) : say("key-person");
  if (steps) {
    const swatch = (step) => {
      const box = make("span", { class: "swatch" });
      box.style.background = step.colour;
      return make("li", {}, box, step.name);
    };
    holder.replaceChildren(
      make("ul", { class: "legend" }, steps.map(swatch)),
      make("p", { class: "note" }, each),
    );
    return;
  }
  const bar = make("span", { class: "run", "aria-hidden": "true" });
  bar.style.background = `linear-gradient(90deg, ${ramp.join(", ")})`;
  holder.replaceChildren(
    make(
      "p",
      { class: "legend" },
      ends[0],
      bar,
      ends[1],
      make("span", { class: "soft" }, sayOr(`colouring-${colouring.name}-says`, colouring.says)),
    ),
    make("p", { class: "note" }, each),
  );
}

/** Paints a week in both worlds; says which one, where not every week is kept. */
export async function paint(tick) {
  const mine = shown;
  if (!mine?.layout) return;
  const colouring = view.colouring;
  const frames = await Promise.all(mine.pictures.map((_, world) => mine.frames.of(world, colouring, tick)));
  if (mine !== shown || colouring !== view.colouring) return;
  frames.forEach(({ bytes }, world) => draw(mine, world, bytes));
  mine.tick = Math.min(...frames.map((one) => one.week));
  phase(mine.tick);
  if (cursor !== null) tell(cursor);
  return mine.tick;
}

/** Fetches weeks that will be wanted. */
export function ahead(ticks) {
  for (const tick of ticks) {
    if (!shown?.frames.hasRoom()) return;
    shown.pictures.forEach((_, world) => shown.frames.of(world, view.colouring, tick));
  }
}

function draw({ layout, image, small, pictures, palette: { colours } }, world, bytes) {
  const pixels = new Uint32Array(image.data.buffer);
  pixels.fill(0);
  for (let cell = 0; cell < bytes.length; cell += 1) pixels[layout.places[cell]] = colours[bytes[cell]];
  small.getContext("2d").putImageData(image, 0, 0);
  const canvas = pictures[world].canvas;
  const brush = canvas.getContext("2d");
  brush.imageSmoothingEnabled = false;
  brush.clearRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(small, 0, 0, canvas.width, canvas.height);
}

/** Which phase of its rollout each world is in. */
function phase(tick) {
  shown.hello.worlds.slice(0, 2).forEach((world, number) => {
    const now = (world.phases ?? (number === 0 ? shown.hello.phases : []) ?? [])
      .filter((one) => one.from_tick <= tick)
      .pop();
    at(`phase-${number}`).textContent = now ? sayOr(`phase-${now.name}`, now.name) : "";
  });
}

/** Names of the larger cities, and frames around the first to come under the regime. */
function marks() {
  const { layout, scale, pictures } = shown;
  const style = getComputedStyle(document.documentElement);
  for (const [world, { marks: canvas }] of pictures.entries()) {
    const brush = canvas.getContext("2d");
    brush.clearRect(0, 0, canvas.width, canvas.height);
    brush.font = `600 ${11 * devicePixelRatio}px ${style.getPropertyValue("--sans")}`;
    brush.textBaseline = "top";
    for (const { city, x, y, width, height } of layout.cities) {
      if (city.is_pilot && world === 0) {
        brush.strokeStyle = style.getPropertyValue("--here");
        brush.lineWidth = 2 * devicePixelRatio;
        brush.strokeRect(x * scale, y * scale, width * scale, height * scale);
      }
      const wide = brush.measureText(city.name).width + 8 * devicePixelRatio;
      if (city.rank > 5 || wide > width * scale) continue;
      brush.fillStyle = style.getPropertyValue("--page");
      brush.globalAlpha = 0.8;
      brush.fillRect(x * scale, y * scale, wide, 15 * devicePixelRatio);
      brush.globalAlpha = 1;
      brush.fillStyle = style.getPropertyValue("--ink");
      brush.fillText(city.name, x * scale + 4 * devicePixelRatio, y * scale + 2 * devicePixelRatio);
    }
    if (cursor === null) continue;
    const place = layout.places[cursor];
    const [left, top] = [(place % layout.width) * scale, Math.floor(place / layout.width) * scale];
    const reach = 4 * devicePixelRatio;
    brush.strokeStyle = style.getPropertyValue("--ink");
    brush.lineWidth = 2 * devicePixelRatio;
    brush.strokeRect(left - reach, top - reach, scale + 2 * reach, scale + 2 * reach);
  }
}

/** The first person of a cell. */
function person(cell) {
  const { map } = shown.hello;
  const home = map.neighbourhoods.findLastIndex((one) => one.first_cell <= cell);
  const lanes = 1024;
  return home * lanes + (cell - map.neighbourhoods[home].first_cell) * map.cell_persons;
}

function point(world, event) {
  const { layout, scale, pictures } = shown;
  const { canvas } = pictures[world];
  const box = canvas.getBoundingClientRect();
  const x = Math.floor(((event.clientX - box.left) / box.width) * layout.width);
  const y = Math.floor(((event.clientY - box.top) / box.height) * layout.height);
  const cell = layout.cellAt[y * layout.width + x] ?? -1;
  if (cell < 0) return leave();
  byKeys = false;
  choose(cell, [event.clientX, event.clientY]);
}

function key(world, event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const { layout, pictures } = shown;
  if (event.key === "Enter" && cursor !== null) {
    // Else the key goes on to the sheet that opens, and closes it.
    event.preventDefault();
    return open(person(cursor));
  }
  if (!step) return;
  event.preventDefault();
  event.stopPropagation();
  const far = event.shiftKey ? 16 : 1;
  const place = cursor === null ? layout.places[0] : layout.places[cursor];
  let [x, y] = [place % layout.width, Math.floor(place / layout.width)];
  // Over the gaps between cities to the next cell in this direction.
  for (let tries = 0; tries < 200; tries += 1) {
    x += step[0] * (tries === 0 ? far : 1);
    y += step[1] * (tries === 0 ? far : 1);
    if (x < 0 || y < 0 || x >= layout.width || y >= layout.height) return;
    const cell = layout.cellAt[y * layout.width + x];
    if (cell < 0) continue;
    const box = pictures[world].canvas.getBoundingClientRect();
    byKeys = true;
    return choose(cell, [
      box.left + (x / layout.width) * box.width,
      box.top + (y / layout.height) * box.height,
    ]);
  }
}

function choose(cell, spot) {
  const isNew = cell !== cursor;
  cursor = cell;
  const tip = at("tip");
  tip.style.left = `${Math.min(spot[0] + 14, innerWidth - 260)}px`;
  tip.style.top = `${Math.min(spot[1] + 14, innerHeight - 170)}px`;
  if (isNew) {
    marks();
    tell(cell);
  }
}

function leave() {
  cursor = null;
  at("tip").hidden = true;
  if (shown?.layout) marks();
}

document.addEventListener("keydown", (event) => event.key === "Escape" && leave());

let asking = null;
const tell = atMost(90, async (cell) => {
  asking?.abort();
  asking = new AbortController();
  const { run, tick } = shown;
  if (cell !== cursor || tick === undefined) return;
  try {
    const now = await ask(`/api/run/${run}/person/${person(cell)}?tick=${tick}`, { signal: asking.signal });
    if (cell === cursor) portray(now);
  } catch (error) {
    if (error.name !== "AbortError") at("tip").hidden = true;
  }
});

/** Who that is, in words. */
export function portrait(now) {
  const sex = sayOr(`sex-${now.sex}`, now.sex ?? "");
  return [
    say("person-number", { number: whole(now.number) }),
    say("person-who", { sex, age: whole(now.age ?? 0) }),
    called("occupation", now.occupation),
    count("person-household", now.household ?? 1),
  ].filter(Boolean);
}

function standing(world, one) {
  if (!one) return null;
  const words = [];
  if (one.tier) words.push(called("title", one.tier));
  if (one.score !== null && one.score !== undefined)
    words.push(say("person-score", { score: whole(one.score) }));
  words.push(sayOr(`cell-sanction-${one.sanction}`, one.sanction));
  if (one.fear > 0) words.push(say("person-fear", { fear: percent(one.fear) }));
  return make(
    "p",
    { class: world },
    make("span", { class: "which" }, say(world === "here" ? "world-here" : "world-beside")),
    " ",
    words.join(", "),
  );
}

function portray(now) {
  const tip = at("tip");
  const lines = portrait(now);
  tip.replaceChildren(
    make("p", {}, make("strong", {}, lines[0])),
    make("p", {}, lines.slice(1).join(", ")),
    standing("here", now.here) ?? "",
    standing("beside", now.beside) ?? "",
    make("p", { class: "note" }, say("person-open")),
  );
  tip.hidden = false;
  if (document.activeElement?.classList.contains("picture")) at("spoken").textContent = tip.innerText;
}

/** How many persons the run has. */
export const persons = () => shown?.hello.map.persons ?? settings.persons;
