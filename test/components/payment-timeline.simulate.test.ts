import { shown, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/payment-timeline/payment-timeline';

describe('payment-timeline', () => {
  it('shows each step with its note, in order', () => {
    const steps = [
      { key: 'created', tone: 'done', title: '提交订单', note: '2026年11月18日 20:46:58' },
      { key: 'refund', tone: 'failed', title: '退款失败', note: '款项没有退回，请联系商家' },
    ];
    const { dom } = mount(COMPONENT, { steps });
    expect(texts(dom, 'timeline__title')).toEqual(['提交订单', '退款失败']);
    expect(texts(dom, 'timeline__note')).toEqual(steps.map(({ note }) => note));
    expect(shown(dom, 'timeline__dot--done')).toHaveLength(1);
    expect(shown(dom, 'timeline__dot--failed')).toHaveLength(1);
  });
});
