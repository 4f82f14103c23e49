/** The tags of the module, for TSX. */
declare namespace JSX {
  interface IntrinsicElements {
    'payment-history': { id: string; 'detail-page': string };
    'payment-detail': {
      id: string;
      'transaction-no': string;
      'trade-no': string;
      number: string;
    };
  }
}
