import type { FastifyInstance } from 'fastify';
import { requireClient, tokenLifetimeSeconds } from '../auth';
import { Refusal } from '../errors';
import { openid, userId, userOfCode } from '../users';
import type { World } from '../world';

interface SilentLogin {
  code: string;
  create_user?: boolean;
  login_with_unionid?: boolean;
}

const body = {
  type: 'object',
  required: ['code'],
  properties: {
    code: { type: 'string', minLength: 1, description: 'a code of wx.login' },
    create_user: { type: 'boolean', description: 'true or false' },
    login_with_unionid: { type: 'boolean', description: 'true or false' },
  },
} as const;

/** Registers silent login, which exchanges a `wx.login` code for a token. */
export function loginRoutes(app: FastifyInstance, world: World): void {
  app.post<{ Body: SilentLogin }>(
    '/hserve/v2.5/idp/wechat/silent-login/',
    {
      schema: { body },
      onRequest: (request, _reply, done) => {
        requireClient(request, world.clientId);
        done();
      },
    },
    (request, reply) => {
      const user = userOfCode(request.body.code);
      if (!world.users.has(user)) {
        if (request.body.create_user !== true) throw new Refusal(404, 'user does not exist');
        world.users.add(user);
      }
      reply.code(201);
      return {
        token: world.tokens.issue(user),
        expires_in: tokenLifetimeSeconds,
        user_info: {
          id: userId(user),
          openid: openid(user),
          unionid: null,
          nickname: '',
          avatar: '',
          _provider: {},
        },
      };
    },
  );
}
