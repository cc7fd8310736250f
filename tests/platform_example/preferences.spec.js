// What a person asked of the browser is followed.
import { expect } from '@playwright/test';
import { settled, test } from './example.js';

/** The colours of the page as the editor set them. @param {import('@playwright/test').Page} page @param {string[]} names */
const variables = (page, ...names) =>
  page.evaluate((list) => list.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name)), names);

test('forced colours are those of the system', async ({ example }) => {
  await example.emulateMedia({ forcedColors: 'active' });
  await settled(example);
  const [canvas, text, link] = await example.evaluate(() => {
    const probe = document.createElement('div');
    document.body.append(probe);
    return ['Canvas', 'CanvasText', 'LinkText'].map((color) => {
      probe.style.color = color;
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
      return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    });
  });
  expect(await variables(example, '--surface', '--text', '--accent')).toEqual([canvas, text, link]);
});

test('a dark system gets a dark page at once', async ({ example }) => {
  const [light] = await variables(example, '--page');
  await example.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await variables(example, '--page'))[0]).not.toBe(light);
});

test('more contrast gets stronger lines', async ({ example }) => {
  const [usual] = await variables(example, '--border');
  await example.emulateMedia({ contrast: 'more' });
  await expect.poll(async () => (await variables(example, '--border'))[0]).not.toBe(usual);
});
