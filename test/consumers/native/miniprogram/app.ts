import { configurePaymentHistory } from 'hydrogen-payment-history';
import { connection } from './connection';

App({
  onLaunch() {
    configurePaymentHistory(connection());
  },
});
