import { settle } from '../../components/support/dom';
import { wireOrder, wirePage } from '../support/manual-requests';
import { openHistory, type ShownHistory } from '../support/history';

const phone = wx as unknown as Record<string, unknown>;
const { showToast } = phone;
let toasts: string[] = [];
beforeEach(() => {
  toasts = [];
  phone['showToast'] = ({ title }: { title: string }) => void toasts.push(title);
});
afterEach(() => void (phone['showToast'] = showToast));

/** Two payments are on screen, and a refresh is on its way. */
const refreshing = async (by?: 'pull') => {
  const history = openHistory();
  await settle();
  await history.request(0).answer(wirePage(1, 2, 2));
  const over = history.element.refresh(by);
  await settle();
  return { history, over };
};
const bring = (history: ShownHistory) =>
  history.request(1).answer({
    ...wirePage(0, 3, 3),
    objects: [wireOrder(0), wireOrder(1, { refund_status: 'complete' }), wireOrder(2)],
  });

describe('a refresh by pulling down', () => {
  it('shows the changes in a toast', async () => {
    const { history, over } = await refreshing('pull');
    await bring(history);
    await over;
    expect(toasts).toEqual(['1 笔新记录，1 笔有变化']);
  });

  it('shows no toast when it failed', async () => {
    const { history, over } = await refreshing('pull');
    await history.request(1).answer({}, 500);
    await over;
    expect(toasts).toEqual([]);
  });

  it('shows no toast on another page', async () => {
    const { history, over } = await refreshing('pull');
    history.setHidden(true);
    await bring(history);
    await over;
    expect(toasts).toEqual([]);
  });
});

it('a refresh by the app shows no toast', async () => {
  const { history, over } = await refreshing();
  await bring(history);
  await over;
  expect(toasts).toEqual([]);
});
