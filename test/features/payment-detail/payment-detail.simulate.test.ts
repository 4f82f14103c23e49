import type { CustomerService } from '../../../miniprogram/configure';
import { only, settle, shown, tap, texts } from '../../components/support/dom';
import { order } from '../support/order';
import { openDetail } from '../support/detail';
import { wireOrder, wirePage } from '../support/manual-requests';

const byTransaction = { properties: { transactionNo: 'T0' } };
const phase = ({ instance }: ReturnType<typeof openDetail>) => instance.data['phase'];

describe('a payment that is not in the order cache', () => {
  it('has the shape of a payment until it is there', async () => {
    const detail = openDetail(byTransaction);
    await settle();
    expect(phase(detail)).toBe('loading');
    expect(shown(detail.dom, 'skeleton')).toHaveLength(1);
    expect(shown(detail.dom, 'detail__action')).toHaveLength(0);
    await detail.request(0).answer(wireOrder(0, { refund_status: 'partial' }));
    expect(phase(detail)).toBe('ready');
    expect(shown(detail.dom, 'skeleton')).toHaveLength(0);
    expect(texts(detail.dom, 'summary__amount')).toEqual(['¥1.00']);
    expect(texts(detail.dom, 'timeline__title')).toEqual([
      '提交订单',
      '支付成功',
      '商家已部分退款',
    ]);
    expect(texts(detail.dom, 'facts__label')).toEqual(['支付方式', '订单号', '流水号']);
    expect(texts(detail.dom, 'detail__action')).toEqual(['联系客服']);
  });

  it('is read by the trade number when there is no transaction number', async () => {
    const detail = openDetail({ properties: { transactionNo: '', tradeNo: 'M0' } });
    await settle();
    expect(detail.request(0).query).toMatchObject({ trade_no: 'M0' });
    await detail.request(0).answer({ meta: { limit: 20 }, objects: [wireOrder(0)] });
    expect(texts(detail.dom, 'summary__title')).toEqual(['order 0']);
  });

  it('shows a failure with advice, and a retry reads it', async () => {
    const detail = openDetail(byTransaction);
    await settle();
    await detail.request(0).fail('request:fail net::ERR_INTERNET_DISCONNECTED');
    expect(phase(detail)).toBe('failed');
    expect(texts(detail.dom, 'notice__title')).toEqual(['连不上网络']);
    await tap(only(detail.dom, 'van-button'));
    await detail.request(1).answer(wireOrder(0));
    expect(phase(detail)).toBe('ready');
    expect(shown(detail.dom, 'notice')).toHaveLength(0);
  });

  it('that is not found has a notice and the button for customer service', async () => {
    const detail = openDetail(byTransaction);
    await settle();
    await detail.request(0).answer({ error_msg: 'not found' }, 404);
    await detail.request(1).answer(wirePage(0, 0, 0));
    expect(phase(detail)).toBe('not-found');
    expect(texts(detail.dom, 'notice__title')).toEqual(['找不到这笔支付']);
    expect(texts(detail.dom, 'detail__action')).toEqual(['联系客服']);
    expect(detail.attributes('.detail__action')).toMatchObject({
      openType: 'contact',
      sessionFrom: 'T0',
    });
  });

  it('is not found without a number, without a request', async () => {
    const detail = openDetail({ properties: {} });
    await settle();
    expect(texts(detail.dom, 'notice__title')).toEqual(['找不到这笔支付']);
    expect(shown(detail.dom, 'van-button')).toHaveLength(0);
    expect(detail.requests).toHaveLength(0);
  });

  it('is in the language of the module', async () => {
    const detail = openDetail({ ...byTransaction, language: 'en' });
    await settle();
    await detail.request(0).answer(wireOrder(0));
    expect(texts(detail.dom, 'timeline__title')).toEqual(['Ordered', 'Paid']);
    expect(texts(detail.dom, 'facts__copy')).toEqual(['Copy', 'Copy']);
  });
});

describe('the services of a payment', () => {
  const actions = [
    { key: 'buy', text: '再次购买', when: ['success', 'refunded'] },
    { key: 'cancel', text: '取消订单', when: ['pending'] },
    { key: 'complain', text: '投诉' },
  ];
  const services = ({ dom }: ReturnType<typeof openDetail>) => texts(dom, 'actions__action');

  it('are the receipt, and the actions of the host app for its state', async () => {
    const detail = openDetail({ properties: { transactionNo: 'T0', actions } });
    await settle();
    expect(services(detail)).toEqual([]);
    await detail.request(0).answer(wireOrder(0));
    expect(services(detail)).toEqual(['复制支付信息', '再次购买', '投诉']);
    const events = detail.events('action');
    const [, buy] = shown(detail.dom, 'actions__action');
    if (buy) await tap(buy);
    expect(events).toEqual([{ key: 'buy', transactionNo: 'T0', tradeNo: 'M0' }]);
  });

  it('follow the property', async () => {
    const detail = openDetail({ properties: { transactionNo: 'T0', actions: [] } });
    await settle();
    await detail.request(0).answer(wireOrder(0));
    expect(services(detail)).toEqual(['复制支付信息']);
    detail.set({ actions });
    await settle();
    expect(services(detail)).toEqual(['复制支付信息', '再次购买', '投诉']);
  });

  it('copy what the page shows as text', async () => {
    const copied: string[] = [];
    Object.assign(wx, {
      setClipboardData: ({ data }: { data: string }) => void copied.push(data),
    });
    const detail = openDetail(byTransaction);
    await settle();
    await detail.request(0).answer(wireOrder(0, { refund_status: 'partial' }));
    await tap(only(detail.dom, 'actions__action'));
    const [text = ''] = copied;
    expect(text.split('\n').slice(0, 3)).toEqual([
      '支付详情',
      'order 0',
      '¥1.00 已支付 · 部分退款',
    ]);
    expect(text).toContain('商家已部分退款：金额以商家退款通知为准，原路退回');
    expect(text).toContain('流水号：T0');
  });
});

describe('the button for customer service', () => {
  const open = async (customerService: CustomerService) => {
    const detail = openDetail({ ...byTransaction, settings: { customerService } });
    await settle();
    await detail.request(0).answer(wireOrder(0));
    return detail;
  };

  it('is missing where the app has none', async () => {
    const detail = await open('none');
    expect(texts(detail.dom, 'detail__action')).toEqual([]);
  });

  it('sends an event with the numbers', async () => {
    const detail = await open('event');
    const events = detail.events('contact');
    expect(detail.attributes('.detail__action')).toMatchObject({ openType: '' });
    await tap(only(detail.dom, 'detail__action'));
    expect(events).toEqual([{ transactionNo: 'T0', tradeNo: 'M0' }]);
  });

  it('opens WeCom, and says when WeChat fails or cannot, but not when the person cancels', async () => {
    const reasons = ['system error', 'cancel'];
    const opened: unknown[] = [];
    const toasts: unknown[] = [];
    Object.assign(wx, {
      showToast: ({ title }: { title: string }) => void toasts.push(title),
      openCustomerServiceChat: ({ fail, ...options }: { fail: (error: object) => void }) => {
        opened.push(options);
        fail({ errMsg: `openCustomerServiceChat:fail ${reasons.shift()}` });
      },
    });
    const detail = await open({ corpId: 'ww1', url: 'https://work.weixin.qq.com/kfid/1' });
    await tap(only(detail.dom, 'detail__action'));
    const extInfo = { url: 'https://work.weixin.qq.com/kfid/1' };
    expect(opened).toEqual([{ corpId: 'ww1', extInfo }]);
    expect(toasts).toEqual(['暂时打不开客服，请稍后再试']);
    await tap(only(detail.dom, 'detail__action'));
    expect(opened).toHaveLength(2);
    expect(toasts).toHaveLength(1);
    Object.assign(wx, { openCustomerServiceChat: undefined });
    await tap(only(detail.dom, 'detail__action'));
    expect(toasts).toHaveLength(2);
  });

  it('gives WeChat at most 1000 bytes', async () => {
    const detail = openDetail({ properties: { transactionNo: '单'.repeat(2000) } });
    await settle();
    await detail.request(0).answer({ error_msg: 'not found' }, 404);
    await detail.request(1).answer(wirePage(0, 0, 0));
    const { sessionFrom } = detail.attributes('.detail__action');
    expect(Buffer.byteLength(String(sessionFrom))).toBe(999);
  });
});

describe('a payment that is in the order cache', () => {
  const known = [order({ transactionNo: 'T0', description: '手冲咖啡课程' })];

  it('is shown before the answer, and as the answer has it afterwards', async () => {
    const detail = openDetail({ ...byTransaction, known });
    expect(texts(detail.dom, 'summary__title')).toEqual(['手冲咖啡课程']);
    expect(shown(detail.dom, 'skeleton')).toHaveLength(0);
    await settle();
    await detail.request(0).answer(wireOrder(0, { merchandise_description: '改过了' }));
    expect(texts(detail.dom, 'summary__title')).toEqual(['改过了']);
  });

  it('stays when it cannot be read, with a notice', async () => {
    const detail = openDetail({ ...byTransaction, known });
    await settle();
    await detail.request(0).answer({}, 500);
    expect(phase(detail)).toBe('refresh-failed');
    expect(texts(detail.dom, 'notice__title')).toEqual(['刷新失败：服务暂时异常']);
    expect(texts(detail.dom, 'summary__title')).toEqual(['手冲咖啡课程']);
  });

  it('leaves the screen when it is no longer found', async () => {
    const detail = openDetail({ ...byTransaction, known });
    await settle();
    await detail.request(0).answer({}, 404);
    await detail.request(1).answer(wirePage(0, 0, 0));
    expect(texts(detail.dom, 'summary__title')).toEqual([]);
    expect(texts(detail.dom, 'notice__title')).toEqual(['找不到这笔支付']);
  });

  it('is replaced by another one', async () => {
    const detail = openDetail({ ...byTransaction, known });
    detail.set({ transactionNo: 'T5' });
    await settle();
    expect(texts(detail.dom, 'summary__title')).toEqual([]);
    await detail.request(detail.requests.length - 1).answer(wireOrder(5));
    expect(texts(detail.dom, 'summary__title')).toEqual(['order 5']);
  });
});

describe('an invoice', () => {
  it('can be requested where the app offers it', async () => {
    const detail = openDetail({ properties: { transactionNo: 'T0', invoice: true } });
    const requests = detail.events('request-invoice');
    await settle();
    await detail.request(0).answer(wireOrder(0));
    await tap(only(detail.dom, 'detail__action--invoice'));
    expect(requests).toEqual([{ transactionNo: 'T0', tradeNo: 'M0' }]);
  });

  it('is not offered for an unpaid payment', async () => {
    const detail = openDetail({ properties: { transactionNo: 'T0', invoice: true } });
    await settle();
    await detail.request(0).answer(wireOrder(0, { status: 'pending', paid_at: null }));
    expect(shown(detail.dom, 'detail__action--invoice')).toHaveLength(0);
  });
});
