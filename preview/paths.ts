import path from 'node:path';

/** The project's folder. */
export const ROOT = path.join(__dirname, '..');

/** The built mini program. */
export const DIST = path.join(ROOT, 'dist');

/** The preview's sources. */
export const PREVIEW = path.join(ROOT, 'preview');
