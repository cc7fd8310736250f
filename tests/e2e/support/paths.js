// Where things are.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const dist = join(root, 'dist');
export const serverProgram = join(root, 'build/release/src/server/webhook-editor-server');
