// Events in no sensible order: of pointers that come and go, keys that never went down, texts, sizes, contexts.

/**
 * Runs in the page. Events come from a generator with a seed, so that a run can be repeated.
 * @param {{ seed: number, events: number }} options
 */
export async function upset({ seed, events }) {
  let state = seed;
  /** From 0 up to below `limit`; xorshift32. @param {number} limit */
  const below = (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  /** @template T @param {T[]} list @returns {T} */
  const anyOf = (list) => /** @type {T} */ (list[below(list.length)]);
  const mirror = /** @type {HTMLElement} */ (document.getElementById('mirror'));
  const keys = ['Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'a', 'Control', 'Delete'];
  const texts = ['', 'x', '日本', 'مرحبا', '🎉', 'Mercury', 'w'.repeat(5000), 'two\nlines'];
  /** @type {HTMLElement[]} */
  const gone = [];
  const target = () => {
    // Sometimes one that has left the page since.
    if (gone.length > 0 && below(20) === 0) return anyOf(gone);
    const found = anyOf([mirror, .../** @type {NodeListOf<HTMLElement>} */ (mirror.querySelectorAll('*'))]);
    // A link that is no longer in the page would be followed.
    if (gone.length < 200 && !(found instanceof HTMLAnchorElement)) gone.push(found);
    return found;
  };
  const pointer = () => ({
    bubbles: true,
    cancelable: true,
    clientX: below(1500) - 100,
    clientY: below(900) - 50,
    isPrimary: below(4) > 0,
    pointerId: below(3),
    pointerType: anyOf(['mouse', 'touch', 'pen']),
    button: below(3),
    buttons: below(4),
    ctrlKey: below(20) === 0,
  });
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
  const context = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
  let isLost = false;
  canvas.addEventListener('webglcontextlost', () => setTimeout(() => context?.restoreContext(), below(50)));
  canvas.addEventListener('webglcontextrestored', () => (isLost = false));
  const data = () => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', anyOf(texts));
    return transfer;
  };
  const deeds = [
    () => target().dispatchEvent(new PointerEvent(anyOf(['pointerdown', 'pointerup', 'pointermove', 'pointercancel']), pointer())),
    () => target().dispatchEvent(new PointerEvent(anyOf(['pointerleave', 'pointerenter', 'lostpointercapture']), pointer())),
    () => target().click(),
    () => target().focus(),
    () => target().blur(),
    () =>
      // A key may come up that never went down, and the other way round.
      target().dispatchEvent(
        new KeyboardEvent(anyOf(['keydown', 'keyup']), {
          key: anyOf(keys),
          ctrlKey: below(5) === 0,
          shiftKey: below(4) === 0,
          repeat: below(3) === 0,
          bubbles: true,
          cancelable: true,
        }),
      ),
    () => {
      const box = anyOf([.../** @type {NodeListOf<HTMLInputElement>} */ (mirror.querySelectorAll('input, textarea'))]);
      if (!box) return;
      box.value = anyOf(texts);
      box.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: below(4) === 0 }));
    },
    () => target().dispatchEvent(new CompositionEvent(anyOf(['compositionstart', 'compositionend']), { bubbles: true })),
    () => {
      // As pasting and undoing in the field with the focus do.
      target().focus();
      document.execCommand(...anyOf(/** @type {[string, boolean?, string?][]} */ ([['insertText', false, anyOf(texts)], ['undo'], ['redo'], ['selectAll'], ['delete']])));
    },
    () => target().dispatchEvent(new ClipboardEvent(anyOf(['paste', 'copy', 'cut']), { bubbles: true, cancelable: true, clipboardData: data() })),
    () => target().dispatchEvent(new DragEvent(anyOf(['dragenter', 'dragover', 'drop', 'dragend']), { ...pointer(), dataTransfer: data() })),
    () => target().dispatchEvent(new MouseEvent(anyOf(['contextmenu', 'dblclick', 'auxclick', 'mousedown']), pointer())),
    () => target().dispatchEvent(new WheelEvent('wheel', { ...pointer(), deltaY: below(2000) - 1000, ctrlKey: below(4) === 0 })),
    () => {
      if (isLost || below(20) > 0) return;
      isLost = true;
      context?.loseContext();
    },
    () => (target().scrollTop = below(5000)),
    () => (mirror.parentElement?.style.setProperty('width', anyOf(['', '0', '300px', '90%']))),
    () => (document.documentElement.style.fontSize = anyOf(['', '24px', '10px'])),
    () => dispatchEvent(new Event(anyOf(['blur', 'focus', 'online', 'offline', 'hashchange', 'popstate']))),
    () => document.dispatchEvent(new Event('visibilitychange')),
  ];
  for (let count = 0; count < events; ++count) {
    anyOf(deeds)();
    if (below(20) === 0) await new Promise(requestAnimationFrame);
    if (!mirror.firstChild) document.getElementById('demo')?.click(); // signed out: back in
  }
  for (const end = Date.now() + 5_000; isLost && context && Date.now() < end; ) await new Promise(requestAnimationFrame);
  mirror.parentElement?.style.setProperty('width', '');
  document.documentElement.style.fontSize = '';
}
