import type { ActionView } from '../../components/action-list/action-list';
import type { CustomerService } from '../../configure';
import type { PaymentAction } from '../../elements';
import type { Texts } from '../../texts/texts';
import { actionsFor } from '../shared/host-actions';
import { unlessCancelled } from '../shared/cancelled';
import type { DetailLoad, DetailState } from './detail-load';

/** Key of the action that copies the payment as text; the keys of the host app are not empty. */
export const RECEIPT = '';

/** WeChat takes 1000 bytes of `session-from`, and a letter has at most three. */
const SESSION_FROM_LETTERS = 333;

/** What can be done with a payment: the module's own action, and those of the host app. */
export function servicesOf(
  { order }: DetailState,
  actions: readonly PaymentAction[],
  texts: Texts,
  now: number,
): readonly ActionView[] {
  const offered = order ? actionsFor(actions, order, now) : [];
  const own = { key: RECEIPT, text: texts.detail.receipt };
  return [own, ...offered.map(({ key, text }) => ({ key, text }))];
}

/** How the button for customer service works: by WeChat's `open-type`, by a tap, or not at all. */
export type ContactButton = 'open-type' | 'tap' | 'none';

/** The button that a setting asks for. */
export function contactButton(service: CustomerService = 'wechat'): ContactButton {
  if (service === 'none') return service;
  return service === 'wechat' ? 'open-type' : 'tap';
}

/**
 * Opens WeCom's customer service.
 *
 * @param refused - Called where WeChat cannot do it; not for a person who cancels.
 */
export function openChat(
  { corpId, url }: Exclude<CustomerService, string>,
  refused: () => void,
): void {
  const fail = unlessCancelled(refused);
  if (wx.openCustomerServiceChat) wx.openCustomerServiceChat({ corpId, extInfo: { url }, fail });
  else refused();
}

/** What WeChat tells customer service: the first text that is not empty, cut where WeChat takes no more. */
export function sessionFromOf(...numbers: readonly string[]): string {
  return (numbers.find(Boolean) ?? '').slice(0, SESSION_FROM_LETTERS);
}

/** The numbers of the payment on screen; both are null before it was read. */
export function numbersForEvent(load: DetailLoad | undefined) {
  const { transactionNo = null, tradeNo = null } = load?.state.order ?? {};
  return { transactionNo, tradeNo };
}
