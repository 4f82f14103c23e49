import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { paymentNumbersFromRoute } from 'hydrogen-payment-history/features/shared/route';
import { useState } from 'react';

export default function Payment() {
  const { transactionNo, tradeNo, number } = paymentNumbersFromRoute(useRouter().params);
  // Your app opens its form for invoices instead.
  const [invoiced, setInvoiced] = useState<string | null>(null);
  return (
    <>
      <payment-detail
        id="detail"
        transaction-no={transactionNo}
        trade-no={tradeNo}
        number={number}
        invoice
        onRequestInvoice={({ detail }) => setInvoiced(detail.transactionNo)}
      />
      {invoiced && <Text className="invoiced">{`申请开票：${invoiced}`}</Text>}
    </>
  );
}
