// The server at the other end: questions, what is told of a run while it goes on, and what to do when nobody answers.

import { tongue } from "./words.js";

let token = document.querySelector("meta[name=demerit-token]").content;
// The same tab when it is loaded again; a copy of a tab is another one, though it comes with what the first has stored.
const is_again = performance.getEntriesByType("navigation")[0]?.type === "reload";
const tab = (is_again && sessionStorage.getItem("tab")) || Math.random().toString(36).slice(2, 14);
sessionStorage.setItem("tab", tab);

/** What the server refused, with the place and a hint where it gave them. */
export class Refused extends Error {
  constructor(status, { message, place, hint } = {}) {
    super(message ?? `HTTP ${status}`);
    this.status = status;
    this.place = place;
    this.hint = hint;
  }
}

/** Nobody answered. */
export class Gone extends Error {}

async function call(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Gone(error.message);
  }
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  throw new Refused(answer.status, told.error);
}

const inLanguage = (path, language = tongue()) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

/** Asks for something that depends on the language. */
export const ask = async (path, { signal, language } = {}) => (await call(inLanguage(path, language), { signal })).json();

/** Sends something. */
export function send(path, body, type = "application/json") {
  const headers = { "content-type": type, "x-demerit-token": token, "x-demerit-tab": tab };
  return call(inLanguage(path), { method: "POST", headers, body: type === "application/json" ? JSON.stringify(body) : body });
}

/** The bytes of a frame, and the week that they are of: an earlier one where not every week is kept. */
export async function frame(run, world, colouring, tick, signal) {
  const answer = await call(`/api/run/${run}/frame/${world}/${colouring}/${tick}`, { signal });
  return { week: Number(answer.headers.get("x-demerit-week") ?? tick), bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** Listens to a run; `hear` has a function for each event by its name, and for a connection that is lost and found. */
export function listen(run, hear, { lost, found }) {
  const source = new EventSource(`/api/run/${run}/events`);
  for (const [name, act] of Object.entries(hear)) {
    if (name !== "dropped") source.addEventListener(name, (event) => act(JSON.parse(event.data)));
  }
  source.addEventListener("dropped", () => {
    source.close();
    hear.dropped();
  });
  source.onerror = () => lost();
  source.onopen = () => found();
  // A browser that was turned away does not try again by itself.
  return { stop: () => source.close(), is_closed: () => source.readyState === EventSource.CLOSED };
}

/** Waits until somebody answers again, which may be another start of the server with another token. */
export async function comeBack() {
  for (;;) {
    try {
      const page = new DOMParser().parseFromString(await (await call("/")).text(), "text/html");
      token = page.querySelector("meta[name=demerit-token]").content;
      return;
    } catch {
      await new Promise((go) => setTimeout(go, 1000));
    }
  }
}
