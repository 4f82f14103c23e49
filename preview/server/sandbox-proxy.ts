import type { FastifyInstance, FastifyReply } from 'fastify';

/** Delay between a payment and WeChat Pay's notice to the order API, in milliseconds. */
const NOTICE_DELAY_MS = 1500;

/** Aborted when the client disconnects before it has the answer. */
const disconnected = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController();
  reply.raw.on('close', () => controller.abort());
  return controller.signal;
};

const forward = async (url: string, method: string, body: unknown, signal: AbortSignal) => {
  const response = await fetch(url, {
    method,
    signal,
    ...(body !== undefined &&
      body !== null && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  });
  return { status: response.status, text: await response.text() };
};

/** Forwards requests of the toolbar and of wx.requestPayment to the sandbox's control API. */
export const proxySandbox = (app: FastifyInstance, sandboxUrl: string | undefined): void => {
  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'POST', 'PATCH', 'DELETE'],
    url: '/sandbox/*',
    handler: async (request, reply) => {
      if (!sandboxUrl) return reply.code(404).send('there is no sandbox behind this preview');
      const search = /\?.*$/.exec(request.url)?.[0] ?? '';
      const { status, text } = await forward(
        `${sandboxUrl}/sandbox/${request.params['*']}${search}`,
        request.method,
        request.body,
        disconnected(reply),
      );
      return reply.code(status).type('application/json').send(text);
    },
  });
  app.post<{ Body: { package: string } }>('/payment', async (request, reply) => {
    if (!sandboxUrl) return reply.code(404).send('only orders of the sandbox can be paid here');
    const notice = { package: request.body.package, delayMs: NOTICE_DELAY_MS };
    const url = `${sandboxUrl}/sandbox/payments`;
    const { status, text } = await forward(url, 'POST', notice, disconnected(reply));
    return reply.code(status).send(text);
  });
};
