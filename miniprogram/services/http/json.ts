/** A JSON object whose fields are not checked yet. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Parses JSON. The parser's error is dropped: it quotes the text, which may hold private data.
 *
 * @returns Undefined, which JSON cannot express, for text that is not JSON.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is an object, not a list and not null. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of a JSON object; no fields for any other value. */
export function fieldsOf(value: unknown): Row {
  return isRow(value) ? value : {};
}

/**
 * The start of a JSON object, also inside a JSON string. Python's `{'a': 1}` does not match; this test
 * costs less than an exception of the parser.
 */
const OBJECT = /^[\s"]*\{\s*(\\?"|\})/;

/**
 * Reads an object, or the JSON of an object as text, encoded once or twice.
 *
 * @returns Null for anything else; text that is not JSON is never guessed at.
 */
export function readObject(value: unknown): Row | null {
  for (let decoded = 0; decoded < 2 && typeof value === 'string' && OBJECT.test(value); decoded++) {
    value = parseJson(value);
  }
  return isRow(value) ? value : null;
}

/** Reads text or an integer as text, trimmed; null where there is none, or where the integer is not exact. */
export function word(value: unknown): string | null {
  if (typeof value === 'string') return isTrimmed(value) ? value : value.trim() || null;
  return typeof value === 'number' && Number.isSafeInteger(value) ? `${value}` : null;
}

/** Whether both ends are visible ASCII: this test is faster than `trim`, a dozen times per order. */
function isTrimmed(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return first > 32 && first < 128 && last > 32 && last < 128;
}
