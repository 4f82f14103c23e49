import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { paymentHistoryOf, type PaymentHistoryElement } from 'hydrogen-payment-history';

const history = (): PaymentHistoryElement | null => {
  const { page } = Taro.getCurrentInstance();
  return page ? paymentHistoryOf(page as never, '#history') : null;
};

export default function Payments() {
  useReachBottom(() => void history()?.reachBottom());
  usePullDownRefresh(async () => {
    await history()?.refresh('pull');
    Taro.stopPullDownRefresh();
  });
  return <payment-history id="history" detail-page="/pages/payment/payment" />;
}
