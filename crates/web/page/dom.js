// Elements: made in one call, so that text is always text and never markup.

/** An element with attributes (`class`, `on…`, properties by name) and children (elements, texts, or nothing). */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** The element with an id. */
export const at = (id) => document.getElementById(id);

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

/** Markup that the server drew (charts); nothing in it runs, since the policy of the page lets no such script run. */
export function drawn(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content;
}
