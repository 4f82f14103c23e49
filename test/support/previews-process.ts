import fastify from 'fastify';
import { onEnd } from '../../preview/ending';
import { createSecret } from '../../preview/server/access';
import type { startStage } from '../../preview/stage';
import type { Addresses } from './open-preview';

type Stage = Awaited<ReturnType<typeof startStage>>;

/** Another user of the machine can reach the port, and a web page too. */
const path = `/${createSecret()}`;
const server = fastify({ forceCloseConnections: true });
// A test that builds a host hears nothing meanwhile, not even that an idle connection was closed.
server.addHook('onSend', async (_request, reply) => void reply.header('connection', 'close'));
const stages = new Map<string, Stage>();

/** Starts a preview as the command line says. Its modules are loaded with the first one. */
server.post<{ Body: string[] }>(path, async ({ body }): Promise<Addresses> => {
  const { readCliOptions, stageOptionsOf } = await import('../../preview/cli-options');
  const { startStage: start } = await import('../../preview/stage');
  const stage = await start(stageOptionsOf(readCliOptions(body, undefined)));
  const { previewUrl, automatorUrl, sandbox } = stage;
  stages.set(previewUrl, stage);
  return { previewUrl, automatorUrl, sandboxUrl: sandbox?.url ?? '' };
});

/** Ends a preview. */
server.delete<{ Body: Addresses }>(path, async ({ body: { previewUrl } }) => {
  await stages.get(previewUrl)?.close();
  stages.delete(previewUrl);
  return {};
});

onEnd(() => {
  void server
    .close()
    .then(() => Promise.all([...stages.values()].map((stage) => stage.close())))
    .then(() => process.exit(0));
});

void server.listen({ host: '127.0.0.1', port: 0 }).then((url) => process.send?.(url + path));
