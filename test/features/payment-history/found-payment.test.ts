import { paymentHistory } from '../../../miniprogram/configure';
import { createEvent } from '../../../miniprogram/core/event';
import { SESSION, settle, startController } from '../support/controller';
import { wireOrder } from '../support/manual-requests';

const NUMBER = '4200002026112300001234567890';

describe('a payment that is found while the page is hidden', () => {
  async function found() {
    const users = createEvent();
    const session = { ...SESSION, user: () => 'a', onUserChange: users.subscribe };
    const started = await startController({}, session);
    const { controller, wire } = started;
    const opened: unknown[] = [];
    controller.onFound((payment) => opened.push(payment));
    await wire.request(0).serve(5);
    void controller.find({ what: 'search', text: NUMBER });
    await settle();
    controller.setHidden(true);
    await wire.request(1).answer(wireOrder(77, { transaction_no: NUMBER }));
    expect(opened).toEqual([]);
    return { ...started, users, opened };
  }

  it('is opened when the person is back, once', async () => {
    const { controller, opened } = await found();
    controller.setHidden(false);
    expect(opened).toEqual([{ transactionNo: NUMBER }]);
    controller.setHidden(true);
    controller.setHidden(false);
    expect(opened).toHaveLength(1);
  });

  it('is not opened for another user', async () => {
    const { controller, opened, users } = await found();
    users.emit();
    controller.setHidden(false);
    expect(opened).toEqual([]);
  });

  it('is not opened when the person comes back to see a month', async () => {
    const { controller, opened } = await found();
    controller.goToMonth({ year: 2026, month: 11 });
    controller.setHidden(false);
    expect(opened).toEqual([]);
  });

  it('is not opened before the session has said who the person is', async () => {
    const users = createEvent();
    let user = 'a';
    const names: (() => void)[] = [];
    const identify = () => new Promise<void>((resolve) => names.push(resolve));
    const session = { ...SESSION, user: () => user, identify, onUserChange: users.subscribe };
    const { controller, wire } = await startController({}, session);
    const opened: unknown[] = [];
    controller.onFound((payment) => opened.push(payment));
    names.splice(0).forEach((name) => name());
    await settle();
    await wire.request(0).serve(5);
    void controller.find({ what: 'search', text: NUMBER });
    await settle();
    controller.setHidden(true);
    await wire.request(1).answer(wireOrder(77, { transaction_no: NUMBER }));
    paymentHistory().currentUser.ask();
    controller.setHidden(false);
    expect(opened).toEqual([]);
    user = 'b';
    users.emit();
    names.splice(0).forEach((name) => name());
    await settle();
    expect(opened).toEqual([]);
  });

  it('is not dropped by the late answer of the search before', async () => {
    const { controller, wire } = await startController();
    const opened: unknown[] = [];
    controller.onFound((payment) => opened.push(payment));
    await wire.request(0).serve(5);
    void controller.find({ what: 'search', text: '4200002026112300000000000001' });
    void controller.find({ what: 'search', text: NUMBER });
    await settle();
    controller.setHidden(true);
    await wire.request(2).answer(wireOrder(77, { transaction_no: NUMBER }));
    await wire.request(1).answer({ error_msg: 'not found' }, 404);
    // It may be a trade number too.
    await wire.request(3).serve(0);
    controller.setHidden(false);
    expect(opened).toEqual([{ transactionNo: NUMBER }]);
  });
});
