import automator from 'miniprogram-automator';
import { miniProgram, ONE_PAGE } from '../support/mini-program';
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
