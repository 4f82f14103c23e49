import { setImmediate, setTimeout } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorBody } from './errors';
import type { Fault } from './faults';
import type { World } from './world';

const garbage = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

const FLOOD_BYTES = 20_000_000;
const flood = () => `["${'x'.repeat(FLOOD_BYTES)}"]`;

async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await setTimeout(milliseconds, undefined, { ref: false });
}

function answer(
  reply: FastifyReply,
  status: number,
  { headers = {} }: Fault,
  body: Fault['body'],
): FastifyReply {
  reply.code(status).headers(headers);
  return typeof body === 'string'
    ? reply.type('text/html; charset=utf-8').send(body)
    : reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Yields half of the body, waits for `between`, and yields the other half. */
async function* halves(body: Buffer, between: () => Promise<void>): AsyncGenerator<Buffer> {
  const half = Math.ceil(body.length / 2);
  yield body.subarray(0, half);
  await between();
  yield body.subarray(half);
}

async function abortBody(): Promise<never> {
  await setImmediate();
  throw new Error('truncated');
}

/** Applies a fault; returns the reply when the fault has answered the request. */
async function apply(
  fault: Fault,
  world: World,
  reply: FastifyReply,
): Promise<FastifyReply | null> {
  switch (fault.kind) {
    case 'status': {
      const status = fault.status ?? 500;
      return answer(reply, status, fault, fault.body ?? errorBody(`sandbox fault ${status}`));
    }
    case 'garbage':
      return answer(reply, 200, fault, fault.body ?? garbage);
    case 'flood':
      return answer(reply, 200, fault, flood());
    case 'drop':
      reply.hijack();
      reply.raw.destroy();
      return reply;
    case 'stall':
      await world.faults.held();
      return null;
    case 'delay':
      await wait(fault.ms ?? 0);
      return null;
    case 'freeze':
    case 'truncate':
      return null;
  }
}

/** Applies latency and faults to every request that is not `exempt`. */
export function interfere(
  app: FastifyInstance,
  world: World,
  exempt: (request: FastifyRequest) => boolean,
): void {
  /** The wait between the two halves of an answer, for `truncate` and `freeze`. */
  const betweenHalves = new WeakMap<FastifyRequest, () => Promise<void>>();

  app.addHook('onRequest', async (request, reply) => {
    if (exempt(request)) return;
    await wait(world.settings.latencyMs);
    const fault = world.faults.hit(request.method, request.url);
    if (fault !== null) {
      if (fault.kind === 'truncate') betweenHalves.set(request, abortBody);
      if (fault.kind === 'freeze') betweenHalves.set(request, () => world.faults.held());
      const answered = await apply(fault, world, reply);
      if (answered !== null) return answered;
    }
    if (request.raw.socket.destroyed) return reply.hijack();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const between = betweenHalves.get(request);
    if (!between || typeof payload !== 'string') return payload;
    const body = Buffer.from(payload);
    reply.header('content-length', body.length);
    return Readable.from(halves(body, between), { objectMode: false });
  });
}
