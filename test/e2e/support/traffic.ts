import type { LoggedRequest } from '../../../sandbox/request-log';
import { History } from './history';
import type { Stage } from './stage';
import { until } from '../../../testing/until';

const ORDERS = { path: '/hserve/*/idp/pay/order/' };

/** An answer that the mini program has received. */
interface Arrival {
  url: string;
  authorization: string;
  status: number;
}

interface Expected {
  atLeast?: number;
  except?: LoggedRequest;
}

/** The requested page and the user of a request, as a key. */
const pageKey = ({ query, headers }: LoggedRequest): string =>
  [query['offset'] ?? '0', query['limit'], headers.authorization].join(' ');

const arrivalKey = ({ url, authorization }: Arrival): string => {
  const query = new URL(url).searchParams;
  return [query.get('offset') ?? '0', query.get('limit'), authorization].join(' ');
};

/** The order requests of the mini program: their order at the sandbox, and the arrival of their answers. */
export class Traffic {
  private isWatched = false;
  private user = 1;

  constructor(private readonly stage: Stage) {}

  /** Resets the sandbox with these settings, signs in user 1, and waits until earlier requests have ended. */
  async start(settings: object): Promise<void> {
    const { miniProgram, sandbox } = this.stage;
    await this.watch();
    await this.stage.setConditions({ foreground: true });
    await sandbox.reset({ count: 0 });
    if (this.user !== 1) await this.signInOnNextRequest(1);
    await new History(this.stage).reopenWithoutStorage();
    await until('an empty history', async () => (await this.waitUntilIdle()).some(isAnswered));
    await sandbox.reset(settings);
    await miniProgram.evaluate(() => {
      (getApp() as unknown as { arrivals: unknown[] }).arrivals = [];
    });
  }

  /** The order requests in the order of their arrival at the sandbox. */
  async requests(): Promise<LoggedRequest[]> {
    const requests = await this.stage.sandbox.requests();
    return requests.filter(({ path }) => /\/idp\/pay\/order\/$/.test(path));
  }

  /** The keys of the received pages, in the order of their arrival in the mini program. */
  async arrived(): Promise<string[]> {
    const arrivals = (await this.stage.miniProgram.evaluate(
      () => (getApp() as unknown as { arrivals: unknown[] }).arrivals,
    )) as Arrival[];
    return arrivals.filter(({ status }) => status === 200).map(arrivalKey);
  }

  /** Waits until no order request is pending except a held one, and at least `atLeast` were sent. */
  async waitUntilIdle({ atLeast = 0, except }: Expected = {}): Promise<LoggedRequest[]> {
    return until('no pending request', async () => {
      const requests = await this.requests();
      const isIdle = requests.every(
        ({ milliseconds, number }) => milliseconds !== null || number === except?.number,
      );
      return isIdle && requests.length >= atLeast && requests;
    });
  }

  /** Holds the answer of the next order request until `release`. */
  async holdNext(): Promise<void> {
    await this.stage.sandbox.addFault({ kind: 'stall', times: 1, match: ORDERS });
  }

  /** Waits until the held request is the only pending one, and returns it. */
  async held(): Promise<LoggedRequest> {
    return until('a held request', async () => {
      const [fault] = (await this.stage.sandbox.faults()).filter(({ kind }) => kind === 'stall');
      const open = (await this.requests()).filter(({ milliseconds }) => milliseconds === null);
      return fault?.hits === 1 && open.length === 1 && open[0];
    });
  }

  /**
   * Releases the held answer, and waits until the mini program has received it.
   *
   * @returns Whether the answer of a later request arrived before it.
   */
  async release(held: LoggedRequest): Promise<boolean> {
    const key = pageKey(held);
    const requests = await this.requests();
    const before = await this.arrived();
    await this.stage.sandbox.clearFaults();
    await until('the late answer', async () => {
      const arrived = (await this.arrived()).slice(before.length);
      return arrived.includes(key);
    });
    return requests.some(
      (later) => later.number > held.number && isAnswered(later) && before.includes(pageKey(later)),
    );
  }

  /**
   * Signs another user in to WeChat and refuses the next order request, which makes the mini program log in again.
   *
   * Issued tokens stay valid, so that late answers for the previous user are real ones.
   */
  async signInOnNextRequest(user: number): Promise<void> {
    this.user = user;
    await this.stage.miniProgram.mockWxMethod('login', { code: `user-${user}` });
    await this.stage.sandbox.addFault({ kind: 'status', status: 401, times: 1, match: ORDERS });
  }

  /**
   * Records answers in the mini program and makes `abort()` ineffective.
   *
   * An answer that has arrived but is not delivered yet cannot be aborted in WeChat either; only such late answers
   * test the list.
   */
  private async watch(): Promise<void> {
    if (this.isWatched) return;
    this.isWatched = true;
    await this.stage.miniProgram.evaluate(() => {
      const request = wx.request.bind(wx);
      const note = ({ url, header }: WechatMiniprogram.RequestOption, statusCode: number) => {
        const authorization = String((header as Record<string, string>)['Authorization']);
        const app = getApp() as unknown as { arrivals?: unknown[] };
        if (!url.includes('/pay/order/')) return;
        app.arrivals = [...(app.arrivals || []), { url, authorization, status: statusCode }];
      };
      (wx as { request: unknown }).request = (options: WechatMiniprogram.RequestOption) => {
        const task = request({
          ...options,
          success: (answer) => {
            options.success?.(answer);
            note(options, answer.statusCode);
          },
        });
        return { ...task, abort: () => undefined };
      };
    });
  }
}

const isAnswered = ({ status }: LoggedRequest): boolean => status === 200;
