import type { FastifyRequest } from 'fastify';
import { Refusal } from './errors';
import type { Tokens } from './tokens';

/**
 * Checks that the request names this app.
 *
 * @throws Refusal 401 otherwise.
 */
export function requireClient(request: FastifyRequest, clientId: string): void {
  const given = request.headers['x-hydrogen-client-id'];
  if (given === undefined) throw new Refusal(401, 'X-Hydrogen-Client-ID header is missing');
  if (given !== clientId) throw new Refusal(401, '认证失败，请检查 AppID、ClientID 配置');
}

/**
 * The user who asks.
 *
 * @throws Refusal 401 when either of the two headers is missing or wrong.
 */
export function requireUser(request: FastifyRequest, clientId: string, tokens: Tokens): number {
  requireClient(request, clientId);
  return tokens.userOf(request.headers.authorization);
}
