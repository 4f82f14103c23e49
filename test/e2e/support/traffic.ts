import type { LoggedRequest } from '../../../sandbox/request-log';
import type { Stage } from './stage';
import { until } from './until';

const ORDERS = { path: '/hserve/*/idp/pay/order/' };

/** An answer as it came into the mini program: which part of whose list. */
interface Arrival {
  url: string;
  authorization: string;
  status: number;
}

interface Expected {
  atLeast?: number;
  except?: LoggedRequest;
}

/** Which part of the list a request asked for, of whom. */
const partOf = ({ query, headers }: LoggedRequest): string =>
  [query['offset'] ?? '0', query['limit'], headers.authorization].join(' ');

const partIn = ({ url, authorization }: Arrival): string => {
  const query = new URL(url).searchParams;
  return [query.get('offset') ?? '0', query.get('limit'), authorization].join(' ');
};

/** The order requests between the mini program and the sandbox: who asked for what, and what came when. */
export class Traffic {
  private isWatched = false;
  private user = 1;

  constructor(private readonly stage: Stage) {}

  /** Starts with these settings, the first user, and nothing on its way from before. */
  async start(settings: object): Promise<void> {
    const { miniProgram, sandbox } = this.stage;
    await this.watch();
    await this.stage.setConditions({ foreground: true });
    await sandbox.reset({ count: 0 });
    if (this.user !== 1) await this.nextIsRefusedFor(1);
    await miniProgram.callWxMethod('clearStorage', {});
    await miniProgram.callWxMethod('reLaunch', { url: '/pages/payments/payments' });
    await until('an empty history', async () => (await this.quiet()).some(isAnswered));
    await sandbox.reset(settings);
    await miniProgram.evaluate(() => {
      (getApp() as unknown as { arrivals: unknown[] }).arrivals = [];
    });
  }

  /** Order requests so far, in the order of their arrival at the sandbox. */
  async asked(): Promise<LoggedRequest[]> {
    const requests = await this.stage.sandbox.requests();
    return requests.filter(({ path }) => /\/idp\/pay\/order\/$/.test(path));
  }

  /** The answers to order requests so far, as parts of lists, in the order of their coming into the mini program. */
  async arrived(): Promise<string[]> {
    const arrivals = (await this.stage.miniProgram.evaluate(
      () => (getApp() as unknown as { arrivals: unknown[] }).arrivals,
    )) as Arrival[];
    return arrivals.filter(({ status }) => status === 200).map(partIn);
  }

  /** So many order requests were made, and none is on its way but for one that is held. */
  async quiet({ atLeast = 0, except }: Expected = {}): Promise<LoggedRequest[]> {
    return until('no request on its way', async () => {
      const asked = await this.asked();
      const isQuiet = asked.every(
        ({ milliseconds, number }) => milliseconds !== null || number === except?.number,
      );
      return isQuiet && asked.length >= atLeast && asked;
    });
  }

  /** The next order request gets no answer before `release`. */
  async holdNext(): Promise<void> {
    await this.stage.sandbox.addFault({ kind: 'stall', times: 1, match: ORDERS });
  }

  /** The request that is held, once it is the only one on its way. */
  async held(): Promise<LoggedRequest> {
    return until('a request that is held', async () => {
      const [fault] = (await this.stage.sandbox.faults()).filter(({ kind }) => kind === 'stall');
      const open = (await this.asked()).filter(({ milliseconds }) => milliseconds === null);
      return fault?.hits === 1 && open.length === 1 && open[0];
    });
  }

  /**
   * Lets what was held have its answer, and waits until the mini program has got it.
   *
   * @returns whether answers to later requests had come before it
   */
  async release(held: LoggedRequest): Promise<boolean> {
    const part = partOf(held);
    const asked = await this.asked();
    const before = await this.arrived();
    await this.stage.sandbox.clearFaults();
    await until('the late answer', async () => {
      const arrived = (await this.arrived()).slice(before.length);
      return arrived.includes(part);
    });
    return asked.some(
      (later) => later.number > held.number && isAnswered(later) && before.includes(partOf(later)),
    );
  }

  /**
   * Another user is signed in to WeChat; the mini program finds out by its next order request, which is
   * refused. Tokens given out before stay good, so late answers for the user before are real ones.
   */
  async nextIsRefusedFor(user: number): Promise<void> {
    this.user = user;
    await this.stage.miniProgram.mockWxMethod('login', { code: `user-${user}` });
    await this.stage.sandbox.addFault({ kind: 'status', status: 401, times: 1, match: ORDERS });
  }

  /**
   * Notes what comes into the mini program, and has requests that are given up run on: so it is when an
   * answer is there already but not yet handed over, and only so a late answer puts the list to the test.
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
