import type { JsonObject, JsonValue } from '../../../sandbox/json';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/server';
import { sandboxControl, type SandboxControl } from '../../../sandbox/control-client';

/** A response with a parsed body. */
export interface Answer<T = JsonObject> {
  status: number;
  body: T;
}

/** The body of a list response. */
export interface OrderPage {
  meta: JsonObject & { limit: number; offset: number; total_count: number };
  objects: (JsonObject & { id: number; transaction_no: string; created_at: number })[];
}

export const listPath = '/hserve/v2.2/idp/pay/order/';
export const detailPath = '/hserve/v2.0/idp/pay/order/';
export const loginPath = '/hserve/v2.5/idp/wechat/silent-login/';

/** The fixed clock of most tests in epoch seconds: noon of 20 May 2024 in Beijing. */
export const noon = Date.UTC(2024, 4, 20, 4) / 1000;

const running: Sandbox[] = [];

/** Closes every sandbox that the tests of a file have started. */
export async function closeAll(): Promise<void> {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
}

/** A sandbox and a logged-in user. */
export class Client {
  readonly control: SandboxControl;

  private constructor(
    readonly sandbox: Sandbox,
    public token: string,
  ) {
    this.control = sandboxControl(sandbox.url);
  }

  /** Starts a sandbox whose clock is `noon`, and logs in with a `wx.login` code. */
  static async start(options: SandboxOptions = {}, code = 'any'): Promise<Client> {
    const sandbox = await startSandbox({ now: noon, ...options });
    running.push(sandbox);
    const client = new Client(sandbox, '');
    client.token = await client.login(code);
    return client;
  }

  async login(code: string): Promise<string> {
    const answer = await this.send<{ token: string }>('POST', loginPath, {
      code,
      create_user: true,
    });
    return answer.body.token;
  }

  headers(): Record<string, string> {
    return {
      'X-Hydrogen-Client-ID': 'sandbox-client',
      Authorization: `Hydrogen-r1 ${this.token}`,
    };
  }

  async send<T = JsonObject>(
    method: string,
    path: string,
    body?: JsonValue,
    headers: Record<string, string> = this.headers(),
  ): Promise<Answer<T>> {
    const response = await fetch(this.sandbox.url + path, {
      method,
      headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  get<T = JsonObject>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  /** Reads one page of the list; the parameters form the query. */
  async list(parameters: Record<string, string | number> = {}): Promise<OrderPage> {
    const query = new URLSearchParams(
      Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return (await this.get<OrderPage>(`${listPath}?${query.toString()}`)).body;
  }

  /** Reads every page in order and returns the ids. */
  async idsOfAllPages(limit: number, parameters: Record<string, string> = {}): Promise<number[]> {
    const ids: number[] = [];
    for (;;) {
      const { objects } = await this.list({ ...parameters, limit, offset: ids.length });
      ids.push(...objects.map((order) => order.id));
      if (objects.length < limit) return ids;
    }
  }
}
