// Notices: what stands across the page. What is said of the connection, of the run and to the reader is kept
// apart, so that none wipes away another.

import { at } from "./dom.js";

const texts = { connection: "", run: "", reader: "" };

/** Says something of a kind; nothing takes back what was said. */
export function notice(kind, text = "") {
  texts[kind] = text;
  const first = Object.values(texts).find(Boolean) ?? "";
  at("banner").hidden = first === "";
  at("banner").textContent = first;
}

/** A fault in words, with its hint. */
export const inWords = (error) => [error.message, error.hint].filter(Boolean).join(". ");
