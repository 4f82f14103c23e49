import { settle } from '../components/support/dom';
import { mount } from '../components/support/mount';
import { configure } from './support/configure';
import { manualRequests, wireOrder, wireBody } from './support/manual-requests';

it('the statistics of a user who has left are gone from a hidden page at once', async () => {
  const wire = manualRequests(settle);
  let signIn = (): void => undefined;
  const session = {
    token: () => Promise.resolve('token'),
    drop: () => undefined,
    onUserChange: (call: () => void) => {
      signIn = call;
      return () => undefined;
    },
  };
  const statistics = mount('features/payment-statistics/payment-statistics', {}, () => {
    configure(wire.send, { session });
  });
  await settle();
  await wire.request(0).answer(wireBody([wireOrder(0, { total_cost: 987.65 })]));
  const sums = () => JSON.stringify(statistics.instance.data['cards']);
  expect(sums()).toContain('987.65');
  statistics.setHidden(true);
  signIn();
  expect(sums()).not.toContain('987.65');
  expect(statistics.instance.data).toMatchObject({ body: 'skeleton' });
  statistics.setHidden(false);
  await settle();
  await wire.request(1).answer(wireBody([wireOrder(0, { total_cost: 1.23 })]));
  expect(sums()).toContain('1.23');
});
