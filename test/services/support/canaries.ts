/** The spellings in which a secret may have been carried away. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = bytes.toString('base64');
  // Inside a longer text base64 depends on where the secret begins; of each place the letters that do not.
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

/** Everything that can be reached from a value, hidden properties and the texts of errors included. */
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
