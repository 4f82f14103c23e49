import { paymentHistory, type PaymentHistory } from '../../configure';

/** A tag, which keeps the module as it was configured when the tag was attached: a page may configure it again. */
export interface ModuleHolder {
  module?: PaymentHistory;
}

/** The module of a tag. @throws Error when none is configured. */
export function moduleOf(tag: ModuleHolder): PaymentHistory {
  return (tag.module ??= paymentHistory());
}
