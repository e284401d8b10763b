// The society: one picture for each world, a pixel for each person. Hovering or moving the cursor tells who
// somebody is, a click opens the life.

import { ask } from "./api.js";
import { css, palette } from "./colours.js";
import { at, atMost, make, note, shown as seen } from "./dom.js";
import { Frames } from "./frames.js";
import { lay } from "./layout.js";
import { settings, view } from "./state.js";
import { called, count, percent, say, sayOr, whole } from "./words.js";

let shown = null; // { run, hello, frames, layout, pictures, palette }
let open = () => {};
let cursor = null; // a cell that was chosen with the keyboard or the pointer
let byKeys = false;

/** Where lives are opened. */
export const onOpen = (act) => (open = act);

/** Shows the worlds of a run. */
export function show(run, hello) {
  shown?.frames.end();
  shown = { run, hello, frames: new Frames(run), layout: null, pictures: [], palette: null };
  cursor = null;
  at("worlds").replaceChildren(...hello.worlds.slice(0, 2).map((world, number) => picture(world, number)));
  arrange();
}

const SIDES = ["here", "beside"];

const titleOf = (world) => called("title", world.title) || world.name;

function picture(world, number) {
  const { cell_persons: each } = shown.hello.map;
  const label = each > 1 ? "picture-label-blocks" : "picture-label";
  const canvas = make("canvas.picture", {
    tabindex: "0",
    // It takes the arrow keys for itself.
    role: "application",
    "aria-label": say(label, { persons: whole(each), world: titleOf(world) }),
    "aria-describedby": "picture-help",
    onpointermove: (event) => point(number, event),
    // A page that scrolls takes the pointer off the picture; what was chosen with the keys stays.
    onpointerleave: () => byKeys || leave(),
    onclick: (event) => {
      // A click without a hand, as of a screen reader, is at no place: it takes whom the keys have chosen.
      if (event.detail > 0) point(number, event);
      else if (!byKeys) return;
      if (cursor !== null) open(person(cursor));
    },
    onkeydown: (event) => key(number, event),
    onblur: leave,
  });
  const marks = make("canvas.marks", { "aria-hidden": "true" });
  shown.pictures[number] = { canvas, marks };
  const which = make("span.which", say(`world-${SIDES[number]}`));
  const phase = make(`span#phase-${number}.phase`);
  const caption = make("figcaption", which, make("strong", titleOf(world)), phase);
  return make(`figure.world.${SIDES[number]}`, caption, make("div.canvas", canvas, marks));
}

/** Lays the pictures out for the room that there is. */
export function arrange() {
  if (!shown) return;
  const { map } = shown.hello;
  const room = shown.pictures[0].canvas.parentElement.clientWidth * devicePixelRatio;
  // A little wider than high; drawn at least as large as the room is and then fitted into it.
  const layout = lay(map, Math.ceil(Math.sqrt(map.cells * 1.55)));
  const { width, height } = layout;
  const scale = Math.max(1, Math.min(8, Math.ceil(room / width)));
  const small = make("canvas", { width, height });
  Object.assign(shown, { layout, scale, small, image: new ImageData(width, height) });
  for (const canvas of shown.pictures.flatMap((one) => [one.canvas, one.marks]))
    Object.assign(canvas, { width: width * scale, height: height * scale });
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
  const cells = shown.hello.map.cell_persons;
  const each = note(cells > 1 ? say("key-block", { persons: whole(cells) }) : say("key-person"));
  const coloured = (element, background) => {
    element.style.background = background;
    return element;
  };
  const swatch = (step) => make("li", coloured(make("span.swatch"), step.colour), step.name);
  if (steps) return at("key").replaceChildren(make("ul.legend", steps.map(swatch)), each);
  const bar = make("span.run", { "aria-hidden": "true" });
  coloured(bar, `linear-gradient(90deg, ${ramp.join(", ")})`);
  const says = make("span.soft", sayOr(`colouring-${colouring.name}-says`, colouring.says));
  at("key").replaceChildren(make("p.legend", ends[0], bar, ends[1], says), each);
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

/** Fetches weeks that will be wanted: the next few, one in every `step`. */
export function ahead(tick, step, end) {
  for (let next = tick + step; next < end && next <= tick + 8 * step; next += step) {
    if (!shown?.frames.hasRoom()) return;
    shown.pictures.forEach((_, world) => shown.frames.of(world, view.colouring, next));
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
    const phases = world.phases ?? (number === 0 ? shown.hello.phases : []) ?? [];
    const now = phases.findLast((one) => one.from_tick <= tick);
    at(`phase-${number}`).textContent = now ? seen(sayOr(`phase-${now.name}`, now.name)) + near(now) : "";
  });
}

/** How near a phase comes to the share of persons that it is to hold; whole cities meet none exactly. */
function near({ wanted, miss }) {
  if (!Number.isFinite(wanted) || !Number.isFinite(miss)) return "";
  const shares = { held: percent(wanted + miss, 2), wanted: percent(wanted, 2) };
  return say(Math.abs(miss) > 0.1 * wanted ? "phase-far" : "phase-near", shares);
}

/** Names of the larger cities, and frames around the first to come under the regime. */
function marks() {
  const { layout, scale, pictures } = shown;
  const dots = (length) => length * devicePixelRatio;
  for (const [world, { marks: canvas }] of pictures.entries()) {
    const brush = canvas.getContext("2d");
    const frame = (colour, ...box) => {
      brush.strokeStyle = css(colour);
      brush.lineWidth = dots(2);
      brush.strokeRect(...box);
    };
    brush.clearRect(0, 0, canvas.width, canvas.height);
    brush.font = `600 ${dots(11)}px ${css("sans")}`;
    brush.textBaseline = "top";
    for (const { city, ...box } of layout.cities) {
      const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((length) => length * scale);
      if (city.is_pilot && world === 0) frame("here", x, y, width, height);
      const wide = brush.measureText(city.name).width + dots(8);
      if (city.rank > 5 || wide > width) continue;
      brush.fillStyle = css("page");
      brush.globalAlpha = 0.8;
      brush.fillRect(x, y, wide, dots(15));
      brush.globalAlpha = 1;
      brush.fillStyle = css("ink");
      brush.fillText(city.name, x + dots(4), y + dots(2));
    }
    if (cursor === null) continue;
    const [x, y] = spotOf(cursor);
    const [reach, size] = [dots(4), scale + 2 * dots(4)];
    frame("ink", x * scale - reach, y * scale - reach, size, size);
  }
}

/** Where a cell stands in the picture, in cells. */
const spotOf = (cell) => {
  const { places, width } = shown.layout;
  return [places[cell] % width, Math.floor(places[cell] / width)];
};

/** The first person of a cell. */
function person(cell) {
  const { map } = shown.hello;
  const home = map.neighbourhoods.findLastIndex((one) => one.first_cell <= cell);
  const lanes = 1024;
  return home * lanes + (cell - map.neighbourhoods[home].first_cell) * map.cell_persons;
}

function point(world, event) {
  const { layout, pictures } = shown;
  const { canvas } = pictures[world];
  const box = canvas.getBoundingClientRect();
  const x = Math.floor(((event.clientX - box.left) / box.width) * layout.width);
  const y = Math.floor(((event.clientY - box.top) / box.height) * layout.height);
  const cell = layout.cellAt[y * layout.width + x] ?? -1;
  if (cell < 0) return leave();
  byKeys = false;
  choose(cell, event.clientX, event.clientY);
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
  let [x, y] = spotOf(cursor ?? 0);
  // Over the gaps between cities to the next cell in this direction.
  for (let tries = 0; tries < 200; tries += 1) {
    x += step[0] * (tries === 0 ? far : 1);
    y += step[1] * (tries === 0 ? far : 1);
    if (x < 0 || y < 0 || x >= layout.width || y >= layout.height) return;
    const cell = layout.cellAt[y * layout.width + x];
    if (cell < 0) continue;
    const box = pictures[world].canvas.getBoundingClientRect();
    byKeys = true;
    const [across, down] = [(x / layout.width) * box.width, (y / layout.height) * box.height];
    return choose(cell, box.left + across, box.top + down);
  }
}

function choose(cell, left, top) {
  const isNew = cell !== cursor;
  cursor = cell;
  const tip = at("tip");
  tip.style.left = `${Math.min(left + 14, innerWidth - 260)}px`;
  tip.style.top = `${Math.min(top + 14, innerHeight - 170)}px`;
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
function portrait(now) {
  const sex = sayOr(`sex-${now.sex}`, now.sex ?? "");
  return [
    say("person-number", { number: whole(now.number) }),
    say("person-who", { sex, age: whole(now.age ?? 0) }),
    called("occupation", now.occupation),
    count("person-household", now.household ?? 1),
  ].filter(Boolean);
}

function standing(world, one) {
  if (!one) return [];
  const words = [];
  if (one.tier) words.push(called("title", one.tier));
  if (one.score !== null && one.score !== undefined)
    words.push(say("person-score", { score: whole(one.score) }));
  words.push(sayOr(`cell-sanction-${one.sanction}`, one.sanction));
  if (one.fear > 0) words.push(say("person-fear", { fear: percent(one.fear) }));
  return make(`p.${world}`, make("span.which", say(`world-${world}`)), " ", words.join(", "));
}

function portray(now) {
  const tip = at("tip");
  const [name, ...traits] = portrait(now);
  tip.replaceChildren(
    make("p", make("strong", name)),
    make("p", traits.join(", ")),
    ...SIDES.flatMap((world) => standing(world, now[world])),
    note(say("person-open")),
  );
  tip.hidden = false;
  if (document.activeElement?.classList.contains("picture")) at("spoken").textContent = tip.innerText;
}

/** How many persons the run has. */
export const persons = () => shown?.hello.map.persons ?? settings.persons;
