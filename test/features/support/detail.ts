import type { Language } from '../../../miniprogram/configure';
import type { Order } from '../../../miniprogram/domain/order';
import { mount } from '../../components/support/mount';
import { configure } from './configure';
import { handHeldWire } from './hand-held-wire';

/** What a page gives the detail it holds, and what is known of payments before it opens. */
export interface Opening {
  readonly properties: Record<string, unknown>;
  readonly known?: readonly Order[];
  readonly language?: Language;
}

/** Opens the `<payment-detail>` of dist/ at noon of 23 November 2026 on a network that is the test's hand. */
export function openDetail({ properties, known: orders = [], language = 'zh-CN' }: Opening) {
  const wire = handHeldWire();
  const detail = mount('features/payment-detail/payment-detail', properties, () => {
    const { orderCache } = configure(wire.send, { language });
    orders.forEach((order) => orderCache.keep(order));
  });
  return { ...wire, ...detail };
}
