// The server at the other end: questions, what is told of a run while it goes on, and what to do when nobody
// answers.

import { tongue } from "./words.js";

let token = document.querySelector("meta[name=demerit-token]").content;
// The same tab when it is loaded again; a copy of a tab is another one, though it comes with what the first
// has stored.
const isAgain = performance.getEntriesByType("navigation")[0]?.type === "reload";
const tab = (isAgain && sessionStorage.getItem("tab")) || Math.random().toString(36).slice(2, 14);
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

/** How long an answer may take before it counts as lost. */
const LONGEST = 20_000;

let missed = () => {};

/** What is called when the server knows a run no more that something was asked of. */
export const onUnknownRun = (act) => (missed = act);

/** Asks, and reads the answer as `read` does; who has `signal` can end it. */
async function call(path, { signal, read = (answer) => answer, ...options } = {}) {
  const late = AbortSignal.timeout(LONGEST);
  try {
    const answer = await fetch(path, {
      cache: "no-store",
      signal: signal ? AbortSignal.any([signal, late]) : late,
      ...options,
    });
    if (answer.ok) return await read(answer);
    const { error } = await answer.json().catch(() => ({}));
    const [, run] = /^\/api\/run\/([^/]+)\//.exec(path) ?? [];
    if (answer.status === 404 && error?.place === "run") missed(run);
    throw new Refused(answer.status, error);
  } catch (error) {
    if (error instanceof Refused || signal?.aborted) throw error;
    throw new Gone(error.message);
  }
}

const json = (answer) => answer.json();

const inLanguage = (path, language = tongue()) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

/** Asks for something that depends on the language. */
export const ask = (path, { signal, language } = {}) =>
  call(inLanguage(path, language), { signal, read: json });

/** Sends something; `read` says what is made of the answer. */
export function send(path, body, { type = "application/json", read = json } = {}) {
  const headers = { "content-type": type, "x-demerit-token": token, "x-demerit-tab": tab };
  const text = type === "application/json" ? JSON.stringify(body) : body;
  return call(inLanguage(path), { method: "POST", headers, body: text, read });
}

/** The bytes of a frame, and the week that they are of: an earlier one where not every week is kept. */
export const frame = (run, world, colouring, tick, signal) =>
  call(`/api/run/${run}/frame/${world}/${colouring}/${tick}`, {
    signal,
    read: async (answer) => ({
      week: Number(answer.headers.get("x-demerit-week") ?? tick),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    }),
  });

/**
 * Listens to a run; `hear` has a function for each event by its name, and for a connection that is lost and
 * found.
 */
export function follow(run, hear, { lost, found }) {
  const source = new EventSource(`/api/run/${run}/events`);
  for (const [name, act] of Object.entries(hear)) {
    source.addEventListener(name, (event) => {
      // Nothing comes after it, and the browser would knock again.
      if (name === "dropped") source.close();
      act(JSON.parse(event.data));
    });
  }
  // A browser that was turned away does not try again by itself.
  source.onerror = () => lost(source.readyState === EventSource.CLOSED);
  source.onopen = found;
  return () => source.close();
}

let coming = null;

/** Waits until somebody answers again, which may be another start of the server with another token. */
export const comeBack = () => (coming ??= knock().finally(() => (coming = null)));

async function knock() {
  for (;;) {
    try {
      const text = await call("/", { read: (answer) => answer.text() });
      const page = new DOMParser().parseFromString(text, "text/html");
      token = page.querySelector("meta[name=demerit-token]").content;
      return;
    } catch {
      await new Promise((go) => setTimeout(go, 1000));
    }
  }
}
