import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const PLACE = 'components/list-footer/list-footer';

describe('list-footer', () => {
  it('says nothing by itself', () => {
    expect(texts(mount(PLACE).dom, 'footer')).toEqual(['']);
  });

  it('turns a spinner while more is on its way', () => {
    const { dom } = mount(PLACE, { footer: 'loading', text: '正在加载更多' });
    expect(shown(dom, 'van-loading__spinner')).toHaveLength(1);
    expect(texts(dom, 'footer')).toEqual(['正在加载更多']);
  });

  it('says when this was all', () => {
    const { dom } = mount(PLACE, { footer: 'end', text: '没有更多了' });
    expect(texts(dom, 'footer__end')).toEqual(['没有更多了']);
    expect(shown(dom, 'van-loading')).toHaveLength(0);
  });

  it('says what failed and offers to try again', async () => {
    const failed = { footer: 'error', text: '加载失败：连不上网络', retryText: '重试' };
    const footer = mount(PLACE, failed);
    const retries = footer.events('retry');
    expect(texts(footer.dom, 'notice__title')).toEqual(['加载失败：连不上网络']);
    await tap(only(footer.dom, 'van-button'));
    expect(retries).toHaveLength(1);
  });

  it('leaves it to the person whether more comes', async () => {
    const further = { footer: 'further', text: '找到 3 笔', retryText: '继续往前找' };
    const footer = mount(PLACE, further);
    const asked = footer.events('retry');
    expect(texts(footer.dom, 'notice__title')).toEqual(['找到 3 笔']);
    expect(texts(footer.dom, 'van-button__text')).toEqual(['继续往前找']);
    await tap(only(footer.dom, 'van-button'));
    expect(asked).toHaveLength(1);
  });

  it('lets a screen reader hear it change', () => {
    expect(mount(PLACE).attributes('.footer')).toMatchObject({ ariaLive: 'polite' });
  });
});
