// Back to the page from another one: it is there as it was left, without a new start.
import { expect } from '@playwright/test';
import { test } from './example.js';

// Playwright switches the cache off for all other tests.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

test('the page comes back as it was, and goes on', async ({ example, origin }) => {
  await example.getByRole('button', { name: 'Count' }).click();
  await expect(example.getByText('Pressed 1 times')).toBeAttached();
  await example.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted })));
  await example.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await example.goto(`${origin}icon.svg`);
  await example.goBack({ waitUntil: 'commit' });
  await expect(example.getByText('Pressed 1 times')).toBeAttached();
  expect(await example.evaluate(() => Reflect.get(globalThis, 'persisted'))).toBe(true);
  await example.getByRole('button', { name: 'Count' }).click();
  await expect(example.getByText('Pressed 2 times')).toBeAttached();
});
