import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { connectDevice } from './device-client';

/** Objects that are alive in the device after a garbage collection. */
export interface Alive {
  domNodes: number;
  /** Nodes of glass-easel; they outlive their DOM nodes when something refers to them. */
  frameworkNodes: number;
  listeners: number;
  styleSheets: number;
}

/** Pages that are opened and closed between the two counts. */
const PAGES = 20;

/** Pages that fill caches before the first count. */
const WARM_UP_PAGES = 3;

/** Finds the prototype that all nodes of glass-easel share. */
const NODE_PROTOTYPE = `(() => {
  let prototype = document.querySelector('.title').__wxElement;
  for (let next = prototype; next !== Object.prototype; next = Object.getPrototypeOf(next)) prototype = next;
  return prototype;
})()`;

const countFrameworkNodes = async (cdp: CDPSession): Promise<number> => {
  const { result } = await cdp.send('Runtime.evaluate', { expression: NODE_PROTOTYPE });
  const { objects } = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const objectId = objects.objectId ?? '';
  const counted = await cdp.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function () { return this.length; }',
  });
  // The list itself would keep the nodes.
  await cdp.send('Runtime.releaseObject', { objectId });
  return counted.result.value as number;
};

const countAlive = async (cdp: CDPSession): Promise<Alive> => {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const valueOf = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: 'document.styleSheets.length',
  });
  return {
    domNodes: valueOf('Nodes'),
    frameworkNodes: await countFrameworkNodes(cdp),
    listeners: valueOf('JSEventListeners'),
    styleSheets: result.value as number,
  };
};

/** Counts before and after pages were opened, selected from, scrolled and closed. */
const countLeaks = async (): Promise<{ before: Alive; after: Alive }> => {
  const dist = path.join(__dirname, '../host/mini-program');
  const stage = await startStage({ dist, ports: ANY_PORTS });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await page.goto(`${stage.previewUrl}/device`);
    await page.locator('.title').waitFor();
    const device = await connectDevice(stage.automatorUrl);
    const wx = (method: string, ...args: object[]) =>
      device.send('App.callWxMethod', { method, args });
    const visit = async (): Promise<void> => {
      await wx('navigateTo', { url: '/pages/first/first' });
      await wx('setNavigationBarTitle', { title: 'visited' });
      const { pageId } = (await device.send('App.getCurrentPage', {})) as { pageId: number };
      for (const selector of ['view', 'probe', 'input', 'scroll-view']) {
        await device.send('Page.getElements', { pageId, selector });
      }
      await wx('navigateBack');
      // The last lifetimes of a page run in the next frame.
      await page.evaluate('new Promise((go) => requestAnimationFrame(() => setTimeout(go)))');
    };
    for (let count = 0; count < WARM_UP_PAGES; count += 1) await visit();
    const before = await countAlive(cdp);
    for (let count = 0; count < PAGES; count += 1) await visit();
    const after = await countAlive(cdp);
    device.close();
    return { before, after };
  } finally {
    await browser.close();
    await stage.close();
  }
};

countLeaks().then(
  (counted) => process.send?.(counted, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
