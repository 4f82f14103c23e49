import { useLaunch } from '@tarojs/taro';
import { configurePaymentHistory } from 'hydrogen-payment-history';
import type { PropsWithChildren } from 'react';
import { checkOut } from './check-out';
import { connection } from './connection';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => configurePaymentHistory({ ...connection(), checkOut }));
  return children;
}
