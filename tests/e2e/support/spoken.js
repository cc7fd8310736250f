// What the page gives screen readers to read out: every sentence that was in a live region, as long as one listens.

/**
 * Listens from the next load on. A reader looks at a live region a moment after it has changed, so what is noted is what
 * is still there at the end of the task.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ sentence: string, assertive: boolean }[]>} grows
 */
export async function listen(page) {
  /** @type {{ sentence: string, assertive: boolean }[]} */
  const spoken = [];
  await page.exposeFunction('noteSpoken', (/** @type {string} */ sentence, /** @type {boolean} */ assertive) => {
    spoken.push({ sentence, assertive });
  });
  await page.addInitScript(() => {
    const { noteSpoken } = /** @type {any} */ (globalThis);
    /** @param {MutationRecord} change */
    const note = ({ target, addedNodes }) => {
      const region = target instanceof Element ? target.closest('[aria-live]') : null;
      for (const node of region ? addedNodes : []) {
        if (node.isConnected && node.textContent) {
          noteSpoken(node.textContent, region?.getAttribute('aria-live') === 'assertive');
        }
      }
    };
    const observer = new MutationObserver((changes) => changes.forEach(note));
    addEventListener('DOMContentLoaded', () => {
      for (const id of ['polite', 'assertive']) {
        observer.observe(/** @type {Element} */ (document.getElementById(id)), { childList: true, subtree: true });
      }
    });
  });
  return spoken;
}
