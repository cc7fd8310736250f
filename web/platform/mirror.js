// The mirror: real elements over the canvas for everything that is drawn. What to change is worked out in C++; this
// only carries it out, one call per change.

/** Elements whose text is a child of its own would lose their children to textContent. */
const textBoxes = new Set(['INPUT', 'TEXTAREA']);

export class Mirror {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Map<number, HTMLElement>} */
    this.elements = new Map([[0, root]]);
    /** @type {WeakMap<EventTarget, number>} */
    this.ids = new WeakMap();
    /** Text nodes and spacers, which have no id. @type {WeakMap<HTMLElement, Text>} */
    this.texts = new WeakMap();
    /** @type {WeakMap<HTMLElement, HTMLElement>} */
    this.spacers = new WeakMap();
  }

  /** @param {EventTarget | null} target @returns {number} 0 when it is no mirrored element */
  idOf(target) {
    return (target && this.ids.get(target)) || 0;
  }

  /** @param {number} id */
  get(id) {
    return /** @type {HTMLElement} */ (this.elements.get(id));
  }

  /**
   * @param {number} id
   * @param {string} tag
   */
  create(id, tag) {
    const element = document.createElement(tag);
    this.elements.set(id, element);
    this.ids.set(element, id);
  }

  /**
   * @param {number} id
   * @param {number} parent
   * @param {number} before the sibling it stands before, or 0 for the end
   */
  place(id, parent, before) {
    this.get(parent).insertBefore(this.get(id), before ? this.get(before) : null);
  }

  /** @param {number} id */
  remove(id) {
    this.get(id).remove();
    this.elements.delete(id);
  }

  /**
   * @param {number} id
   * @param {string} name
   * @param {string} value
   */
  attribute(id, name, value) {
    this.get(id).setAttribute(name, value);
  }

  /**
   * @param {number} id
   * @param {string} name
   */
  removeAttribute(id, name) {
    this.get(id).removeAttribute(name);
  }

  /**
   * @param {number} id
   * @param {string} text
   */
  text(id, text) {
    const element = this.get(id);
    const node = this.texts.get(element);
    if (node) {
      node.data = text;
    } else {
      const created = document.createTextNode(text);
      this.texts.set(element, created);
      element.prepend(created);
    }
  }

  /**
   * @param {number} id
   * @param {string} value
   */
  value(id, value) {
    const element = /** @type {HTMLInputElement} */ (this.get(id));
    // Setting it, even to the same, would move the caret and end a composition.
    if (!textBoxes.has(element.tagName) || element.value === value) return;
    const { selectionStart, selectionEnd, value: before } = element;
    element.value = value;
    // Whoever selected all of it is about to write over it, whatever it has become.
    if (before && selectionStart === 0 && selectionEnd === before.length) element.setSelectionRange(0, value.length);
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  rectangle(id, x, y, width, height) {
    const { style } = this.get(id);
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
  }

  /**
   * @param {number} id
   * @param {number} width
   * @param {number} height
   */
  contentSize(id, width, height) {
    const element = this.get(id);
    let spacer = this.spacers.get(element);
    if (!spacer) {
      spacer = document.createElement('div');
      spacer.setAttribute('role', 'presentation');
      spacer.className = 'spacer';
      this.spacers.set(element, spacer);
      element.append(spacer);
    }
    spacer.style.width = `${width}px`;
    spacer.style.height = `${height}px`;
  }

  /**
   * @param {number} id
   * @param {number} x
   * @param {number} y
   */
  scroll(id, x, y) {
    this.get(id).scrollTo({ left: x, top: y, behavior: 'instant' });
  }

  /** Scroll areas show it then, as they do for Tab. @param {number} id */
  focus(id) {
    this.get(id).focus();
  }

  /** @param {number} id */
  selectText(id) {
    /** @type {HTMLInputElement} */ (this.get(id)).select();
  }
}
