import { settle, shown, texts } from '../../components/support/dom';
import { openHistory, type ShownHistory } from '../support/history';
import { wirePage } from '../support/manual-requests';

const banner = ({ dom }: ShownHistory) => texts(dom, 'offline__text');
const rows = ({ dom }: ShownHistory) => texts(dom, 'row__description');

/** The history on a phone whose network the test switches. */
async function openOnPhone() {
  let tell: (isConnected: boolean) => void = () => undefined;
  const history = openHistory({
    platform: { onNetwork: (listener) => (tell = listener) },
  });
  await settle();
  const connect = async (isConnected: boolean) => {
    tell(isConnected);
    await settle();
  };
  return { history, connect };
}

describe('a phone without network', () => {
  it('shows the banner with the time of the list until the network is back', async () => {
    const { history, connect } = await openOnPhone();
    await history.request(0).serve(2);
    expect(banner(history)).toEqual([]);
    await connect(false);
    expect(banner(history)).toEqual(['离线，内容更新于今天 12:00']);
    expect(rows(history)).toEqual(['order 0', 'order 1']);
    await connect(true);
    expect(banner(history)).toEqual([]);
    expect(history.requests).toHaveLength(1);
  });

  it('loads by itself, once, when the network is back', async () => {
    const { history, connect } = await openOnPhone();
    await connect(false);
    await history.request(0).fail('request:fail');
    expect(banner(history)).toEqual(['离线，连上网络后会自动加载']);
    expect(texts(history.dom, 'notice__title')).toEqual(['连不上网络']);
    await connect(true);
    expect(shown(history.dom, 'skeleton__row')).toHaveLength(9);
    await history.request(1).fail('request:fail');
    expect(history.requests).toHaveLength(2);
    expect(texts(history.dom, 'notice__title')).toEqual(['连不上网络']);
  });

  it('refreshes by itself after a failed refresh, and shows the failure once', async () => {
    const { history, connect } = await openOnPhone();
    await history.request(0).serve(2);
    await connect(false);
    void history.element.refresh();
    await settle();
    await history.request(1).fail('request:fail');
    expect(shown(history.dom, 'notice')).toHaveLength(0);
    expect(banner(history)).toHaveLength(1);
    await connect(true);
    await history.request(2).answer(wirePage(0, 3, 3));
    expect(rows(history)).toHaveLength(3);
    expect(banner(history)).toEqual([]);
  });

  it('requests nothing after the page was left', async () => {
    const { history, connect } = await openOnPhone();
    await connect(false);
    await history.request(0).fail('request:fail');
    history.leave();
    await connect(true);
    expect(history.requests).toHaveLength(1);
  });
});
