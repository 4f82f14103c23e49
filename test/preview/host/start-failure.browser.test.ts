import automator from 'miniprogram-automator';
import { miniProgram, ONE_PAGE } from '../support/mini-program';
import { runScript } from '../support/run-script';
import { startPreview, type PreviewProcess } from '../../support/preview-process';

const START_MS = 120_000;

describe('a mini program that fails to start in a strict preview', () => {
  const dist = miniProgram({ ...ONE_PAGE, 'app.js': "throw new Error('broken from the start')" });
  let preview: PreviewProcess;

  beforeAll(async () => {
    preview = await startPreview(['--dist', dist, '--strict']);
  }, START_MS);
  afterAll(() => preview?.stop());

  test('answers every request with its error', async () => {
    const client = await automator.connect({ wsEndpoint: preview.automatorUrl });
    await expect(client.currentPage()).rejects.toThrow('broken from the start');
    client.disconnect();
  });
});

test(
  'a mini program that fails before the device is connected ends a headless preview with its error',
  async () => {
    const app = { pages: ['pages/a/a'], tabBar: { list: 7 } };
    const dist = miniProgram({ ...ONE_PAGE, 'app.json': JSON.stringify(app) });
    await expect(startPreview(['--dist', dist])).rejects.toThrow(
      /^the preview ended with 1 before it was ready: The mini program does not start: \w+Error: .+\n$/,
    );
  },
  START_MS,
);

test(
  'a start that is aborted ends, and leaves no port behind',
  async () => {
    expect(await runScript('abort-a-start.ts', miniProgram(ONE_PAGE))).toEqual({
      error: 'The start was ended.',
      isListening: false,
    });
  },
  START_MS,
);
