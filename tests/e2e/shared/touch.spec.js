// With fingers, on a phone: large targets, the browser's own scrolling and zooming, a keyboard that covers nothing.
import { hooks } from '../support/editor.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

const phone = { width: 390, height: 844 };
const finger = 44;

test.use({ viewport: phone, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

/** @param {Locator} target */
async function boxOf(target) {
  const box = await target.boundingBox();
  if (!box) throw new Error('not there');
  return box;
}

/**
 * Fingers that go down, move and leave, as quickly as fingers do. (The gestures that the protocol itself offers make no
 * moves in a browser without a window.)
 * @param {Page} page
 * @param {{ x: number, y: number }[][]} steps where the fingers are, one moment after the other
 */
async function touch(page, steps) {
  const session = await page.context().newCDPSession(page);
  const begin = Date.now() / 1000;
  for (const [index, fingers] of steps.entries()) {
    await session.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: fingers.map((place, id) => ({ ...place, id })),
      timestamp: begin + index * 0.01,
    });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: begin + steps.length * 0.01 });
  await session.detach();
}

test('buttons, links and options are as large as a finger', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.event.tap();
  const targets = page.locator('#mirror :is(button, a, [role=option])');
  await expect(page.getByRole('option').first()).toBeAttached();
  for (const target of await targets.all()) {
    const { width, height } = await boxOf(target);
    expect(Math.min(width, height), (await target.textContent()) ?? '').toBeGreaterThanOrEqual(finger);
  }
});

test('a field takes the focus, and with it the keyboard, at the edge of its frame as well', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  for (const field of [editor.name, editor.url]) {
    await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await editor.settled();
    const { x, y, width, height } = await boxOf(field);
    await page.touchscreen.tap(x + width / 2, y + height / 2 + (finger - 4) / 2);
    await expect(field).toBeFocused();
    await editor.settled();
    await expect(field).toBeFocused();
  }
});

test('the keyboard does not cover the field that was tapped', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  await editor.description.tap();
  await expect(editor.description).toBeFocused();
  await page.setViewportSize({ width: phone.width, height: 420 });
  await expect(editor.description).toBeInViewport({ ratio: 0.9 });
  const bar = await boxOf(page.getByRole('group', { name: 'Save or discard' }));
  await expect.poll(async () => (await boxOf(editor.description)).y).toBeLessThan(bar.y);
});

test('a thrown list goes on by itself', async ({ editor, page }) => {
  await editor.openList();
  const rows = editor.list.locator('.scroll-y');
  const { x, y, width, height } = await boxOf(rows);
  const distance = 200;
  const steps = Array.from({ length: 11 }, (_, step) => [{ x: x + width / 2, y: y + height / 2 - (step * distance) / 10 }]);
  await touch(page, steps);
  await expect.poll(() => rows.evaluate((element) => element.scrollTop)).toBeGreaterThan(distance);
  expect(new URL(page.url()).hash, 'nothing was opened by the finger').toBe('#/webhooks');
});

test('two fingers zoom the page, which is then drawn finer', async ({ editor, page }) => {
  await editor.openList();
  const pixels = () => page.evaluate(() => /** @type {HTMLCanvasElement} */ (document.getElementById('canvas')).width);
  const before = await pixels();
  const apart = (/** @type {number} */ far) => [{ x: 200, y: 400 - far }, { x: 200, y: 400 + far }];
  await touch(page, Array.from({ length: 11 }, (_, step) => apart(60 + step * 10)));
  await expect.poll(() => page.evaluate(() => visualViewport?.scale ?? 1)).toBeGreaterThan(1.5);
  await expect.poll(pixels).toBeGreaterThanOrEqual(2 * before);
});

test('Ctrl and the wheel zoom the page, and the context menu of texts is the browser’s', async ({ editor, page }) => {
  await editor.openForm(hooks.turnstile);
  const prevented = await page.evaluate(() => {
    const places = ['#mirror textarea', '#mirror [role=list] p', '#mirror code', '#canvas'];
    return places.flatMap((place) => {
      const target = document.querySelector(place);
      const events = [
        new WheelEvent('wheel', { ctrlKey: true, deltaY: 100, bubbles: true, cancelable: true }),
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
      ];
      return events.filter((event) => !target?.dispatchEvent(event)).map(({ type }) => `${type} at ${place}`);
    });
  });
  expect(prevented).toEqual([]);
});
