// The accessibility tree as the browser computes it, as text.

/**
 * @typedef {object} AxNode of the protocol's Accessibility domain, the members used here
 * @property {string} nodeId
 * @property {string} [parentId]
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

/** @param {AxNode} node */
function line(node) {
  const text = (/** @type {{ value?: unknown } | undefined} */ part) => String(part?.value ?? '');
  const parts = [text(node.role)];
  if (text(node.name)) parts.push(JSON.stringify(text(node.name)));
  if (text(node.value)) parts.push(`value ${JSON.stringify(text(node.value))}`);
  if (text(node.description)) parts.push(`description ${JSON.stringify(text(node.description))}`);
  for (const { name, value } of node.properties ?? []) {
    const what = String(value.value ?? '');
    if (told.has(name) && what !== 'false' && what !== '') parts.push(what === 'true' ? name : `${name} ${what}`);
  }
  return parts.join(' ');
}

/** Indented lines: role, name, value, description, states. @param {import('@playwright/test').Page} page */
export async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = /** @type {{ nodes: AxNode[] }} */ (await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {AxNode} node @param {number} depth */
  const visit = (node, depth) => {
    if (isAnnouncement(node)) return; // comes and goes
    const role = String(node.role?.value ?? '');
    // Boxes for the layout, and the letters of a text whose element is told already, say nothing of their own.
    // Chromium now tells of a paragraph around a single text and now doesn't.
    const silent = node.ignored || ['none', 'generic', 'paragraph', 'InlineTextBox', 'StaticText'].includes(role);
    if (!silent || (role === 'StaticText' && isAlone(node, byId))) lines.push('  '.repeat(depth) + line(node));
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) visit(child, silent ? depth : depth + 1);
    }
  };
  if (nodes[0]) visit(nodes[0], 0);
  return `${lines.join('\n')}\n`.replaceAll(/localhost:\d+/g, 'localhost').replaceAll(/\d+ ms · [^"\\]+/g, 'just now');
}

/** @param {AxNode} node */
function isAnnouncement(node) {
  return (node.properties ?? []).some(({ name, value }) => name === 'live' && value.value !== 'off');
}

/** Whether no element tells the text as its name or value. @param {AxNode} node @param {Map<string, AxNode>} byId */
function isAlone(node, byId) {
  const parent = byId.get(node.parentId ?? '');
  const text = String(node.name?.value ?? '');
  return text !== String(parent?.name?.value ?? '') && text !== String(parent?.value?.value ?? '');
}
