// Runs a program in WebAssembly that imports nothing, and ends as it ends: `node run.mjs PROGRAM.wasm`.

import { readFile } from "node:fs/promises";

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const began = performance.now();
process.exitCode = instance.exports.main(0, 0);
console.log(`${Math.round(performance.now() - began)} ms in WebAssembly`);
