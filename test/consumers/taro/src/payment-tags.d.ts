import type {
  ActionDetail,
  ContactDetail,
  ContinuePaymentDetail,
  OpenMonthDetail,
  OpenPaymentDetail,
  PaymentAction,
  RequestInvoiceDetail,
} from 'hydrogen-payment-history';
import type { ReactNode } from 'react';

type Handler<Detail> = (event: { readonly detail: Detail }) => void;

interface Tag {
  id?: string;
  children?: ReactNode;
  onOpenPayment?: Handler<OpenPaymentDetail>;
}

interface PaymentTag extends Tag {
  actions?: readonly PaymentAction[];
  'can-continue'?: boolean;
  onAction?: Handler<ActionDetail>;
  onContinuePayment?: Handler<ContinuePaymentDetail>;
}

interface HistoryTag extends PaymentTag {
  'detail-page'?: string;
  'can-open'?: boolean;
  'covered-top'?: number;
  'refresh-button'?: boolean;
  'hide-expired'?: boolean;
  scroller?: string;
  tab?: string;
  refund?: string;
  gateway?: string;
  'merchandise-record-id'?: string;
  'merchandise-schema-id'?: string;
}

interface DetailTag extends PaymentTag {
  'transaction-no'?: string;
  'trade-no'?: string;
  number?: string;
  invoice?: boolean;
  onContact?: Handler<ContactDetail>;
  onRequestInvoice?: Handler<RequestInvoiceDetail>;
}

interface StatisticsTag extends Tag {
  onOpenMonth?: Handler<OpenMonthDetail>;
}

/** The tags of the module, for TSX. */
declare global {
  namespace JSX {
    interface IntrinsicElements {
      'payment-history': HistoryTag;
      'payment-detail': DetailTag;
      'payment-statistics': StatisticsTag;
    }
  }
}
