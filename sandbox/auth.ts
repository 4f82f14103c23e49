import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { HttpError } from './errors';

/** Lifetime of a token in seconds: thirty days, Hydrogen's maximum. */
export const tokenLifetimeSeconds = 2592000;

function tokenIn(authorization: string | undefined): string {
  if (authorization === undefined) throw new HttpError(401, 'Authorization header is missing');
  const token = /^Hydrogen-r1 (\S+)$/.exec(authorization)?.[1];
  if (token === undefined) throw new HttpError(401, 'Authorization must be "Hydrogen-r1 TOKEN"');
  return token;
}

/** The issued tokens, each with its user and expiry. */
export class Tokens {
  readonly #issued = new Map<string, { user: number; expiresAt: number }>();

  /** @param now - The sandbox's clock, in epoch seconds. */
  constructor(private readonly now: () => number) {}

  /** Issues a token for a user; earlier tokens stay valid. */
  issue(user: number): string {
    const token = randomBytes(20).toString('hex');
    this.#issued.set(token, { user, expiresAt: this.now() + tokenLifetimeSeconds });
    return token;
  }

  /**
   * Returns the user of an `Authorization` header.
   *
   * @throws HttpError 401 for a missing or malformed header, and for an unknown or expired token.
   */
  userOf(authorization: string | undefined): number {
    const known = this.#issued.get(tokenIn(authorization));
    if (known === undefined) throw new HttpError(401, 'access token is not valid');
    if (known.expiresAt <= this.now()) throw new HttpError(401, 'access token has expired');
    return known.user;
  }

  /**
   * Makes the token of an `Authorization` header invalid.
   *
   * @throws HttpError 401 for a missing or malformed header.
   */
  revoke(authorization: string | undefined): void {
    this.#issued.delete(tokenIn(authorization));
  }

  /** Makes every issued token expire now; returns the number of tokens. */
  expireAll(): number {
    for (const issued of this.#issued.values()) issued.expiresAt = this.now();
    return this.#issued.size;
  }
}

/**
 * Checks the client id of a request.
 *
 * @throws HttpError 401 for a missing or wrong client id.
 */
export function requireClient(request: FastifyRequest, clientId: string): void {
  const given = request.headers['x-hydrogen-client-id'];
  if (given === undefined) throw new HttpError(401, 'X-Hydrogen-Client-ID header is missing');
  if (given !== clientId) throw new HttpError(401, '认证失败，请检查 AppID、ClientID 配置');
}

/**
 * Returns the user of a request.
 *
 * @throws HttpError 401 for a missing or wrong client id or token.
 */
export function requireUser(request: FastifyRequest, clientId: string, tokens: Tokens): number {
  requireClient(request, clientId);
  return tokens.userOf(request.headers.authorization);
}
