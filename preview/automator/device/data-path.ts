/**
 * Reads a value as `data('a.b[0]')` of the client does.
 *
 * @returns undefined where the path leads nowhere
 */
export const readPath = (data: unknown, path?: string): unknown => {
  if (!path) return data;
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    data,
  );
};
