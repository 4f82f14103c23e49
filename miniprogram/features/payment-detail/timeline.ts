import type { StepTone, StepView } from '../../components/payment-timeline/payment-timeline';
import { formatFen } from '../../domain/money';
import {
  partialRefundFen,
  type Order,
  type Refund,
  type RefundState,
  type RefundStatus,
} from '../../domain/order';
import { hasLapsed, isPayable } from '../../domain/payability';
import { beijingTime } from '../../domain/time';
import type { PaymentStage } from '../../texts/page-types';
import type { Texts } from '../../texts/texts';
import { unlisted } from './unlisted';

const STAGE_TONES: Readonly<Record<PaymentStage, StepTone>> = {
  success: 'done',
  pending: 'waiting',
  lapsed: 'open',
  failed: 'failed',
  unknown: 'open',
};

const REFUND_TONES: Readonly<Record<Exclude<RefundStatus, 'none'>, StepTone>> = {
  partial: 'partial',
  complete: 'open',
  failed: 'failed',
  unknown: 'open',
};

const REFUND_STATE_TONES: Readonly<Record<RefundState, StepTone>> = {
  processing: 'waiting',
  success: 'partial',
  closed: 'open',
  abnormal: 'failed',
};

/**
 * The steps of a payment, oldest first. The refunds of the host app replace the one state of the API.
 *
 * @param now - Milliseconds since the Unix epoch.
 * @param canContinue - A pending payment can be continued here.
 */
export function timelineOf(
  order: Order,
  texts: Texts,
  now: number,
  canContinue: boolean,
): readonly StepView[] {
  const steps = [created(order, texts), stage(order, texts, now, canContinue)];
  if (order.refunds?.length) return [...steps, ...eachRefund(order, order.refunds, texts)];
  return order.refund === 'none' ? steps : [...steps, refund(order, order.refund, texts)];
}

function created({ createdAt }: Order, texts: Texts): StepView {
  return {
    key: 'created',
    tone: 'done',
    title: texts.detail.created,
    note: moment(createdAt, texts),
  };
}

function stage(order: Order, texts: Texts, now: number, canContinue: boolean): StepView {
  const name = hasLapsed(order, now) ? 'lapsed' : order.status;
  const { title, note } = texts.detail.stage[name];
  const paidAt = paidAtOf(order);
  return {
    key: 'stage',
    tone: STAGE_TONES[name],
    title: name === 'unknown' ? unlisted(title, order.statusRaw, texts) : title,
    note:
      name === 'success' && paidAt !== null
        ? moment(paidAt, texts)
        : name === 'pending' && !(canContinue && isPayable(order, now))
          ? elsewhere(order, texts)
          : note,
  };
}

/** Says where a pending payment can be made that cannot be made here. */
function elsewhere({ gateway }: Order, texts: Texts): string {
  return texts.detail.payElsewhere(gateway === 'unknown' ? null : texts.gateway[gateway]);
}

function refund(order: Order, name: keyof typeof REFUND_TONES, texts: Texts): StepView {
  const { title, note } = texts.detail.refund[name];
  const refunded = partialRefundFen(order);
  return {
    key: 'refund',
    tone: REFUND_TONES[name],
    title: name === 'unknown' ? unlisted(title, order.refundRaw, texts) : title,
    note: refunded === null ? note : texts.detail.refunded(formatFen(refunded, order.currency)),
  };
}

/** The oldest first; those without a time last. */
function eachRefund(
  { currency }: Order,
  refunds: readonly Refund[],
  { detail }: Texts,
): readonly StepView[] {
  const timeOf = ({ at }: Refund) => at ?? Infinity;
  const sorted = [...refunds].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
  return sorted.map(({ state, amountFen, at, to }, nth) => {
    const { title, note } = detail.eachRefund[state];
    const time = at === null ? '' : detail.time(beijingTime(at));
    return {
      key: `refund-${nth}`,
      tone: REFUND_STATE_TONES[state],
      title: `${title} ${formatFen(amountFen, currency)}`,
      note: [time, to.trim() ? detail.refundTo(to.trim()) : '', note].filter(Boolean).join(' · '),
    };
  });
}

/** When the person paid, in epoch seconds; else when Hydrogen learned of it, which may be a minute later. */
function paidAtOf({ wechat, paidAt }: Order): number | null {
  return wechat && wechat.paidAt !== null ? wechat.paidAt : paidAt;
}

function moment(epochSeconds: number | null, texts: Texts): string {
  return epochSeconds === null ? texts.unknownTime : texts.detail.time(beijingTime(epochSeconds));
}
