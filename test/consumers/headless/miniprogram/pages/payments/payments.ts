import { formatFen } from 'hydrogen-payment-history/domain/money';
import type { Order } from 'hydrogen-payment-history/domain/order';
import { createHttpClient } from 'hydrogen-payment-history/services/http/client';
import { createOrders } from 'hydrogen-payment-history/services/orders/orders';
import { silentLogin } from 'hydrogen-payment-history/services/session/silent-login';
import { connection } from '../../connection';

const PAGE_SIZE = 20;

const client = createHttpClient({ ...connection(), session: silentLogin(connection()) });
const orders = createOrders(client);

const paymentOf = ({ transactionNo, description, amountFen, currency, status }: Order) => ({
  number: transactionNo,
  title: description,
  amount: amountFen === null ? '' : formatFen(amountFen, currency),
  status,
});

Page({
  data: { payments: [] as ReturnType<typeof paymentOf>[], offset: 0, isEnd: false },
  onLoad() {
    void this.loadMore();
  },
  onReachBottom() {
    void this.loadMore();
  },
  async loadMore() {
    const { payments, offset, isEnd } = this.data;
    if (isEnd) return;
    const page = await orders.list({ limit: PAGE_SIZE, offset });
    this.setData({
      payments: [...payments, ...page.orders.map(paymentOf)],
      offset: offset + page.received,
      isEnd: page.isLast,
    });
  },
});
