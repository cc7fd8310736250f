// Every listener for what the user does. They only forward: the WebAssembly decides, also about preventing a key.

/** @typedef {import('../types').Editor} Editor */
/** @typedef {import('./page.js').Page} Page */

const pointerKinds = { pointermove: 0, pointerdown: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 };
export const isApple = /^(Mac|iP)/.test(navigator.platform);

/** @param {string} pointerType */
const pointerNumber = (pointerType) => ({ touch: 1, pen: 2 })[pointerType] ?? 0;

/** Control, or Command where that is the habit, as in modifiers(). */
const primaryModifier = 2;

/** @param {KeyboardEvent} event */
function modifiers(event) {
  const [primary, other] = isApple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return Number(event.shiftKey) | (Number(primary) << 1) | (Number(event.altKey) << 2) | (Number(other) << 3);
}

/**
 * What a key means for shortcuts: on a layout without Latin letters, the letter that stands in its place on those that
 * have them.
 * @param {KeyboardEvent} event
 */
function keyName(event) {
  const { key, code } = event;
  const composed = event.altKey || event.getModifierState('AltGraph');
  return !composed && /^Key[A-Z]$/.test(code) && /^[^\0-\x7f]$/.test(key) ? code.slice(3) : key;
}

/** Whether a click on a link is the browser's: in a new tab, a new window, as a download. @param {MouseEvent} event */
const isForBrowser = ({ target, button, ctrlKey, metaKey, shiftKey, altKey }) =>
  target instanceof HTMLAnchorElement && (button > 0 || ctrlKey || metaKey || shiftKey || altKey);

/** @param {EventTarget | null} target */
const isTextField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/**
 * @param {Page} page
 * @param {Editor} editor
 */
export function listen(page, editor) {
  listenToPointers(page, editor);
  listenToKeys(page, editor);
  listenToMirror(page, editor);
}

/**
 * @param {Page['mirror']} mirror
 * @param {EventTarget | null} target
 * @param {Editor} editor
 */
function tellScrolling(mirror, target, editor) {
  for (let at = target instanceof Element ? target : null; at && at !== mirror.root; at = at.parentElement) {
    const id = at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth ? mirror.idOf(at) : 0;
    if (id && at.matches('.scroll-y, .scroll-both')) editor._page_on_scroll(id, at.scrollLeft, at.scrollTop);
  }
}

/**
 * @param {Page} page
 * @param {Editor} editor
 */
function listenToPointers(page, editor) {
  const { root } = page;
  /** @param {PointerEvent} event */
  const forward = (event) => {
    if (!event.isPrimary) return;
    if (event.type === 'pointerdown' && isForBrowser(event)) return;
    // The page may have scrolled since it last told: what is under the pointer now is what is meant.
    if (event.type === 'pointerdown') tellScrolling(page.mirror, event.target, editor);
    const kind = pointerKinds[/** @type {keyof typeof pointerKinds} */ (event.type)];
    editor._page_on_pointer(kind, event.clientX, event.clientY, event.button, pointerNumber(event.pointerType));
  };
  root.addEventListener('pointerdown', forward);
  root.addEventListener('pointermove', forward);
  root.addEventListener('pointerleave', forward);
  root.addEventListener('mousedown', (event) => {
    // A list that belongs to a field: choosing in it leaves the focus in the field.
    if (event.target instanceof Element && event.target.closest('[data-keep-focus]')) event.preventDefault();
  });
  // A button let go outside still ends what it began inside.
  addEventListener('pointerup', forward);
  addEventListener('pointercancel', forward);
}

/**
 * @param {Page} page
 * @param {Editor} editor
 */
function listenToKeys(page, editor) {
  document.addEventListener('keydown', (event) => {
    // While an input method composes, keys belong to it; Safari tells by the old code 229 only.
    if (event.isComposing || event.keyCode === 229 || page.signIn.visible) return;
    page.give(keyName(event));
    const node = page.mirror.idOf(event.target);
    if (editor._page_on_key(node, modifiers(event), Number(isTextField(event.target)))) event.preventDefault();
  });
}

/**
 * @param {Page} page
 * @param {Editor} editor
 */
function listenToMirror({ mirror, give }, editor) {
  const { root } = mirror;
  root.addEventListener('focusin', ({ target }) => {
    const id = mirror.idOf(target);
    if (id) editor._page_on_focus(id, Number(/** @type {Element} */ (target).matches(':focus-visible')));
  });
  root.addEventListener('focusout', ({ target }) => {
    const id = mirror.idOf(target);
    if (id) editor._page_on_blur(id);
  });
  root.addEventListener('click', (event) => {
    if (isForBrowser(event)) return;
    if (event.target instanceof HTMLAnchorElement) event.preventDefault(); // links are pressed in the app
    // A click without a pointer: from the keyboard, from assistive technology, from a script. The others have been
    // forwarded as pointer events.
    const id = mirror.idOf(event.target);
    if (id && event.detail === 0) editor._page_on_press(id);
  });
  // Undo from a menu or a shaken phone is the same as its key.
  root.addEventListener('beforeinput', (event) => {
    const shift = { historyUndo: 0, historyRedo: 1 }[event.inputType];
    if (shift === undefined || !event.cancelable) return;
    give('z');
    if (editor._page_on_key(mirror.idOf(event.target), primaryModifier | shift, 1)) event.preventDefault();
  });
  root.addEventListener('input', ({ target }) => {
    const id = mirror.idOf(target);
    if (!id || !isTextField(target)) return;
    give(/** @type {HTMLInputElement} */ (target).value);
    editor._page_on_value(id);
  });
  root.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof HTMLInputElement) return; // its text follows the caret, and back when the focus leaves
      const id = mirror.idOf(target);
      if (id && target instanceof Element) editor._page_on_scroll(id, target.scrollLeft, target.scrollTop);
    },
    { capture: true, passive: true },
  );
}
