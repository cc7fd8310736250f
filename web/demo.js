// The demo: a small Nexudus inside the page, as a WebAssembly module that is loaded when somebody asks for it.

import { loadWasm } from './wasm.js';

/**
 * @typedef {object} Exports of src/demo/module.cpp
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} request
 * @property {(time: number) => number} answer
 * @property {() => number} reply_size
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Demo {
  constructor() {
    /** @type {Promise<WebAssembly.Module> | undefined} */
    this.compiled = undefined;
    /** @type {Exports | undefined} */
    this.exports = undefined;
  }

  /** Begins anew, with the records as they were made up. */
  async open() {
    this.compiled ??= loadWasm(DEMO_WASM);
    this.compiled.catch(() => (this.compiled = undefined)); // the next try loads it again
    const { exports } = await WebAssembly.instantiate(await this.compiled, {
      env: { emscripten_notify_memory_growth() {} },
    });
    this.exports = /** @type {Exports} */ (/** @type {unknown} */ (exports));
    this.exports._initialize();
  }

  /** @param {string} message first line, header lines, an empty line, body */
  answer(message) {
    if (!this.exports) return { status: 0, headers: '', body: '' };
    const { memory, request, answer, reply_size } = this.exports;
    const bytes = encoder.encode(message);
    const place = request(bytes.length);
    new Uint8Array(memory.buffer).set(bytes, place); // after the call: it may have moved the memory
    const reply = answer(Date.now());
    const text = decoder.decode(new Uint8Array(memory.buffer, reply, reply_size()));
    const first = text.indexOf('\n');
    const blank = text.indexOf('\n\n');
    return { status: Number(text.slice(0, first)), headers: text.slice(first + 1, blank + 1), body: text.slice(blank + 2) };
  }
}
