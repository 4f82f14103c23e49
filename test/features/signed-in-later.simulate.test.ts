import { ApiError } from '../../miniprogram/services/api-error';
import { settle, texts } from '../components/support/dom';
import { openDetail } from './support/detail';
import { openHistory } from './support/history';
import { wireOrder } from './support/manual-requests';

/** A session whose user signs in on another page of the app. */
function signIn() {
  const state = { isSignedIn: false };
  const refused = new ApiError({ kind: 'unauthorized', method: 'GET', path: '/token/' });
  const session = {
    token: () => (state.isSignedIn ? Promise.resolve('token') : Promise.reject(refused)),
    drop: () => undefined,
  };
  return { state, session };
}

it('the history reads again when the person comes back signed in, however soon', async () => {
  const { state, session } = signIn();
  const history = openHistory({ session });
  await settle();
  expect(texts(history.dom, 'notice__title')).toEqual(['登录已失效']);
  history.setHidden(true);
  state.isSignedIn = true;
  history.setHidden(false);
  await settle();
  await history.request(0).serve(2);
  expect(texts(history.dom, 'row__description')).toEqual(['order 0', 'order 1']);
});

it('the page of a payment reads again too', async () => {
  const { state, session } = signIn();
  const detail = openDetail({ properties: { transactionNo: 'T0' }, settings: { session } });
  await settle();
  expect(texts(detail.dom, 'notice__title')).toEqual(['登录已失效']);
  detail.setHidden(true);
  state.isSignedIn = true;
  detail.setHidden(false);
  await settle();
  await detail.request(0).answer(wireOrder(0));
  expect(texts(detail.dom, 'summary__title')).toEqual(['order 0']);
});
