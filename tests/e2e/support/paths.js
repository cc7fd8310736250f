// Where things are.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The folder to test; WEBHOOK_EDITOR_DIST names another than the one in the source folder. */
export const dist = process.env['WEBHOOK_EDITOR_DIST'] ?? join(root, 'dist');
export const trees = fileURLToPath(new URL('../trees', import.meta.url));
export const serverProgram = join(root, 'build/release/src/server/webhook-editor-server');
export const pictures = fileURLToPath(new URL('../pictures', import.meta.url));
