import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/notice/notice';
const error = { title: '连不上网络', advice: '请检查网络后重试', action: '重试' };

describe('notice', () => {
  it('shows mark, title, advice and button in the page layout', () => {
    const { dom } = mount(COMPONENT, error);
    expect(shown(dom, 'notice--page')).toHaveLength(1);
    expect(shown(dom, 'notice__mark--error')).toHaveLength(1);
    expect(texts(dom, 'notice__title')).toEqual(['连不上网络']);
    expect(texts(dom, 'notice__advice')).toEqual(['请检查网络后重试']);
    expect(texts(dom, 'van-button__text')).toEqual(['重试']);
  });

  it('shows no mark in the inline layout', () => {
    const { dom } = mount(COMPONENT, { ...error, layout: 'inline' });
    expect(shown(dom, 'notice--inline')).toHaveLength(1);
    expect(shown(dom, 'notice__mark')).toHaveLength(0);
  });

  it('shows no button without an action and no line without advice', () => {
    const { dom } = mount(COMPONENT, { title: '还没有支付记录', tone: 'empty' });
    expect(shown(dom, 'notice__mark--empty')).toHaveLength(1);
    expect(shown(dom, 'notice__advice')).toHaveLength(0);
    expect(shown(dom, 'van-button')).toHaveLength(0);
  });

  it.each(['van-button', 'notice__action'])('sends action once for a tap on %s', async (target) => {
    const notice = mount(COMPONENT, error);
    const actions = notice.events('action');
    await tap(only(notice.dom, target));
    expect(actions).toHaveLength(1);
  });
});
