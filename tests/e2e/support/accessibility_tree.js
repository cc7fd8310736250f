// The accessibility tree as the browser computes it, as text.

/**
 * @typedef {object} AxNode of the protocol's Accessibility domain, the members used here
 * @property {string} nodeId
 * @property {string} [parentId]
 * @property {number} [backendDOMNodeId]
 * @property {string[]} [childIds]
 * @property {boolean} ignored
 * @property {{ value?: unknown }} [role]
 * @property {{ value?: unknown }} [name]
 * @property {{ value?: unknown }} [value]
 * @property {{ value?: unknown }} [description]
 * @property {{ name: string, value: { value?: unknown } }[]} [properties]
 */

const told = new Set([
  'checked', 'disabled', 'expanded', 'focused', 'invalid', 'level', 'modal', 'readonly', 'required', 'selected',
  'hasPopup', 'busy',
]);

/** What the protocol tells of no node, as the element says it. */
const toldByElement = new Map([
  ['aria-rowcount', 'rows'],
  ['aria-colcount', 'columns'],
  ['aria-rowindex', 'row'],
  ['aria-posinset', 'number'],
  ['aria-setsize', 'of'],
  ['aria-sort', 'sorted'],
]);

/** @typedef {Map<string, string>} Attributes of an element */

/** The attributes of all elements. @param {import('@playwright/test').CDPSession} session @returns {Promise<Map<number, Attributes>>} */
async function elementAttributes(session) {
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1 });
  return new Map(
    nodes.map(({ backendNodeId, attributes = [] }) => {
      const pairs = attributes.flatMap((name, at) => (at % 2 ? [] : [/** @type {const} */ ([name, attributes[at + 1] ?? ''])]));
      return [backendNodeId, new Map(pairs)];
    }),
  );
}

/** @param {AxNode} node @param {Attributes} attributes */
function line(node, attributes) {
  const text = (/** @type {{ value?: unknown } | undefined} */ part) => String(part?.value ?? '');
  const parts = [text(node.role)];
  if (text(node.name)) parts.push(JSON.stringify(text(node.name)));
  if (text(node.value)) parts.push(`value ${JSON.stringify(text(node.value))}`);
  if (text(node.description)) parts.push(`description ${JSON.stringify(text(node.description))}`);
  for (const { name, value } of node.properties ?? []) {
    const what = String(value.value ?? '');
    if (told.has(name) && what !== 'false' && what !== '') parts.push(what === 'true' ? name : `${name} ${what}`);
  }
  for (const [name, word] of toldByElement) {
    const what = attributes.get(name);
    if (what) parts.push(`${word} ${what}`);
  }
  return parts.join(' ');
}

/** Indented lines: role, name, value, description, states. @param {import('@playwright/test').Page} page */
export async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = /** @type {{ nodes: AxNode[] }} */ (await session.send('Accessibility.getFullAXTree'));
  const elements = await elementAttributes(session);
  // Not detached: that would bring a page that is to be offline back to the network. It ends with the page.
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {AxNode} node @param {number} depth */
  const visit = (node, depth) => {
    const attributes = elements.get(node.backendDOMNodeId ?? 0) ?? new Map();
    if (['polite', 'assertive'].includes(attributes.get('id') ?? '')) return; // what is said comes and goes
    const role = String(node.role?.value ?? '');
    // Boxes for the layout, and the letters of a text whose element is told already, say nothing of their own.
    // Chromium now tells of a paragraph around a single text and now doesn't.
    const silent = node.ignored || ['none', 'generic', 'paragraph', 'InlineTextBox', 'StaticText'].includes(role);
    if (!silent || (role === 'StaticText' && isAlone(node, byId))) lines.push('  '.repeat(depth) + line(node, attributes));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, silent ? depth : depth + 1);
    }
  };
  if (nodes[0]) visit(nodes[0], 0);
  return withoutTimes(`${lines.join('\n')}\n`).replaceAll(/localhost:\d+/g, 'localhost');
}

/** What was done during the test has another time in each. @param {string} text */
function withoutTimes(text) {
  const day_ms = 86_400_000;
  const short = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'Europe/Zurich' });
  const days = [-1, 0, 1].map((offset) => new Date(Date.now() + offset * day_ms));
  const written = days.flatMap((day) => [`${short.format(day)}, \\d\\d:\\d\\d`, `${day.toISOString().slice(0, 10)}T[\\d:.]+Z`]);
  return text.replaceAll(new RegExp(written.join('|'), 'g'), 'today').replaceAll(/\d+ ms · [^"\\]+/g, 'just now');
}

/** Whether no element tells the text as its name or value. @param {AxNode} node @param {Map<string, AxNode>} byId */
function isAlone(node, byId) {
  const parent = byId.get(node.parentId ?? '');
  const text = String(node.name?.value ?? '');
  return text !== String(parent?.name?.value ?? '') && text !== String(parent?.value?.value ?? '');
}
