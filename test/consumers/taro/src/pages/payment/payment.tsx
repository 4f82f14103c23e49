import { useRouter } from '@tarojs/taro';
import { paymentNumbersFromRoute } from 'hydrogen-payment-history/features/shared/route';

export default function Payment() {
  const { transactionNo, tradeNo, number } = paymentNumbersFromRoute(useRouter().params);
  return (
    <payment-detail id="detail" transaction-no={transactionNo} trade-no={tradeNo} number={number} />
  );
}
