import type { WebSocket } from 'ws';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server';
import { createDeviceLink } from './automator/device-link';
import { startEndpoint } from './automator/endpoint';
import { launchBrowser } from './browser';
import { atFreePort } from './free-port';
import { startPreview } from './server/server';

/** Fixed so that WeChat DevTools finds the sandbox where the demo app looks for it. */
export const DEFAULT_PORTS = { preview: 5170, sandbox: 5180, automator: 9420 };

/** Free ones, for what nobody looks for. */
export const ANY_PORTS = { preview: 0, sandbox: 0, automator: 0 };

/** A phone's window, in CSS px. */
const PHONE = { width: 390, height: 844 };

/** A real app to show instead of the sandbox. */
export interface RealApp {
  host: string;
  clientId: string;
  token: string;
}

/** What to put on the stage. */
export interface StageOptions {
  dist: string;
  /** Payments of a real app; the sandbox's when left out. */
  realApp?: RealApp;
  sandbox?: SandboxOptions;
  /** Epoch milliseconds at which sandbox and mini program stand; real time when left out. */
  now?: number;
  /** Wanted ports; each moves to the next free one when it is taken. */
  ports?: Partial<typeof DEFAULT_PORTS>;
  /** Opens the preview in a headless browser of its own, which also makes screenshots possible. */
  headless?: boolean;
  /** An automator client asked the tool to close. */
  onExit?: () => void;
}

/** The sandbox counts in seconds. */
const clock = (now?: number) => (now === undefined ? {} : { now: Math.floor(now / 1000) });

/** Whoever ends the stage ends its browser: by itself it would end this process on a signal, with half of it open. */
const UNSIGNALLED = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

const headlessPhone = async (url: string) => {
  const browser = await launchBrowser(UNSIGNALLED);
  const page = await browser.newPage({ viewport: PHONE, hasTouch: true, deviceScaleFactor: 2 });
  await page.goto(url);
  return {
    screenshot: async () => (await page.screenshot()).toString('base64'),
    close: () => browser.close(),
  };
};

/** Starts sandbox, preview, automator endpoint and, if asked for, a browser. `close` ends them all. */
export const startStage = async (options: StageOptions) => {
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const closing: (() => Promise<unknown> | void)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    let sandbox: Sandbox | null = null;
    if (!options.realApp) {
      const given = { control: true, ...clock(options.now), ...options.sandbox };
      sandbox = await atFreePort(ports.sandbox, (port) => startSandbox({ ...given, port }));
      closing.push(() => sandbox?.close());
    }
    const host = options.realApp?.host ?? sandbox?.url ?? '';
    const device = createDeviceLink((event) => endpoint.broadcast(event));
    closing.push(device.close);
    const shown = {
      onDevice: (line: WebSocket) => device.accept(line),
      dist: options.dist,
      host,
      ...(sandbox && { sandboxUrl: sandbox.url }),
      conditions: { now: options.now ?? null },
      extConfig: { paymentHistory: options.realApp ?? { host } },
    };
    const preview = await atFreePort(ports.preview, (port) => startPreview({ ...shown, port }));
    closing.push(preview.close);
    let phone: Awaited<ReturnType<typeof headlessPhone>> | null = null;
    const answering = {
      device,
      screenshot: options.headless
        ? () => phone?.screenshot() ?? Promise.reject(new Error('the browser is not open yet'))
        : null,
      onExit: options.onExit ?? (() => undefined),
    };
    const endpoint = await atFreePort(ports.automator, (port) =>
      startEndpoint({ ...answering, port }),
    );
    closing.push(endpoint.close);
    if (options.headless) {
      phone = await headlessPhone(preview.url);
      closing.push(phone.close);
      await device.ready;
    }
    return {
      previewUrl: preview.url,
      automatorUrl: endpoint.url,
      sandbox,
      reload: preview.reload,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
