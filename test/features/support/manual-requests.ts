import type { WireAnswer, WireRequest } from '../../../miniprogram/services/http/transport';

/** A request that the test answers. */
export interface PendingRequest {
  readonly query: Readonly<Record<string, string>>;
  /** The request was cancelled. */
  aborted: boolean;
  answer(body: unknown, status?: number): Promise<void>;
  fail(errMsg: string): Promise<void>;
  /** Answers as a server of `total` orders would, which grants twenty at a time. */
  serve(total: number): Promise<void>;
}

const GRANTED = 20;

/**
 * A `wx.request` whose answers the test gives, in any order.
 *
 * @param settle - Waits until the answer has had its effect.
 */
export function manualRequests(settle: () => Promise<unknown>) {
  const requests: PendingRequest[] = [];
  const settled = async () => void (await settle());
  const send = (request: WireRequest) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const pending: PendingRequest = {
      query,
      aborted: false,
      answer(body, statusCode = 200) {
        const answer: WireAnswer = { statusCode, data: JSON.stringify(body) };
        request.success(answer);
        return settled();
      },
      serve(total) {
        const from = Number(query['offset']);
        const limit = Math.min(GRANTED, Number(query['limit']));
        return pending.answer(wirePage(from, Math.max(0, Math.min(limit, total - from)), total));
      },
      fail(errMsg) {
        request.fail({ errMsg });
        return settled();
      },
    };
    requests.push(pending);
    return { abort: () => (pending.aborted = true) };
  };
  return {
    requests,
    send,
    /** The request of that number, from 0. */
    request(index: number): PendingRequest {
      const pending = requests[index];
      if (!pending) throw new Error(`only ${requests.length} requests were sent`);
      return pending;
    },
  };
}

/** Noon of a day in Beijing, in epoch seconds. */
export const noon = (day: string) => Date.parse(`${day}T12:00:00+08:00`) / 1000;

/** The order of a number as the server sends it: one a day, back from 23 November 2026. */
export function wireOrder(number: number, changes: Record<string, unknown> = {}) {
  const time = noon('2026-11-23') - number * 86_400;
  return {
    id: 1000 - number,
    transaction_no: `T${number}`,
    trade_no: `M${number}`,
    status: 'success',
    refund_status: null,
    total_cost: 1 + number,
    currency_type: 'CNY',
    created_at: time,
    updated_at: time,
    paid_at: time,
    gateway_type: 'weixin_tenpay',
    merchandise_description: `order ${number}`,
    merchandise_record_id: null,
    merchandise_schema_id: null,
    ...changes,
  };
}

/** The body of a list with these orders, as the server sends it. */
export function wireBody(objects: readonly object[], from = 0, total = objects.length) {
  const meta = { limit: 20, offset: from, total_count: total, next: null, previous: null };
  return { meta, objects };
}

/** The body of a page: `count` orders from number `from`, of `total`. */
export function wirePage(from: number, count: number, total: number) {
  const objects = Array.from({ length: count }, (_, index) => wireOrder(from + index));
  return wireBody(objects, from, total);
}
