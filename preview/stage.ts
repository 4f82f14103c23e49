import type { WebSocket } from 'ws';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/server';
import { createDeviceLink } from './automator/device-link';
import { startEndpoint } from './automator/endpoint';
import { atFreePort, takenPorts } from './free-port';
import { openHeadlessPhone, StartError } from './headless-phone';
import { createSecret } from './server/access';
import { startPreview } from './server/server';

/** Default ports. In WeChat DevTools the demo app expects the sandbox at its default port. */
export const DEFAULT_PORTS = { preview: 5170, sandbox: 5180, automator: 9420 };

/** Any free ports. */
export const ANY_PORTS = { preview: 0, sandbox: 0, automator: 0 };

/** A real app to show instead of the sandbox. */
export interface RealApp {
  host: string;
  clientId: string;
  token: string;
}

/** Options of the stage. */
export interface StageOptions {
  dist: string;
  /** The app whose payments are shown. @default the sandbox */
  realApp?: RealApp;
  /** Whether something that the preview does not have is an error. @default true */
  isStrict?: boolean;
  sandbox?: SandboxOptions;
  /** Fixed time of sandbox and mini program in epoch milliseconds. @default real time */
  now?: number;
  /** Wanted ports; a taken port is replaced by the next free one. */
  ports?: Partial<typeof DEFAULT_PORTS>;
  /** Opens the preview in a headless browser, which also takes screenshots for automator clients. */
  headless?: boolean;
  /** Ends the start when it is aborted. */
  signal?: AbortSignal;
  /** Called when the headless browser ends by itself. */
  onBrowserEnd?: (message: string) => void;
  /** Called when an automator client asks the tool to close. */
  onExit?: () => void;
}

/** The sandbox's clock option, in seconds. */
const sandboxClock = (now?: number) => (now === undefined ? {} : { now: Math.floor(now / 1000) });

/** Rejects when the start shall end. */
const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    const end = () => reject(new StartError('The start was ended.'));
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });

const BROWSER_ENDED = 'the headless browser ended: start the preview again';

/**
 * Starts sandbox, preview server, automator endpoint and, in headless mode, a browser. `close` ends all of them.
 *
 * @throws StartError when the mini program does not start in the headless browser, or when `signal` is aborted
 */
export const startStage = async (options: StageOptions) => {
  const ports = { ...DEFAULT_PORTS, ...options.ports };
  const closing: (() => Promise<unknown> | void)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    let sandbox: Sandbox | null = null;
    if (!options.realApp) {
      const given = { control: true, ...sandboxClock(options.now), ...options.sandbox };
      sandbox = await atFreePort(ports.sandbox, (port) => startSandbox({ ...given, port }));
      closing.push(() => sandbox?.close());
    }
    const host = options.realApp?.host ?? sandbox?.url ?? '';
    const secret = createSecret();
    const device = createDeviceLink((event) => endpoint.broadcast(event));
    closing.push(device.close);
    const previewOptions = {
      onDevice: (socket: WebSocket) => device.accept(socket),
      dist: options.dist,
      isStrict: options.isStrict ?? true,
      host,
      ...(sandbox && { sandboxUrl: sandbox.url }),
      secret,
      app: JSON.stringify([host, options.realApp?.clientId ?? '', options.dist]),
      conditions: { now: options.now ?? null },
      extConfig: { paymentHistory: options.realApp ?? { host } },
    };
    const preview = await atFreePort(ports.preview, (port) =>
      startPreview({ ...previewOptions, port }),
    );
    closing.push(preview.close);
    let phone: Awaited<ReturnType<typeof openHeadlessPhone>> | null = null;
    const endpointOptions = {
      device,
      // A client can read the token of a real app.
      ...(options.realApp && { secret }),
      screenshot: options.headless
        ? () => phone?.screenshot() ?? Promise.reject(new Error('the browser is not open yet'))
        : null,
      onExit: options.onExit ?? (() => undefined),
    };
    const endpoint = await atFreePort(ports.automator, (port) =>
      startEndpoint({ ...endpointOptions, port }),
    );
    closing.push(endpoint.close);
    if (options.headless) {
      phone = await openHeadlessPhone(preview.url);
      closing.push(phone.close);
      const ended = phone.ended.then(() => {
        device.explain(BROWSER_ENDED);
        options.onBrowserEnd?.(BROWSER_ENDED);
        throw new StartError(BROWSER_ENDED);
      });
      await Promise.race([device.ready, phone.failure, ended, aborted(options.signal)]);
    }
    const urls = { preview: preview.url, sandbox: sandbox?.url, automator: endpoint.url };
    return {
      /** The wanted ports that were taken. */
      taken: takenPorts(ports, urls),
      /** The address without a trailing slash. */
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
