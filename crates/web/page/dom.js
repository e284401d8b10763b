// Elements: made in one call, so that text is always text and never markup.

/** What would turn the direction of writing, or has no width: shown as a code, as the program itself does. */
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** A text, or a number as one, whose every letter is seen. */
export const shown = (text) =>
  String(text).replace(STEERING, (letter) => `\\u{${letter.codePointAt(0).toString(16)}}`);

/** Attributes that are text for people. */
const SPOKEN = ["aria-label", "title", "alt", "placeholder"];

const isNothing = (value) => value === null || value === undefined || value === false;

/**
 * An element by its tag, id and classes (`p.note`, `h2#title`), with attributes (`on…`, properties by name),
 * if there are any, and with children (elements, texts, lists of them, or nothing). A button sends no form.
 */
export function make(selector, ...rest) {
  const [head, ...classes] = selector.split(".");
  const [tag, id] = head.split("#");
  const element = document.createElement(tag);
  if (id) element.id = id;
  if (tag === "button") element.type = "button";
  if (classes.length > 0) element.className = classes.join(" ");
  const given = rest[0]?.constructor === Object ? rest.shift() : {};
  for (const [name, value] of Object.entries(given)) {
    if (isNothing(value)) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && typeof value !== "string") element[name] = value;
    else if (SPOKEN.includes(name)) element.setAttribute(name, shown(value));
    else element.setAttribute(name, value === true ? "" : value);
  }
  const children = rest.flat(Infinity).filter((child) => !isNothing(child));
  element.append(...children.map((child) => (typeof child === "string" ? shown(child) : child)));
  return element;
}

/** The element with an id. */
export const at = (id) => document.getElementById(id);

/** All elements of a selector. */
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** Calls `act` once things have been quiet for a while. */
export function afterwards(milliseconds, act) {
  let waiting = 0;
  return (...given) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => act(...given), milliseconds);
  };
}

/** Calls `act` at most once in a while, the last call included. */
export function atMost(milliseconds, act) {
  let waiting = 0;
  let last = 0;
  return (...given) => {
    clearTimeout(waiting);
    const wait = Math.max(0, last + milliseconds - performance.now());
    waiting = setTimeout(() => {
      last = performance.now();
      act(...given);
    }, wait);
  };
}

/** A remark in small letters. */
export const note = (...text) => make("p.note", ...text);

/** One of several choices of the same name; `act` is called when it is taken. */
export const radio = (name, value, taken, given, act) =>
  make("input", { type: "radio", name, value, checked: value === taken, ...given, onchange: act });

/** A choice of options, each with its value, text and further attributes; `act` hears which one is taken. */
export function select(selector, label, options, taken, act) {
  const option = ([value, text, given]) =>
    make("option", { value, selected: value === taken, ...given }, text);
  const onchange = act && ((event) => act(event.target.value));
  return make(selector, { "aria-label": label, onchange }, options.map(option));
}

/** A table with a line of headings: a text each, or a text with the class of its column. */
export function table(selector, headings, rows) {
  const heading = ([name, kind]) => make("th", { scope: "col", class: kind }, name);
  return make(selector, make("thead", make("tr", headings.map(heading))), make("tbody", rows));
}

/** A key of colours: the classes of each swatch, and what it stands for. */
export function legend(entries) {
  const entry = ([swatch, text]) => make("li", make(`span.swatch.${swatch}`), text);
  return make("ul.legend", entries.map(entry));
}

/** The head of a sheet: its title, and a button that closes it. */
export const sheetHead = (sheet, close, title) => [
  make("button.close", { "aria-label": close, onclick: () => sheet.close() }, "×"),
  make(`h2#${sheet.id}-title`, { tabindex: "-1" }, title),
];

/**
 * Markup that the server drew (charts); nothing in it runs, since the policy of the page lets no such script
 * run.
 */
export function drawn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content;
}
