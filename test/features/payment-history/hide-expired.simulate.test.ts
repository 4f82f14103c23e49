import { only, settle, tap, texts } from '../../components/support/dom';
import { mount } from '../../components/support/mount';
import { configure } from '../support/configure';
import { manualRequests, wireBody, wireOrder } from '../support/manual-requests';

const FEATURE = 'features/payment-history/payment-history';

/** A history whose only unpaid payment has expired. */
async function open(properties: Record<string, unknown>) {
  const wire = manualRequests(settle);
  const { dom } = mount(FEATURE, properties, () => configure(wire.send, {}));
  await settle();
  const expired = wireOrder(1, { status: 'pending', paid_at: null });
  await wire.request(0).answer(wireBody([wireOrder(0), expired, wireOrder(2)]));
  return dom;
}

describe('the property hide-expired', () => {
  it('hides expired payments from the start, and one tap shows them', async () => {
    const dom = await open({ hideExpired: true });
    expect(texts(dom, 'row__description')).toEqual(['order 0', 'order 2']);
    expect(texts(dom, 'chips__chip')).toEqual(['已隐藏过期未支付']);
    await tap(only(dom, 'chips__target'));
    expect(texts(dom, 'row__description')).toEqual(['order 0', 'order 1', 'order 2']);
  });

  it('hides nothing by default', async () => {
    const dom = await open({});
    expect(texts(dom, 'row__description')).toEqual(['order 0', 'order 1', 'order 2']);
  });
});
