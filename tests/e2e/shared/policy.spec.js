// The page's Content Security Policy and Trusted Types bite. That nothing else breaks them is seen in every test.
import { expect, test } from '../support/test.js';

test.beforeEach(async ({ editor }) => {
  await editor.goto();
  await expect(editor.demoButton).toBeVisible();
});

test.describe('a text made HTML', () => {
  test.use({ provoked: ['require-trusted-types-for'] });

  test('throws, and nothing comes of it', async ({ page, complaints }) => {
    const thrown = await page.evaluate(() => {
      try {
        document.body.innerHTML += '<img id="made" src="x">';
        return 'nothing';
      } catch (reason) {
        return String(reason);
      }
    });
    expect(thrown).toContain('TrustedHTML');
    await expect(page.locator('#made')).toHaveCount(0);
    complaints.length = 0; // the browser says so in the console
  });
});

test.describe('a policy of Trusted Types', () => {
  test.use({ provoked: ['trusted-types'] });

  test('cannot be made', async ({ page, complaints }) => {
    const thrown = await page.evaluate(() => {
      try {
        /** @type {any} */ (globalThis).trustedTypes.createPolicy('mine', { createHTML: String });
        return false;
      } catch {
        return true;
      }
    });
    expect(thrown).toBe(true);
    complaints.length = 0;
  });
});

test.describe('a script or a style in the page itself', () => {
  test.use({ provoked: ['script-src-elem', 'style-src-elem', 'require-trusted-types-for'] });

  test('is not run and not used', async ({ page, complaints }) => {
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
      const script = document.createElement('script');
      script.append('globalThis.ran = true');
      document.head.append(script);
    });
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    await expect(page.locator('body')).toBeVisible();
    complaints.length = 0;
  });
});
