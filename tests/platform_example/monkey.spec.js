// Thousands of events in no sensible order, on a build with assertions: nothing breaks, and afterwards all works.
import { expect } from '@playwright/test';
import { settled, test } from './example.js';

const eventsPerSeed = 2_500;

/**
 * Runs in the page. Events come from a generator with a seed, so that a run can be repeated.
 * @param {{ seed: number, events: number }} options
 */
async function upset({ seed, events }) {
  let state = seed;
  /** From 0 up to below `limit`; xorshift32. @param {number} limit */
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  /** @template T @param {T[]} list @returns {T} */
  const anyOf = (list) => /** @type {T} */ (list[below(list.length)]);
  const mirror = /** @type {HTMLElement} */ (document.getElementById('mirror'));
  const keys = ['Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'a', 'Control', 'Delete'];
  const texts = ['', 'x', '日本', 'مرحبا', '🎉', 'Mercury', 'w'.repeat(5000), 'two\nlines'];
  /** @type {HTMLElement[]} */
  const gone = [];
  const target = () => {
    // Sometimes one that has left the page since.
    if (gone.length > 0 && below(20) === 0) return anyOf(gone);
    const found = anyOf([.../** @type {NodeListOf<HTMLElement>} */ (mirror.querySelectorAll('*'))]);
    if (gone.length < 200) gone.push(found);
    return found;
  };
  const pointer = () => ({
    bubbles: true,
    cancelable: true,
    clientX: below(1500) - 100,
    clientY: below(900) - 50,
    pointerId: below(3),
    pointerType: anyOf(['mouse', 'touch', 'pen']),
    button: below(3),
    buttons: below(4),
  });
  const deeds = [
    () => target().dispatchEvent(new PointerEvent(anyOf(['pointerdown', 'pointerup', 'pointermove', 'pointercancel']), pointer())),
    () => target().dispatchEvent(new PointerEvent(anyOf(['pointerleave', 'pointerenter', 'lostpointercapture']), pointer())),
    () => target().click(),
    () => target().focus(),
    () => target().blur(),
    () =>
      // A key may come up that never went down, and the other way round.
      target().dispatchEvent(
        new KeyboardEvent(anyOf(['keydown', 'keyup']), {
          key: anyOf(keys),
          ctrlKey: below(5) === 0,
          shiftKey: below(4) === 0,
          repeat: below(3) === 0,
          bubbles: true,
          cancelable: true,
        }),
      ),
    () => {
      const box = anyOf([.../** @type {NodeListOf<HTMLInputElement>} */ (mirror.querySelectorAll('input, textarea'))]);
      box.value = anyOf(texts);
      box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: below(4) === 0 }));
    },
    () => target().dispatchEvent(new CompositionEvent(anyOf(['compositionstart', 'compositionend']), { bubbles: true })),
    () => (target().scrollTop = below(5000)),
    () => (mirror.parentElement?.style.setProperty('width', anyOf(['', '0', '300px', '90%']))),
    () => (document.documentElement.style.fontSize = anyOf(['', '24px', '10px'])),
    () => dispatchEvent(new Event(anyOf(['blur', 'focus', 'online', 'offline', 'hashchange', 'popstate']))),
    () => document.dispatchEvent(new Event('visibilitychange')),
  ];
  for (let count = 0; count < events; ++count) {
    anyOf(deeds)();
    if (below(20) === 0) await new Promise(requestAnimationFrame);
  }
  mirror.parentElement?.style.setProperty('width', '');
  document.documentElement.style.fontSize = '';
}

for (const seed of [1, 2, 3, 4]) {
  test(`${eventsPerSeed} events at random break nothing, seed ${seed}`, async ({ example, complaints }) => {
    test.setTimeout(60_000);
    await example.evaluate(upset, { seed, events: eventsPerSeed });
    await settled(example);
    // Requests to nowhere were made on the way.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.startsWith('Failed to load resource')));
    // What the last events left open is closed as a person would.
    if (await example.getByRole('button', { name: 'Sign in', exact: true }).isVisible()) {
      await example.getByRole('textbox', { name: 'Token' }).fill('a-token');
      await example.getByRole('button', { name: 'Sign in', exact: true }).click();
    }
    if (await example.getByRole('dialog').count()) await example.keyboard.press('Escape');
    const title = example.getByRole('textbox', { name: 'Title' });
    await title.fill('All is well');
    await settled(example);
    await expect(title).toHaveValue('All is well');
  });
}
