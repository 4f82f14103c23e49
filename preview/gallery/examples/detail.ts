import type { SummaryView } from '../../../miniprogram/components/payment-summary/payment-summary';
import type {
  StepTone,
  StepView,
} from '../../../miniprogram/components/payment-timeline/payment-timeline';
import type { RefundState } from '../../../miniprogram/domain/order';
import type { DetailTexts } from '../../../miniprogram/texts/page-types';
import type { Texts } from '../../../miniprogram/texts/texts';
import { namesIn, NOW, type Example, type Examples, type Setting } from './example';

const plain = (texts: Texts): SummaryView => ({
  gateway: 'weixin',
  mark: texts.mark.weixin,
  title: '手冲咖啡课程',
  symbol: '¥',
  digits: '398.00',
  status: 'success',
  statusText: texts.status.success,
});

const summaries = (texts: Texts): Example[] => {
  const states: Record<string, Partial<SummaryView>> = {
    'long texts': {
      title: '云南小粒咖啡豆 500g × 2，中深烘焙，手冲与意式均可，附赠滤纸 V60-02 100 张',
      digits: '1,234,567,890.12',
      refund: 'failed',
      refundText: texts.refund.failed,
    },
    'all fields are missing': {
      gateway: 'unknown',
      mark: texts.mark.unknown,
      title: texts.noDescription,
      symbol: '',
      digits: texts.unknownAmount,
      status: 'unknown',
      statusText: texts.status.unknown,
    },
  };
  const stages: Partial<SummaryView>[] = [
    ...namesIn(texts.status).map((status) => ({ status, statusText: texts.status[status] })),
    ...namesIn(texts.refund).map((refund) => ({ refund, refundText: texts.refund[refund] })),
  ];
  const methods = namesIn(texts.gateway);
  stages.forEach((stage, nth) => {
    const gateway = methods[nth % methods.length] ?? 'unknown';
    const name = stage.refund ? `refund ${stage.refund}` : stage.status;
    states[`${name}, by ${gateway}`] = { ...stage, gateway, mark: texts.mark[gateway] };
  });
  return Object.entries(states).map(([state, special]) => ({
    state,
    props: { summary: { ...plain(texts), ...special } },
  }));
};

const REFUND_TONES: Record<RefundState, StepTone> = {
  processing: 'waiting',
  success: 'partial',
  closed: 'open',
  abnormal: 'failed',
};

const eachRefund = (words: DetailTexts, state: RefundState): StepView => {
  const { title, note } = words.eachRefund[state];
  const parts = [words.time(NOW), words.refundTo('招商银行信用卡 0403'), note];
  return {
    key: state,
    tone: REFUND_TONES[state],
    title: `${title} ¥30.00`,
    note: parts.filter(Boolean).join(' · '),
  };
};

const timelines = (words: DetailTexts): Example[] => {
  const { stage, refund } = words;
  const created: StepView = {
    key: 'created',
    tone: 'done',
    title: words.created,
    note: words.time(NOW),
  };
  const paid: StepView = {
    key: 'stage',
    tone: 'done',
    title: stage.success.title,
    note: words.time(NOW),
  };
  const tones: Record<StepTone, readonly StepView[]> = {
    done: [paid],
    waiting: [{ key: 'stage', tone: 'waiting', ...stage.pending }],
    partial: [
      paid,
      { key: 'refund', tone: 'partial', ...refund.partial, note: words.refunded('¥100.00') },
    ],
    failed: [{ key: 'stage', tone: 'failed', ...stage.failed }],
    open: [{ key: 'stage', tone: 'open', ...stage.lapsed }],
  };
  const states = {
    ...tones,
    'unknown stage': [{ key: 'stage', tone: 'open', ...stage.unknown }],
    'partial refund of an unknown amount': [
      paid,
      { key: 'refund', tone: 'partial', ...refund.partial },
    ],
    'complete refund': [paid, { key: 'refund', tone: 'open', ...refund.complete }],
    'failed refund': [paid, { key: 'refund', tone: 'failed', ...refund.failed }],
    'each refund': [paid, ...namesIn(words.eachRefund).map((state) => eachRefund(words, state))],
    'unknown refund': [paid, { key: 'refund', tone: 'open', ...refund.unknown }],
  };
  return Object.entries(states).map(([state, steps]) => ({
    state,
    props: { steps: [created, ...steps] },
  }));
};

const facts = (texts: Texts): Example[] => {
  const words = texts.detail;
  const method = { label: words.method, value: texts.gateway.weixin };
  const number = (label: string, value: string) => ({
    label,
    value,
    copyLabel: words.copyOf(label),
  });
  const all = [
    method,
    { label: words.bank, value: `招商银行 ${words.card.credit}` },
    { label: words.discount, value: '-¥20.00' },
    { label: words.cash, value: '¥378.00' },
    number(words.tradeNo, 'BD8VZ3C9kYqkGbC2rxw9zJ0iVx7LQmTn'),
    number(words.transactionNo, '1000000000000000000000000001'),
    { label: words.goods, value: '便携磨豆机 · 曜石黑' },
    number(words.merchandise, '51903 / 5f0a1c2be4b0a7d3c8e91f42'),
  ];
  const copyText = words.copy;
  return [
    { state: 'all facts', props: { facts: all, copyText } },
    { state: 'nothing to copy', props: { facts: [method], copyText } },
  ];
};

const actions = ({ detail }: Texts): Example[] => {
  const receipt = { key: '', text: detail.receipt };
  const own = ['再次购买', '申请售后', '投诉商家或申请平台介入处理这笔订单'];
  const all = [receipt, ...own.map((text) => ({ key: text, text }))];
  return [
    { state: 'of the host app', props: { actions: all } },
    { state: 'the receipt alone', props: { actions: [receipt] } },
  ];
};

/** Components of the payment's page. */
export const detailExamples = ({ texts }: Setting): Examples => ({
  'payment-summary': summaries(texts),
  'payment-timeline': timelines(texts.detail),
  'fact-list': facts(texts),
  'action-list': actions(texts),
  'detail-skeleton': [{ state: 'on its way', props: { label: texts.detail.loading } }],
});
