// What a page has asked the browser to call it for later: timers and animation frames.

/**
 * Runs in the page before anything else does.
 */
export function watchPending() {
  /** By number; milliseconds. @type {Map<number, number>} */
  const timers = new Map();
  /** @type {Set<number>} */
  const frames = new Set();
  const most = { frames: 0 };
  const { setTimeout, clearTimeout, setInterval, clearInterval, requestAnimationFrame, cancelAnimationFrame } = globalThis;
  Object.assign(globalThis, {
    pending: { timers, frames, most },
    /** @param {() => void} call @param {number} [delay] @param {unknown[]} rest */
    setTimeout(call, delay = 0, ...rest) {
      const id = Number(setTimeout(() => (timers.delete(id), call.apply(undefined, /** @type {[]} */ (rest))), delay));
      timers.set(id, delay);
      return id;
    },
    /** @param {number} id */
    clearTimeout: (id) => (timers.delete(id), clearTimeout(id)),
    /** @param {() => void} call @param {number} [delay] */
    setInterval(call, delay = 0) {
      const id = Number(setInterval(call, delay));
      timers.set(id, delay);
      return id;
    },
    /** @param {number} id */
    clearInterval: (id) => (timers.delete(id), clearInterval(id)),
    /** @param {FrameRequestCallback} call */
    requestAnimationFrame(call) {
      const id = requestAnimationFrame((time) => (frames.delete(id), call(time)));
      frames.add(id);
      most.frames = Math.max(most.frames, frames.size);
      return id;
    },
    /** @param {number} id */
    cancelAnimationFrame: (id) => (frames.delete(id), cancelAnimationFrame(id)),
  });
}

/**
 * The delays of the timers that are set, and how many frames are asked for.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ timers: number[], frames: number, mostFrames: number }>}
 */
export const pending = (page) =>
  page.evaluate(() => {
    const { timers, frames, most } = Reflect.get(globalThis, 'pending');
    return { timers: [...timers.values()], frames: frames.size, mostFrames: most.frames };
  });
