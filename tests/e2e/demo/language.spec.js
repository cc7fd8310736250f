// The editor in the user's language: the browser's own, or another that is chosen, at sign-in or by command.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/paths.js';
import { expect, test } from '../support/test.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {string} tag @returns {(english: string) => string} */
function wordsOf(tag) {
  /** @type {Record<string, unknown>} */
  const catalogue = JSON.parse(readFileSync(join(root, 'web/languages', `${tag}.json`), 'utf8'));
  return (english) => String(catalogue[english] ?? english);
}
const german = wordsOf('de');
const spanish = wordsOf('es');

/** @param {Page} page @param {(english: string) => string} words */
const choiceIn = (page, words) => page.getByRole('combobox', { name: words('Language'), exact: true });

/** @param {Page} page @param {string} tag */
const isSpoken = (page, tag) => expect(page.locator('html')).toHaveAttribute('lang', tag);

/** What was asked for of the catalogues. @param {Page} page */
function cataloguesAskedBy(page) {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => {
    const [, tag] = /\/languages\/(\w+)-[0-9a-f]{8}\.json$/.exec(request.url()) ?? [];
    if (tag) asked.push(tag);
  });
  return asked;
}

test('who reads English loads no catalogue', async ({ editor, page }) => {
  const asked = cataloguesAskedBy(page);
  await editor.openList();
  await isSpoken(page, 'en');
  expect(asked).toEqual([]);
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('the sign-in form is German', async ({ editor, page }) => {
    const asked = cataloguesAskedBy(page);
    await editor.goto();
    await expect(page.getByRole('button', { name: german('Open the demo'), exact: true })).toBeVisible();
    await expect(page.getByRole('textbox', { name: german('Password'), exact: true })).toBeVisible();
    await expect(page.getByText(german('Sign in to see and change the webhooks of your Nexudus account.'))).toBeVisible();
    await expect(page).toHaveTitle(`${german('Sign in')} · WebHook Editor`);
    await expect(choiceIn(page, german)).toHaveValue('de');
    await isSpoken(page, 'de');
    expect(asked).toEqual(['de']);
  });

  test('so is the editor behind it', async ({ editor, page }) => {
    await editor.goto();
    await page.getByRole('button', { name: german('Open the demo'), exact: true }).click();
    await expect(editor.button(german('Sign out'))).toBeAttached();
    await expect(page).toHaveTitle(`${german('Webhooks')} · WebHook Editor`);
  });

  test('what is missing in the form is said in German', async ({ editor, page }) => {
    await editor.goto();
    await page.getByRole('button', { name: german('Sign in'), exact: true }).click();
    await expect(editor.signInError).toHaveText(german('Type your e-mail and password, or paste a token.'));
  });

  test('a catalogue that cannot be loaded leaves English', async ({ editor, page, complaints }) => {
    await page.route('**/languages/de-*.json', (route) => route.fulfill({ status: 404, body: '' }));
    await editor.open();
    await expect(editor.button('Sign out')).toBeAttached();
    await isSpoken(page, 'en');
    complaints.length = 0; // the browser and the page mention the missing file
  });

  test('a catalogue of another version leaves English', async ({ editor, page, complaints }) => {
    await page.route('**/languages/de-*.json', (route) => route.fulfill({ json: { 'Open the demo': 'Something else' } }));
    await editor.goto();
    await expect(editor.demoButton).toBeVisible();
    await isSpoken(page, 'en');
    complaints.length = 0;
  });
});

test.describe('in a browser whose first language there is no catalogue of', () => {
  test.use({ locale: 'ja-JP' });

  test('the page is English', async ({ editor, page }) => {
    await editor.goto();
    await expect(editor.demoButton).toBeVisible();
    await isSpoken(page, 'en');
  });
});

test('another language can be chosen in the form, with what was typed kept, and is remembered', async ({ editor, page }) => {
  await editor.goto();
  await editor.email.fill('ada@example.com');
  await editor.password.fill('half a pass');
  await choiceIn(page, String).selectOption({ label: 'español' });
  await expect(page.getByRole('button', { name: spanish('Open the demo'), exact: true })).toBeVisible();
  await isSpoken(page, 'es');
  await expect(page).toHaveTitle(`${spanish('Sign in')} · WebHook Editor`);
  await expect(page.getByRole('textbox', { name: spanish('E-mail'), exact: true })).toHaveValue('ada@example.com');
  await expect(page.getByRole('textbox', { name: spanish('Password'), exact: true })).toHaveValue('half a pass');
  await page.reload();
  await expect(page.getByRole('button', { name: spanish('Open the demo'), exact: true })).toBeVisible();
  await expect(choiceIn(page, spanish)).toHaveValue('es');
  await choiceIn(page, spanish).selectOption('en');
  await expect(editor.demoButton).toBeVisible();
  await isSpoken(page, 'en');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('no word of the sign-in form is cut off or reaches over the edge, in any language', async ({ editor, page }) => {
    await editor.goto();
    await expect(editor.demoButton).toBeVisible();
    const choice = page.getByRole('main').getByRole('combobox');
    const tags = await choice.locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    expect(tags.length).toBeGreaterThan(4);
    for (const tag of tags) {
      await choice.selectOption(tag);
      await isSpoken(page, tag);
      const beyond = await page.getByRole('main').evaluate((main) =>
        [...main.querySelectorAll('*')]
          .filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < 0 || right > innerWidth || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth);
          })
          .map((element) => element.outerHTML),
      );
      expect(beyond, tag).toEqual([]);
    }
  });
});

test('it can be chosen before the WebAssembly has come, which speaks it then', async ({ editor, page }) => {
  /** @type {() => void} */
  let letGo = () => undefined;
  const wait = new Promise((done) => (letGo = () => done(undefined)));
  await page.route('**/editor.wasm', async (route) => {
    await wait;
    await route.continue().catch(() => undefined); // the page may be gone
  });
  await page.goto(editor.origin, { waitUntil: 'commit' });
  await choiceIn(page, String).selectOption('de');
  const demo = page.getByRole('button', { name: german('Open the demo'), exact: true });
  await expect(demo).toBeVisible();
  await expect(page).toHaveTitle(`${german('Sign in')} · WebHook Editor`);
  letGo();
  await demo.click();
  await expect(editor.button(german('Sign out'))).toBeAttached();
});

test('a choice that cannot be loaded changes nothing, and says so', async ({ editor, page, complaints }) => {
  await page.route('**/languages/fr-*.json', (route) => route.fulfill({ status: 404, body: '' }));
  await editor.goto();
  await choiceIn(page, String).selectOption('fr');
  await expect(editor.signInError).toHaveText(/^The texts of this language cannot be loaded/);
  await expect(choiceIn(page, String)).toHaveValue('en');
  await expect(editor.demoButton).toBeVisible();
  await isSpoken(page, 'en');
  complaints.length = 0; // as above
});

test('a command changes the language in place, and the next visit begins with it', async ({ editor, page }) => {
  await editor.openForm({ id: '87654403', name: 'Invoice paid' });
  await expect(page.getByRole('list', { name: 'Facts' })).toContainText(/\d \w+ 20\d\d/);
  await editor.name.fill('Changed, not saved');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(editor.palette).toBeFocused();
  await page.keyboard.type('Idioma');
  await expect(page.getByRole('option', { name: 'Idioma: español' })).toBeAttached();
  await editor.palette.fill('Language');
  await expect(page.getByRole('option', { name: 'Language: English' }), 'it is spoken already').toHaveCount(0);
  await editor.palette.fill('Sprache');
  await expect(page.getByRole('option', { name: 'Sprache: Deutsch' })).toBeAttached();
  await page.keyboard.press('Enter');
  await isSpoken(page, 'de');
  await expect(editor.button(german('Sign out'))).toBeAttached();
  await expect(page.getByRole('list', { name: german('Facts') })).toContainText(/\d\d\.\d\d\.20\d\d/);
  await expect(page.getByRole('textbox', { name: german('Name'), exact: true })).toHaveValue('Changed, not saved');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('textbox', { name: german('Name'), exact: true })).toHaveValue('Invoice paid');
  await page.reload();
  await expect(page.getByRole('button', { name: german('Open the demo'), exact: true })).toBeVisible();
});
