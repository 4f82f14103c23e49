import { settle, texts } from '../../components/support/dom';
import { openHistory } from '../support/history';

test('the tabs of a history that is loaded to its end need no request', async () => {
  const history = openHistory();
  await settle();
  await history.request(0).serve(2);
  const choose = async (tab: string) => {
    const finding = history.element as unknown as { onFind(event: object): void };
    finding.onFind({ detail: { what: 'tab', tab } });
    await settle();
    await settle();
  };
  await choose('paid');
  expect(texts(history.dom, 'row__description')).toEqual(['order 0', 'order 1']);
  await choose('pending');
  expect(texts(history.dom, 'notice__title')).toEqual(['没有待支付的记录']);
  expect(history.requests).toHaveLength(1);
});
