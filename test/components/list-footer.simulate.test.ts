import { only, shown, tap, texts } from './support/dom';
import { mount } from './support/mount';

const COMPONENT = 'components/list-footer/list-footer';

describe('list-footer', () => {
  it('shows no text by default', () => {
    expect(texts(mount(COMPONENT).dom, 'footer')).toEqual(['']);
  });

  it('shows a spinner while more payments load', () => {
    const { dom } = mount(COMPONENT, { footer: 'loading', text: '正在加载更多' });
    expect(shown(dom, 'footer__loading')).toHaveLength(1);
    expect(texts(dom, 'footer')).toEqual(['正在加载更多']);
  });

  it('shows the end of the list', () => {
    const { dom } = mount(COMPONENT, { footer: 'end', text: '没有更多了' });
    expect(texts(dom, 'footer__end')).toEqual(['没有更多了']);
    expect(shown(dom, 'footer__loading')).toHaveLength(0);
  });

  it('shows an error with a button to retry', async () => {
    const failed = { footer: 'error', text: '加载失败：连不上网络', retryText: '重试' };
    const footer = mount(COMPONENT, failed);
    const retries = footer.events('retry');
    expect(texts(footer.dom, 'notice__title')).toEqual(['加载失败：连不上网络']);
    await tap(only(footer.dom, 'van-button'));
    expect(retries).toHaveLength(1);
  });

  it('shows a button to continue a search', async () => {
    const further = { footer: 'further', text: '找到 3 笔', retryText: '继续往前找' };
    const footer = mount(COMPONENT, further);
    const retries = footer.events('retry');
    expect(texts(footer.dom, 'notice__title')).toEqual(['找到 3 笔']);
    expect(texts(footer.dom, 'van-button__text')).toEqual(['继续往前找']);
    await tap(only(footer.dom, 'van-button'));
    expect(retries).toHaveLength(1);
  });

  it('is a polite live region', () => {
    expect(mount(COMPONENT).attributes('.footer')).toMatchObject({ ariaLive: 'polite' });
  });
});
