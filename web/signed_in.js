// Where a sign-in provider sends the user back to: hands what it says over to the editor that waits for it, and closes.
// No link between the two windows is needed: browsers may have cut it (COOP).

import { language, translate } from './language.js';

const answer = location.search.slice(1);
history.replaceState(null, '', location.pathname);
try {
  sessionStorage.clear(); // a window that a page opens gets a copy of what that keeps
} catch {
  // Storage is blocked.
}

const words = /** @type {HTMLElement} */ (document.getElementById('words'));
const spoken = language.begin();
const channel = new BroadcastChannel('oauth');
const nobody = setTimeout(async () => {
  await spoken;
  words.textContent = translate('No page of the editor waits for this sign-in. Go back to the editor and sign in from there.');
}, 3000);
channel.addEventListener('message', async ({ data }) => {
  if (data?.taken !== answer) return;
  clearTimeout(nobody);
  close();
  await spoken; // some browsers let no script close a window
  words.textContent = translate('This is done. You can close this window and go on in the editor.');
});
channel.postMessage({ answer });
