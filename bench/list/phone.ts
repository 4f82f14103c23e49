import type { Browser, CDPSession, Page } from 'playwright-core';
import { bundle } from '../../preview/server/bundle';
import type { Probe, SubjectName } from '../measures';

const WINDOW = { width: 390, height: 756 };
const KB = 1024;

/** Cross-origin isolation gives `performance.now()` a resolution of 5 µs. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** The device page without the shell, with the probe. */
export interface Phone {
  readonly probe: Probe<SubjectName>;
  /** Slows the CPU down by a factor. */
  readonly throttle: (rate: number) => Promise<void>;
  /** Script memory after a garbage collection, in MB. */
  readonly heap: () => Promise<number>;
  /** Total time of scripts, styles and layout in the page, in ms. */
  readonly work: () => Promise<number>;
  /** Loads the page again; the mini program's storage stays. */
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const metric = async (cdp: CDPSession, names: string[]): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const wanted = metrics.filter(({ name }) => names.includes(name));
  return wanted.reduce((sum, { value }) => sum + value, 0);
};

/** The former build's page knows its history as ours. */
const inPage = (value: unknown) => (value === 'former' ? 'ours' : value);

/** A probe whose methods run in the page. */
const remoteProbe = (page: Page): Probe<SubjectName> =>
  new Proxy({} as Probe<SubjectName>, {
    get:
      (_target, method: string) =>
      (...values: unknown[]) =>
        page.evaluate(`probe.${method}(...${JSON.stringify(values.map(inPage))})`),
  });

/** Creates a function that opens phones of one preview at a page of the mini program. */
export const phoneMaker = async (browser: Browser, previewUrl: string) => {
  const probe = await bundle('../bench/device/main.ts');
  return async (entry: string): Promise<Phone> => {
    const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: 2 });
    const page = await context.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await page.route(/\/device(\.\w+)?(\?|$)/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...ISOLATED } });
    });
    await page.addInitScript({ content: probe });
    await page.goto(`${previewUrl}/device?entry=${entry}`);
    await page.waitForFunction('document.querySelector(".device-page")');
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    return {
      probe: remoteProbe(page),
      throttle: async (rate) => void (await cdp.send('Emulation.setCPUThrottlingRate', { rate })),
      heap: async () => {
        for (let pass = 0; pass < 3; pass += 1) await cdp.send('HeapProfiler.collectGarbage');
        return (await metric(cdp, ['JSHeapUsedSize'])) / KB / KB;
      },
      work: async () =>
        1000 * (await metric(cdp, ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'])),
      reload: async () => void (await page.reload()),
      close: async () => {
        await context.close();
        if (failures.length > 0) throw new Error(`the page failed: ${failures.join('; ')}`);
      },
    };
  };
};
