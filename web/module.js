// What only some people need is a WebAssembly module of its own, loaded when it is asked for: the demo's small Nexudus,
// code samples. A module answers one message after the other, from its own memory, and sees nothing of the page.

import { loadWasm } from './wasm.js';

/**
 * @typedef {object} Exports of src/modules/
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} request
 * @property {(time: number) => number} answer
 * @property {() => number} reply_size
 *
 * @typedef {{ status: number, headers: string, body: string }} Reply status 0: there is none
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class LoadedLater {
  /** @param {import('./wasm.js').Expected} expected */
  constructor(expected) {
    this.expected = expected;
    /** @type {Promise<WebAssembly.Module> | undefined} */
    this.compiled = undefined;
    /** @type {Exports | undefined} */
    this.exports = undefined;
  }

  /** Begins anew, as if nobody had asked it anything. Fails with words for the user when it cannot be loaded. */
  async open() {
    this.compiled ??= loadWasm(this.expected);
    this.compiled.catch(() => (this.compiled = undefined)); // the next try loads it again
    const { exports } = await WebAssembly.instantiate(await this.compiled, {
      env: { emscripten_notify_memory_growth() {} },
    });
    this.exports = /** @type {Exports} */ (/** @type {unknown} */ (exports));
    this.exports._initialize();
  }

  /** Loads it first, if nobody has. @param {string} message @returns {Promise<Reply>} */
  async ask(message) {
    if (!this.exports) await this.open();
    return this.answer(message);
  }

  /** @param {string} message first line, header lines, an empty line, body @returns {Reply} */
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
