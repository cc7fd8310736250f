// axe-core, run in the page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {import('@playwright/test').Page} page @returns {Promise<string[]>} one line per finding */
export async function findings(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // All rules of WCAG 2.2 A and AA: the size of targets is not among those that are on by themselves.
    const options = { rules: { 'target-size': { enabled: true } } };
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, options);
    return violations.flatMap((/** @type {any} */ violation) =>
      violation.nodes.map((/** @type {any} */ node) => `${violation.id}: ${violation.help}: ${node.html}`),
    );
  });
}
