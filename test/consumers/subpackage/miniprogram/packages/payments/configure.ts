import { configurePaymentHistory } from 'hydrogen-payment-history';
import { checkOut } from './check-out';
import { connection } from './connection';

// The app cannot require a module of a subpackage: its first page configures it.
configurePaymentHistory({ ...connection(), checkOut });
