/** New values by data path, as `setData` takes them. */
export type DataDiff = Record<string, unknown>;

/**
 * What turns one picture of view data into another, with as little as possible: one field of one row
 * where only that changed. An array that became shorter, or in which another thing (told by its `key`)
 * stands at some place, is sent whole: paths to every field would be longer than the things themselves.
 *
 * @param path - Where the picture lies in the component's data; empty for the data itself.
 */
export function dataDiff(before: unknown, after: unknown, path = ''): DataDiff {
  if (before === after) return {};
  if (Array.isArray(before) && Array.isArray(after) && isSameThings(before, after)) {
    const changes = after.map((value, index) =>
      index < before.length
        ? dataDiff(before[index], value, `${path}[${index}]`)
        : { [`${path}[${index}]`]: value as unknown },
    );
    return Object.assign({}, ...changes) as DataDiff;
  }
  if (isRecord(before) && isRecord(after)) {
    const names = Object.keys({ ...before, ...after });
    const changes = names.map((name) =>
      // What is gone becomes null: setData can take nothing away.
      dataDiff(before[name] ?? null, after[name] ?? null, path ? `${path}.${name}` : name),
    );
    return Object.assign({}, ...changes) as DataDiff;
  }
  return { [path]: after };
}

function isSameThings(before: readonly unknown[], after: readonly unknown[]): boolean {
  return (
    before.length <= after.length &&
    before.every((value, index) => keyOf(value) === keyOf(after[index]))
  );
}

/** A number or a word is a thing of its own. */
function keyOf(value: unknown): unknown {
  return isRecord(value) ? value['key'] : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
