/** The ways in which a request can fail; docs/service.md has the table. */
export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'cancelled'
  | 'unauthorized'
  | 'payment-required'
  | 'forbidden'
  | 'not-found'
  | 'invalid-request'
  | 'misconfigured'
  | 'rate-limited'
  | 'server'
  | 'malformed';
