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

const inLanguage = (path) => `${path}${path.includes("?") ? "&" : "?"}lang=${tongue()}`;

/** Asks for something that depends on the language. */
export const ask = async (path, signal) => (await call(inLanguage(path), { signal })).json();

/** Sends something. */
export function send(path, body, type = "application/json") {
  const headers = { "content-type": type, "x-demerit-token": token, "x-demerit-tab": tab };
  return call(inLanguage(path), { method: "POST", headers, body: type === "application/json" ? JSON.stringify(body) : body });
}

/** The bytes of a frame. */
export async function frame(run, world, colouring, tick, signal) {
  return new Uint8Array(await (await call(`/api/run/${run}/frame/${world}/${colouring}/${tick}`, { signal })).arrayBuffer());
}

/** Listens to a run; `hear` has a function for each event by its name. Gives a function that stops listening, and one that tells whether it still listens. */
export function listen(run, hear, lost) {
  const source = new EventSource(`/api/run/${run}/events`);
  for (const [name, act] of Object.entries(hear)) {
    if (name !== "dropped") source.addEventListener(name, (event) => act(JSON.parse(event.data)));
  }
  source.addEventListener("dropped", () => {
    source.close();
    hear.dropped();
  });
  source.onerror = () => lost();
  source.onopen = () => lost(false);
  return [() => source.close(), () => source.readyState !== EventSource.CLOSED];
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
