import type { Texts } from '../../texts/texts';
import type { PaymentView } from './detail-view';

/** What the page shows of a payment, as lines of text. */
export function receiptOf({ summary, steps, facts }: PaymentView, { detail }: Texts): string {
  const { symbol, digits, statusText, refundText } = summary;
  const stages = [statusText, refundText].filter(Boolean).join(' · ');
  const lines = [
    ...[detail.title, summary.title, `${symbol}${digits} ${stages}`],
    ...steps.map(({ title, note }) => (note ? detail.line(title, note) : title)),
    ...facts.map(({ label, value }) => detail.line(label, value)),
  ];
  return lines.join('\n');
}
