// Frames: fetched ahead, kept as long as there is room.

import { frame } from "./api.js";

const MOST_BYTES = 48e6;

/** The frames of one run. */
export class Frames {
  constructor(run) {
    this.run = run;
    this.kept = new Map();
    this.bytes = 0;
    this.coming = new Map();
    this.stop = new AbortController();
  }

  /** The frame of a week, at once if it is there; else a promise of it. */
  of(world, colouring, tick) {
    const name = `${world}/${colouring}/${tick}`;
    const known = this.kept.get(name);
    if (known) {
      this.kept.delete(name);
      this.kept.set(name, known);
      return known;
    }
    if (!this.coming.has(name)) {
      const fetched = frame(this.run, world, colouring, tick, this.stop.signal)
        .then((fetched) => this.keep(name, fetched))
        .finally(() => this.coming.delete(name));
      fetched.catch(() => {});
      this.coming.set(name, fetched);
    }
    return this.coming.get(name);
  }

  keep(name, one) {
    this.kept.set(name, one);
    this.bytes += one.bytes.length;
    for (const [old, gone] of this.kept) {
      if (this.bytes <= MOST_BYTES) break;
      this.kept.delete(old);
      this.bytes -= gone.bytes.length;
    }
    return one;
  }

  /** Whether another frame may be asked for ahead of time. */
  hasRoom() {
    return this.coming.size < 8;
  }

  /** Nobody wants them any more. */
  end() {
    this.stop.abort();
    this.kept.clear();
  }
}
