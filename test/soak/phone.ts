import type { CDPSession, Page } from 'playwright-core';
import type { Conditions } from '../../preview/conditions';
import type { connectDevice } from '../preview/support/device-client';

type Device = Awaited<ReturnType<typeof connectDevice>>;

/** An element of the current page. */
interface Found {
  readonly pageId: number;
  readonly elementId: string;
}

/** What is alive in the browser and in the storage. */
export interface Alive {
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly styleSheets: number;
  readonly storageKb: number;
}

/** A row of the list as it is on screen. */
export interface ShownRow {
  readonly key: string;
  readonly amount: string;
  readonly top: number;
}

/** Reads the drawn rows from the document, from top to bottom. */
const READ_ROWS = `(() => {
  const page = [...document.querySelectorAll('.device-page')].at(-1);
  return [...page.querySelectorAll('[class*="--payment--"]')].map((row) => ({
    key: row.__wxElement.id.slice('payment-'.length),
    amount: row.querySelector('[class*="row__amount"]').innerText,
    top: row.getBoundingClientRect().top + document.documentElement.scrollTop,
  }));
})()`;

const STORED = `Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage[key].length, 0)`;

/** The element may have left the page between two messages. */
const isGone = (error: unknown) =>
  /is stale|there is no element|no element|is closed|has no elements|is not a function/.test(
    String(error),
  );

/** The phone with the demo app: what a person can do with it, by automator messages. */
export function createPhone(device: Device, page: Page, cdp: CDPSession) {
  const wx = (method: string, ...args: object[]) =>
    device.send('App.callWxMethod', { method, args });

  const top = () =>
    device.send('App.getCurrentPage', {}) as Promise<{ pageId: number; path: string }>;

  /** The elements at the end of a path of selectors; each one is searched inside those before it. */
  async function all(...selectors: string[]): Promise<Found[]> {
    const { pageId } = await top();
    let found: Found[] | null = null;
    for (const selector of selectors) {
      const next: Found[] = [];
      for (const inside of found ?? [null]) {
        const method = inside ? 'Element.getElements' : 'Page.getElements';
        const { elements } = (await device.send(method, { pageId, ...inside, selector })) as {
          elements: { elementId: string }[];
        };
        next.push(...elements.map(({ elementId }) => ({ pageId, elementId })));
      }
      found = next;
    }
    return found ?? [];
  }

  /** The list's data; null while another page is open. */
  async function history(path: string): Promise<unknown> {
    const [list] = await all('payment-history');
    if (!list) return null;
    return ((await device.send('Element.getData', { ...list, path })) as { data: unknown }).data;
  }

  return {
    wx,
    all,
    history,
    isGone,
    path: async () => (await top()).path,
    set: (conditions: Partial<Conditions>) => device.send('Preview.setConditions', conditions),
    tap: (element: Found) => device.send('Element.tap', { ...element }),
    async type(element: Found, value: string): Promise<void> {
      await device.send('Element.callFunction', {
        ...element,
        functionName: 'input.input',
        args: [value],
      });
      await device.send('Element.triggerEvent', { ...element, type: 'confirm', detail: { value } });
    },
    signIn: (user: number) =>
      device.send('App.mockWxMethod', {
        method: 'login',
        result: { code: `user-${user}`, errMsg: 'login:ok' },
      }),
    rows: () => page.evaluate<ShownRow[]>(READ_ROWS),
    scrollHeight: () => page.evaluate<number>('document.documentElement.scrollHeight'),
    frame: () => page.evaluate('new Promise((go) => requestAnimationFrame(() => setTimeout(go)))'),
    async alive(): Promise<Alive> {
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      const valueOf = (name: string) =>
        metrics.find((metric) => metric.name === name)?.value ?? NaN;
      return {
        heapMb: valueOf('JSHeapUsedSize') / 2 ** 20,
        nodes: valueOf('Nodes'),
        listeners: valueOf('JSEventListeners'),
        styleSheets: await page.evaluate<number>('document.styleSheets.length'),
        storageKb: (await page.evaluate<number>(STORED)) / 1024,
      };
    },
  };
}

/** The phone of a soak. */
export type Phone = ReturnType<typeof createPhone>;
