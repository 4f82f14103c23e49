import type { FastifyInstance } from 'fastify';

/** Delay between a payment and WeChat Pay's notice to the order API, in milliseconds. */
const NOTICE_DELAY_MS = 1500;

const forward = async (url: string, method: string, body: unknown) => {
  const response = await fetch(url, {
    method,
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
  app.route({
    method: ['GET', 'POST', 'PATCH', 'DELETE'],
    url: '/sandbox/*',
    handler: async (request, reply) => {
      if (!sandboxUrl) return reply.code(404).send('there is no sandbox behind this preview');
      const { status, text } = await forward(
        sandboxUrl + request.url,
        request.method,
        request.body,
      );
      return reply.code(status).type('application/json').send(text);
    },
  });
  app.post<{ Body: { package: string } }>('/payment', async (request, reply) => {
    if (!sandboxUrl) return reply.code(404).send('only orders of the sandbox can be paid here');
    const notice = { package: request.body.package, delayMs: NOTICE_DELAY_MS };
    const { status, text } = await forward(`${sandboxUrl}/sandbox/payments`, 'POST', notice);
    return reply.code(status).send(text);
  });
};
