/** New values by data path, as `setData` takes them. */
export type DataDiff = Record<string, unknown>;

/**
 * Computes the smallest `setData` argument that turns one value into another: one field of one row when
 * only that field changed. An array that became shorter, or in which another item (identified by its
 * `key`) stands at some index, is sent whole: paths to all fields would be longer than the items.
 */
export function dataDiff(before: unknown, after: unknown): DataDiff {
  const diff: DataDiff = {};
  collect(diff, before, after, '');
  return diff;
}

/** What a tag has for `setData`. */
interface Tag {
  readonly data: Readonly<Record<string, unknown>>;
  setData(diff: DataDiff): void;
}

/** Sends what differs from the data of a tag, in one call; none where nothing does. */
export function sendDiff(tag: Tag, next: Readonly<Record<string, unknown>>): void {
  const diff: DataDiff = {};
  Object.keys(next).forEach((name) => collect(diff, tag.data[name], next[name], name));
  if (Object.keys(diff).length > 0) tag.setData(diff);
}

function collect(diff: DataDiff, before: unknown, after: unknown, path: string): void {
  if (before === after) return;
  if (isArray(before) && isArray(after) && hasSameItems(before, after)) {
    after.forEach((value, index) => {
      const itemPath = `${path}[${index}]`;
      if (index < before.length) collect(diff, before[index], value, itemPath);
      else diff[itemPath] = value;
    });
  } else if (isRecord(before) && isRecord(after)) {
    Object.keys({ ...before, ...after }).forEach((name) => {
      // A field that is gone becomes null: setData cannot remove fields.
      const fieldPath = path ? `${path}.${name}` : name;
      collect(diff, before[name] ?? null, after[name] ?? null, fieldPath);
    });
  } else {
    diff[path] = after;
  }
}

function hasSameItems(before: readonly unknown[], after: readonly unknown[]): boolean {
  return (
    before.length <= after.length &&
    before.every((value, index) => keyOf(value) === keyOf(after[index]))
  );
}

/** A number or a text is its own key. */
function keyOf(value: unknown): unknown {
  return isRecord(value) ? value['key'] : value;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !isArray(value);
}
