import { createHttpClient, isApiError, type HttpClientOptions, type RefundsHook } from '../index';

/** The answer of the example shop in the sandbox. */
interface Answer {
  readonly refunds: readonly {
    readonly amount_fen: number;
    readonly status: 'processing' | 'success' | 'closed' | 'abnormal';
    /** Epoch seconds. */
    readonly time: number | null;
    readonly account: string;
  }[];
}

/** Asks the example shop for refunds; a real app asks its own server, which knows them from WeChat Pay. */
export function shopRefunds(settings: HttpClientOptions): RefundsHook {
  const client = createHttpClient(settings);
  return async ({ transactionNo }) => {
    if (transactionNo === null) return [];
    const path = '/example-shop/refunds/:number/';
    const answer = client.get(path, { ':number': transactionNo }).catch((error: unknown) => {
      // The shop does not know the payment.
      if (isApiError(error) && error.kind === 'not-found') return { refunds: [] };
      throw error;
    });
    const { refunds } = (await answer) as Answer;
    return refunds.map(({ amount_fen, status, time, account }) => ({
      ...{ amountFen: amount_fen, at: time, state: status, to: account },
    }));
  };
}
