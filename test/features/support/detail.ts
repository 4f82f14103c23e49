import path from 'node:path';
import type * as configure from '../../../miniprogram/configure';
import type { Order } from '../../../miniprogram/domain/order';
import { DIST, mount } from '../../components/support/mount';
import { handHeldWire, noon } from './hand-held-wire';

/** What a page gives the detail it holds, and what is known of payments before it opens. */
export interface Opening {
  readonly properties: Record<string, unknown>;
  readonly known?: readonly Order[];
  readonly language?: configure.Language;
}

/** Opens the `<payment-detail>` of dist/ at noon of 23 November 2026 on a network that is the test's hand. */
export function openDetail({ properties, known = [], language = 'zh-CN' }: Opening) {
  const wire = handHeldWire();
  const detail = mount('features/payment-detail/payment-detail', properties, () => {
    const { configurePaymentHistory, paymentHistory } = jest.requireActual<typeof configure>(
      path.join(DIST, 'configure.js'),
    );
    configurePaymentHistory({
      host: 'https://history.example',
      clientId: 'client',
      session: { token: () => Promise.resolve('token'), drop: () => undefined },
      transport: wire.send,
      retries: 0,
      now: () => noon('2026-11-23'),
      language,
    });
    known.forEach((order) => paymentHistory().known.keep(order));
  });
  return { ...wire, ...detail };
}
