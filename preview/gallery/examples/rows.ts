import type { ChunkRow } from '../../../miniprogram/components/payment-chunk/payment-chunk';
import type { RowView } from '../../../miniprogram/components/payment-row/payment-row';
import { rowWords } from '../../../miniprogram/features/shared/row-model';
import type { Texts } from '../../../miniprogram/texts/texts';
import { namesIn, NOW, type Example, type Examples, type Setting } from './example';

const LONG = '云南小粒咖啡豆 500g × 2，中深烘焙，手冲与意式均可';

const badges = (texts: Texts): Examples => ({
  'status-badge': namesIn(texts.status).map((status) => ({
    state: status,
    props: { status, text: texts.status[status] },
  })),
  'refund-badge': namesIn(texts.refund).map((refund) => ({
    state: refund,
    props: { refund, text: texts.refund[refund] },
  })),
});

const plain = (texts: Texts): RowView => ({
  key: '1',
  gateway: 'weixin',
  title: '手冲咖啡课程',
  time: texts.time({ ...NOW, day: 20, hour: 9, minute: 41 }, NOW),
  amount: '¥398.00',
});

/** Properties of a row that differ from the plain one, by state. */
const rowStates = (texts: Texts): Record<string, Partial<RowView>> => {
  const today = texts.time({ ...NOW, hour: 15, minute: 48 }, NOW);
  const states: Record<string, Partial<RowView>> = {
    paid: {},
    'pending, to be paid': { status: 'pending', pay: 'open', time: today },
    'pending, being paid': { status: 'pending', pay: 'busy', time: today },
    'pending, too old to be paid': { status: 'pending', statusText: texts.lapsed },
    failed: { status: 'failed' },
    'with actions of the host app': { more: true },
    'pending, with actions': { status: 'pending', pay: 'open', time: today, more: true },
    unknown: { status: 'unknown' },
    'a status that the module does not know': { status: 'unknown', statusText: 'ON_HOLD' },
    'long description, large amount': { title: LONG, amount: '¥1,234,567.89', refund: 'failed' },
    'a refund of a known amount': { refund: 'partial', refundText: texts.refunded('¥30.00') },
    'large amounts': {
      title: LONG,
      amount: '¥1,234,567.89',
      refund: 'partial',
      refundText: texts.refunded('KWD 123,456.789'),
    },
    'all fields are missing': {
      status: 'unknown',
      title: texts.noDescription,
      time: texts.unknownTime,
      amount: texts.unknownAmount,
    },
    'another year, another currency': {
      time: texts.time({ ...NOW, year: 2024, month: 12, day: 31 }, NOW),
      amount: 'US$128.00',
    },
  };
  for (const refund of namesIn(texts.refund)) states[`refund ${refund}`] = { refund };
  for (const gateway of namesIn(texts.gateway)) states[`by ${gateway}`] = { gateway };
  return states;
};

const chunks = ({ texts, measures }: Setting): Example[] => {
  const { heights, stacked } = measures;
  const row = plain(texts);
  const rows: ChunkRow[] = [
    {
      ...row,
      month: {
        title: texts.month(2026, 11),
        count: `${texts.count(2)} · ${texts.net('¥398.00', false, true)}`,
        height: heights.header + 2 * heights.row,
      },
      status: 'pending',
      pay: 'open',
    },
    { ...row, key: '2', ends: true },
    {
      ...row,
      key: '3',
      month: {
        title: texts.month(2026, 10),
        count: `${texts.loadedCount(1)} · ${texts.net('¥0.00', false, false)}`,
        height: heights.header + heights.row,
      },
      ends: true,
      refund: 'complete',
    },
  ];
  const words = { ...rowWords(texts), openMonths: texts.months.open };
  return [
    {
      state: 'the end of a month and another',
      props: { chunk: { top: 0, rows }, words, stacked, inert: false },
    },
  ];
};

/** Payments in the list, and their badges. */
export const rowExamples = (setting: Setting): Examples => {
  const { texts, measures } = setting;
  const shared = { words: rowWords(texts), stacked: measures.stacked, inert: false };
  return {
    ...badges(texts),
    'payment-row': Object.entries(rowStates(texts)).map(([state, special]) => ({
      state,
      props: { row: { ...plain(texts), ...special }, ...shared },
    })),
    'payment-chunk': chunks(setting),
  };
};
