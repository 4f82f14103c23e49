/** A JSON object whose fields are not known yet. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Parses JSON; undefined, which no JSON means, for text that is none. The parser's own error is dropped:
 * it quotes the text, and texts hold what is private.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is an object: neither a list nor null. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a JSON object starts with; Python's `{'a': 1}` does not, and throwing costs more than looking. */
const OBJECT = /^[\s"]*\{\s*(\\?"|\})/;

/**
 * Reads an object that may have been written as text, once or twice over.
 *
 * @returns Null for anything else: what is no JSON is never guessed at.
 */
export function readObject(value: unknown): Row | null {
  for (let text = 0; text < 2 && typeof value === 'string' && OBJECT.test(value); text++) {
    value = parseJson(value);
  }
  return isRow(value) ? value : null;
}
