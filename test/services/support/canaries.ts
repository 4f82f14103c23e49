/** The encodings in which a secret may appear. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64');
  // Inside a longer text the base64 depends on the position of the secret modulo 3: keep the letters that depend on it alone.
  const shifted = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return whole.slice(before === 0 ? 0 : before + 1, -2);
  });
  const url = base64.replace(/\+/g, '-').replace(/\//g, '_');
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(base64),
    base64,
    url,
    ...shifted,
  ].map((text) => text.toLowerCase());
}

/** All text that can be reached from a value, including hidden properties and error messages. */
export function textOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return String(value);
  seen.add(value);
  if (value instanceof Map) return textOf([...value], seen);
  const own = Reflect.ownKeys(value).map((key) => {
    return `${String(key)}=${textOf((value as Record<PropertyKey, unknown>)[key], seen)}`;
  });
  return own.join('\n');
}

/** The names of the secrets that are found in a value, raw, URL- or base64-encoded. */
export function found(secrets: Readonly<Record<string, string>>, value: unknown): string[] {
  const text = textOf(value).toLowerCase();
  return Object.keys(secrets).filter((name) =>
    spellings(secrets[name] ?? '').some((spelling) => text.includes(spelling)),
  );
}
