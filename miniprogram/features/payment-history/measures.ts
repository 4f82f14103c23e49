import type { Heights } from '../../state/window';

/** Exact heights at text-size factor 1, in px; the templates get them as CSS variables. */
export const HEIGHTS: Heights = { row: 76, header: 44 };
