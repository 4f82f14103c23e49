import { launchBrowser } from '../../../preview/browser';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { connectDevice } from './device-client';

/** The first folder of the command line is the mini program. */
const [dist = ''] = process.argv.slice(2);

/** Values that two apps read in one browser at one origin, after the first of them wrote its own. */
const shareStorage = async (): Promise<unknown[]> => {
  const browser = await launchBrowser();
  const context = await browser.newContext();
  let port = 0;
  const inApp = async (clientId: string, method: string, ...args: unknown[]): Promise<unknown> => {
    const realApp = { host: 'http://127.0.0.1:1', clientId, token: 't' };
    const stage = await startStage({ dist, realApp, ports: { ...ANY_PORTS, preview: port } });
    try {
      port = Number(new URL(stage.previewUrl).port);
      const page = await context.newPage();
      await page.goto(`${stage.previewUrl}/device`);
      await page.locator('.device-page').waitFor();
      const device = await connectDevice(stage.automatorUrl);
      const answer = await device.send('App.callWxMethod', { method, args });
      device.close();
      await page.close();
      return (answer as { result?: unknown }).result;
    } finally {
      await stage.close();
    }
  };
  try {
    await inApp('one', 'setStorageSync', 'key', 'of one');
    return [
      await inApp('one', 'getStorageSync', 'key'),
      await inApp('other', 'getStorageSync', 'key'),
    ];
  } finally {
    await browser.close();
  }
};

shareStorage().then(
  (values) => process.send?.(values, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
