import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { requireClient, requireUser, tokenLifetimeSeconds } from '../auth';
import { beijingIso } from '../beijing';
import { HttpError } from '../errors';
import type { JsonObject } from '../json';
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

function userInfo(user: number): JsonObject {
  return {
    id: userId(user),
    openid: openid(user),
    unionid: null,
    nickname: '',
    avatar: '',
    _provider: {},
  };
}

/** Registers silent login, which exchanges a `wx.login` code for a token, user info, logout and server time. */
export function sessionRoutes(app: FastifyInstance, world: World): void {
  const ofApp: onRequestHookHandler = (request, _reply, done) => {
    requireClient(request, world.clientId);
    done();
  };
  const ofUser: onRequestHookHandler = (request, _reply, done) => {
    requireUser(request, world.clientId, world.tokens);
    done();
  };

  app.post<{ Body: SilentLogin }>(
    '/hserve/v2.5/idp/wechat/silent-login/',
    { schema: { body }, onRequest: ofApp },
    (request, reply) => {
      const user = userOfCode(request.body.code);
      if (!world.users.has(user)) {
        if (request.body.create_user !== true) throw new HttpError(404, 'user does not exist');
        world.users.add(user);
      }
      reply.code(201);
      return {
        token: world.tokens.issue(user),
        expires_in: tokenLifetimeSeconds,
        user_info: userInfo(user),
      };
    },
  );
  app.get<{ Params: { id: string } }>(
    '/hserve/:version(^v2\\.\\d$)/user/info/:id/',
    { onRequest: ofUser },
    (request) => {
      const { id } = request.params;
      const user = [...world.users].find((one) => String(userId(one)) === id);
      if (user === undefined) throw new HttpError(404, `user not found: ${id}`);
      return userInfo(user);
    },
  );

  app.post('/hserve/v2.0/session/destroy/', { onRequest: ofUser }, (request) => {
    world.tokens.revoke(request.headers.authorization);
    return {};
  });

  app.get('/hserve/v2.2/server/time/', { onRequest: ofApp }, () => ({
    time: `${beijingIso(world.now(), 0)}.000000+08:00`,
  }));
}
