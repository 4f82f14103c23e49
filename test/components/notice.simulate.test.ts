import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/notice/notice';
const error = { title: '连不上网络', advice: '请检查网络后重试', action: '重试' };

describe('notice', () => {
  it('fills a page with what happened, what to do and a button', () => {
    const { dom } = mount(PLACE, error);
    expect(shown(dom, 'notice--page')).toHaveLength(1);
    expect(shown(dom, 'notice__mark--error')).toHaveLength(1);
    expect(texts(dom, 'notice__title')).toEqual(['连不上网络']);
    expect(texts(dom, 'notice__advice')).toEqual(['请检查网络后重试']);
    expect(texts(dom, 'van-button__text')).toEqual(['重试']);
  });

  it('stands in a line without a mark', () => {
    const { dom } = mount(PLACE, { ...error, layout: 'inline' });
    expect(shown(dom, 'notice--inline')).toHaveLength(1);
    expect(shown(dom, 'notice__mark')).toHaveLength(0);
  });

  it('has no button without an action, and no advice when there is none', () => {
    const { dom } = mount(PLACE, { title: '还没有支付记录', tone: 'empty' });
    expect(shown(dom, 'notice__mark--empty')).toHaveLength(1);
    expect(shown(dom, 'notice__advice')).toHaveLength(0);
    expect(shown(dom, 'van-button')).toHaveLength(0);
  });

  it.each(['van-button', 'notice__action'])('acts once on a tap on its %s', async (target) => {
    const notice = mount(PLACE, error);
    const actions = notice.events('action');
    await tap(only(notice.dom, target));
    expect(actions).toHaveLength(1);
  });
});
