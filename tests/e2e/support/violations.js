// What breaks the page's own Content Security Policy, Trusted Types included, in any page of a test. Nothing may; a test
// that provokes something says beforehand what, and cannot empty the list.
import { expect } from '@playwright/test';

/**
 * @typedef {object} ViolationOptions
 * @property {string[]} provoked the directives a test breaks on purpose
 *
 * @typedef {object} ViolationFixtures
 * @property {void} policyHolds
 */

/** For test.extend(). */
export const violationFixtures = {
  provoked: /** @type {[string[], { option: true }]} */ ([[], { option: true }]),

  policyHolds: /** @type {[(fixtures: { context: import('@playwright/test').BrowserContext, provoked: string[] }, use: () => Promise<void>) => Promise<void>, { auto: true }]} */ ([
    async ({ context, provoked }, use) => {
      /** @type {{ directive: string, report: string }[]} */
      const violations = [];
      await context.exposeFunction('noteViolation', (/** @type {string} */ directive, /** @type {string} */ report) => {
        violations.push({ directive, report });
      });
      await context.addInitScript(() => {
        const { noteViolation } = /** @type {any} */ (globalThis);
        addEventListener('securitypolicyviolation', (event) => {
          const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
          noteViolation(effectiveDirective, `${blockedURI} ${sample} at ${sourceFile}:${lineNumber}`);
        });
      });
      await use();
      const unexpected = violations.filter(({ directive }) => !provoked.includes(directive));
      expect(unexpected, 'what broke the content security policy').toEqual([]);
    },
    { auto: true },
  ]),
};
