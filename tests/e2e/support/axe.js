// axe-core, run in the page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The script, for browsers that are not driven by Playwright. */
export const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs in the page. All rules of WCAG 2.0 to 2.2, A and AA, are on: some of them, such as the size of targets, axe leaves
 * out by itself; and those of its good practice that it has on by itself.
 * @returns {Promise<string[]>} one line per finding
 */
export async function findingsHere() {
  const engine = /** @type {any} */ (globalThis).axe;
  // A list that belongs to a field of a landmark stands over the page, as a dialog does.
  const regionMatcher = 'dialog, [role=dialog], [role=alertdialog], [role=listbox], svg';
  engine.configure({ checks: [{ id: 'region', options: { regionMatcher } }] });
  const demanded = engine.getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']);
  const rules = Object.fromEntries(demanded.map((/** @type {any} */ { ruleId }) => [ruleId, { enabled: true }]));
  const { violations } = await engine.run(document, { rules });
  return violations.flatMap((/** @type {any} */ violation) =>
    violation.nodes.map((/** @type {any} */ node) => `${violation.id}: ${violation.help}: ${node.html}`),
  );
}

/** @param {import('@playwright/test').Page} page */
export async function findings(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(findingsHere);
}

const wide = 1280;
const narrow = 390;

/** @typedef {NonNullable<Parameters<import('@playwright/test').Page['emulateMedia']>[0]>} Media */
/** @type {[string, Media, number][]} */
const looks = [
  ['light', { colorScheme: 'light' }, wide],
  ['dark', { colorScheme: 'dark' }, wide],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }, wide],
  ['more contrast', { colorScheme: 'light', contrast: 'more' }, wide],
  ['light and narrow', { colorScheme: 'light' }, narrow],
  ['dark and narrow', { colorScheme: 'dark' }, narrow],
];

/**
 * In any colours, wide and narrow.
 * @param {import('./editor.js').Editor} editor
 * @param {number} [only] the width, where the state is one of narrow windows
 * @returns {Promise<Record<string, string[]>>} by how it looked; empty for nothing
 */
export async function findingsInAnyColours(editor, only) {
  const { page } = editor;
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [look, media, width] of looks) {
    if (only && width !== only) continue;
    await page.emulateMedia({ forcedColors: 'none', contrast: 'no-preference', ...media });
    if (page.viewportSize()?.width !== width) {
      await page.setViewportSize({ width, height: 800 });
      await editor.settled(500);
    }
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; ++frame) await new Promise(requestAnimationFrame); // until its colours are there
    });
    const lines = await findings(page);
    if (lines.length) found[look] = lines;
  }
  return found;
}
