import type { Language, PaymentHistorySettings } from '../../../miniprogram/configure';
import type { Order } from '../../../miniprogram/domain/order';
import { settle } from '../../components/support/dom';
import { mount } from '../../components/support/mount';
import { configure } from './configure';
import { manualRequests } from './manual-requests';

/** The properties that a page sets, and the payments in the order cache. */
export interface Opening {
  readonly properties: Record<string, unknown>;
  readonly known?: readonly Order[];
  readonly language?: Language;
  readonly settings?: Partial<PaymentHistorySettings>;
}

/** Opens the `<payment-detail>` of dist/ at noon of 23 November 2026; the test answers its requests. */
export function openDetail({
  properties,
  known: orders = [],
  language = 'zh-CN',
  settings,
}: Opening) {
  const wire = manualRequests(settle);
  const detail = mount(
    'features/payment-detail/payment-detail',
    { canContinue: true, ...properties },
    () => {
      const { orderCache } = configure(wire.send, { language, ...settings });
      orders.forEach((order) => orderCache.keep(order));
    },
  );
  return { ...wire, ...detail };
}
