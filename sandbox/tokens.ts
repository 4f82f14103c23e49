import { randomBytes } from 'node:crypto';
import { Refusal } from './errors';

/** Thirty days, the longest Hydrogen grants. */
export const tokenLifetimeSeconds = 2592000;

/** The tokens given out so far, and until when each is good. */
export class Tokens {
  readonly #issued = new Map<string, { user: number; expiresAt: number }>();

  /** @param now the sandbox's clock, epoch seconds. */
  constructor(private readonly now: () => number) {}

  /** A new token for a user; earlier ones stay good. */
  issue(user: number): string {
    const token = randomBytes(20).toString('hex');
    this.#issued.set(token, { user, expiresAt: this.now() + tokenLifetimeSeconds });
    return token;
  }

  /**
   * The user an `Authorization` header speaks for.
   *
   * @throws Refusal 401 when it is missing, malformed, unknown or expired.
   */
  userOf(authorization: string | undefined): number {
    if (authorization === undefined) throw new Refusal(401, 'Authorization header is missing');
    const token = /^Hydrogen-r1 (\S+)$/.exec(authorization)?.[1];
    if (token === undefined) throw new Refusal(401, 'Authorization must be "Hydrogen-r1 TOKEN"');
    const known = this.#issued.get(token);
    if (known === undefined) throw new Refusal(401, 'access token is not valid');
    if (known.expiresAt <= this.now()) throw new Refusal(401, 'access token has expired');
    return known.user;
  }

  /** Makes every token given out so far expire now; says how many there were. */
  expireAll(): number {
    for (const issued of this.#issued.values()) issued.expiresAt = this.now();
    return this.#issued.size;
  }
}
