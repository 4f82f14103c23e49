import { configurePaymentHistory } from 'hydrogen-payment-history';
import { checkOut } from './check-out';
import { connection } from './connection';

App({
  onLaunch() {
    configurePaymentHistory({ ...connection(), checkOut });
  },
});
