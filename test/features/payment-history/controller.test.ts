import { paymentHistory } from '../../../miniprogram/configure';
import { createEvent } from '../../../miniprogram/core/event';
import { NO_FILTER } from '../../../miniprogram/features/payment-history/query/filter';
import { lastFilter } from '../../../miniprogram/features/payment-history/query/last-filter';
import { rowActionsOf } from '../../../miniprogram/features/payment-history/row-actions';
import { wireOrder, wireBody } from '../support/manual-requests';
import { order } from '../support/order';
import { NOON, NO_SNAPSHOT, SESSION, settle, startController } from '../support/controller';

const ANY_AMOUNT = { fromFen: null, toFen: null };

test('a part of the list near the end of the loaded rows is followed by the next page', async () => {
  const { controller, wire } = await startController();
  await wire.request(0).serve(60);
  controller.move({ top: 0, height: 844 });
  await settle();
  expect(wire.requests).toHaveLength(1);
  controller.move({ top: 20 * 76, height: 844 });
  await settle();
  expect(wire.requests).toHaveLength(2);
});

describe('another list', () => {
  it('starts with the menu closed and without a goal', async () => {
    const { controller, wire, last } = await startController();
    await wire.request(0).serve(20);
    controller.months.open('2026年11月');
    const { listId } = last();
    await controller.find({ what: 'search', text: 'order' });
    expect(last()).toMatchObject({ openMonth: null, goal: null });
    expect(last().listId).not.toBe(listId);
  });

  it('is not what a filter makes that is the same as before', async () => {
    const { controller, last } = await startController();
    const { listId } = last();
    await controller.find({
      what: 'apply',
      choices: { refund: '', gateway: '' },
      amount: ANY_AMOUNT,
    });
    expect(last().listId).toBe(listId);
  });
});

test('the menu of a list that became empty stays closed when the next payment comes', async () => {
  const { controller, wire, last } = await startController();
  await wire.request(0).serve(5);
  controller.months.open('2026年11月');
  expect(last().openMonth).toBe('2026年11月');
  for (const [nth, total] of [0, 5].entries()) {
    void controller.refresh();
    await settle();
    await wire.request(nth + 1).serve(total);
    expect(last().openMonth).toBeNull();
    expect(last().list.orders).toHaveLength(total);
  }
});

test('the time of the list is that of the snapshot until there is an answer', async () => {
  const at = NOON - 86_400_000;
  const snapshot = { ...NO_SNAPSHOT, orders: [order()], at };
  const { wire, states, last } = await startController({ snapshot });
  expect(states.map(({ readAt }) => readAt)).toEqual(states.map(() => at));
  await wire.request(0).answer(wireBody([wireOrder(0)]));
  expect(last().readAt).toBe(NOON);
});

test('the open list is emptied and read again when another user signs in', async () => {
  const users = createEvent();
  const session = { ...SESSION, user: () => 'a', onUserChange: users.subscribe };
  const { wire, last } = await startController({}, session);
  await wire.request(0).serve(5);
  expect(last().list.orders).toHaveLength(5);
  users.emit();
  expect(last().list.orders).toEqual([]);
  await settle();
  await wire.request(1).serve(2);
  expect(last().list.orders).toHaveLength(2);
});

test('the search and the filter of the former user end', async () => {
  const users = createEvent();
  const session = { ...SESSION, user: () => 'a', onUserChange: users.subscribe };
  const { controller, wire, last } = await startController({}, session);
  await wire.request(0).serve(5);
  await controller.find({ what: 'search', text: 'order' });
  expect(last().query.text).toBe('order');
  users.emit();
  expect(last().query).toMatchObject({ text: '', filter: NO_FILTER });
});

test('an answer that was on its way does not undo what was read since', async () => {
  const { controller, wire, last } = await startController();
  await wire.request(0).serve(5);
  const [first] = last().paging.items;
  if (!first) throw new Error('the list is empty');
  void controller.refresh();
  await settle();
  paymentHistory().orderCache.update({ ...first, refund: 'complete' });
  await wire.request(1).serve(5);
  expect(last().paging).toMatchObject({ phase: 'ready' });
  expect(last().paging.items[0]).toMatchObject({ key: first.key, refund: 'complete' });
});

test('what an earlier visit has hidden stays hidden while the session is asked', async () => {
  const kept = { owner: 'https://history.example client a', isHidden: true };
  const getStorageSync = (key: string) => (/expired/.test(key) ? kept : '');
  Object.assign(globalThis, { wx: { getStorageSync } });
  try {
    let name: () => void = () => undefined;
    const identify = () => new Promise<void>((resolve) => (name = resolve));
    const { last } = await startController({}, { ...SESSION, user: () => 'a', identify });
    name();
    await settle();
    paymentHistory().currentUser.ask();
    expect(paymentHistory().currentUser.isKnown).toBe(false);
    expect(last()).toMatchObject({ isVeiled: true, query: { hidesExpired: true } });
  } finally {
    Object.assign(globalThis, { wx: undefined });
  }
});

test('a filter is remembered where the app has set none', async () => {
  const paid = { ...NO_FILTER, tab: 'paid' } as const;
  for (const [preset, remembered] of [
    [paid, NO_FILTER],
    [null, { ...NO_FILTER, tab: 'pending' }],
  ] as const) {
    const { controller } = await startController({ preset });
    await controller.find({ what: 'tab', tab: 'pending' });
    expect(lastFilter(paymentHistory())).toEqual(remembered);
  }
});

test('a payment that was read for its own page changes its row, and the list keeps no details of it', async () => {
  const { wire, last } = await startController();
  await wire.request(0).serve(5);
  const [first] = last().paging.items;
  if (!first) throw new Error('the list is empty');
  const snapshot = { phone: 'PRIVATE' };
  paymentHistory().orderCache.update({ ...first, refund: 'complete', snapshot, wechat: null });
  expect(last().paging.items[0]).toMatchObject({ key: first.key, refund: 'complete' });
  expect(JSON.stringify(last())).not.toContain('PRIVATE');
});

describe('a jump to a month', () => {
  const landed = (controller: Awaited<ReturnType<typeof startController>>['controller']) => {
    const words: string[] = [];
    controller.months.onLanded((one) => void words.push(one));
    return words;
  };

  it('reads page by page, two at a time, until the list reaches the month', async () => {
    const { controller, wire, last, drawn } = await startController();
    const words = landed(controller);
    await wire.request(0).serve(95);
    controller.months.jumpTo({ year: 2026, month: 9 });
    drawn.emit();
    await settle();
    expect(last()).toMatchObject({ jump: { isShown: true }, openMonth: null, goal: null });
    for (let next = 1; last().jump; next += 1) {
      await wire.request(next).serve(95);
      drawn.emit();
      await settle();
    }
    expect(last().goal).toEqual({ month: '2026年9月' });
    expect(words).toEqual([]);
    expect(last().list.months.map(({ title }) => title)).toContain('2026年9月');
    expect(wire.requests.length).toBeLessThanOrEqual(5);
  });

  it('to a loaded month ends when the list is drawn, without the menu', async () => {
    const { controller, wire, states, last, drawn } = await startController();
    await wire.request(0).serve(60);
    const before = states.length;
    controller.months.jumpTo({ year: 2026, month: 11 });
    expect(last().goal).toBeNull();
    drawn.emit();
    expect(last().goal).toEqual({ month: '2026年11月' });
    expect(states.slice(before).some(({ jump }) => jump?.isShown)).toBe(false);
    expect(wire.requests).toHaveLength(1);
  });

  it('that begins before the first answer waits for it', async () => {
    const { controller, wire, last, drawn } = await startController();
    controller.months.jumpTo({ year: 2026, month: 11 });
    expect(last()).toMatchObject({ goal: null, jump: { isShown: false } });
    await wire.request(0).serve(20);
    drawn.emit();
    expect(last().goal).toEqual({ month: '2026年11月' });
  });

  it('does not end in the payments of an earlier visit', async () => {
    const old = order({ createdAt: Date.parse('2025-01-05T12:00:00+08:00') / 1000 });
    const snapshot = { ...NO_SNAPSHOT, orders: [old], at: NOON };
    const { controller, wire, last, drawn } = await startController({ snapshot });
    controller.months.jumpTo({ year: 2026, month: 11 });
    expect(last().goal).toBeNull();
    await wire.request(0).serve(20);
    drawn.emit();
    expect(last().goal).toEqual({ month: '2026年11月' });
  });

  it('reads nothing further when the person has stopped it', async () => {
    const { controller, wire, last, drawn } = await startController();
    await wire.request(0).serve(400);
    controller.months.jumpTo({ year: 2025, month: 12 });
    drawn.emit();
    await settle();
    controller.months.close();
    expect(last().jump).toBeNull();
    for (let next = 1; next < wire.requests.length; next += 1) {
      await wire.request(next).serve(400);
      drawn.emit();
      await settle();
    }
    expect(wire.requests.length).toBeLessThanOrEqual(4);
    expect(last().goal).toBeNull();
  });

  it('stays after a failure, and goes on when the request is repeated', async () => {
    const { controller, wire, last, drawn } = await startController();
    await wire.request(0).serve(60);
    controller.months.jumpTo({ year: 2026, month: 10 });
    drawn.emit();
    await settle();
    await wire.request(1).fail('request:fail');
    drawn.emit();
    expect(last()).toMatchObject({ jump: { isShown: true }, paging: { phase: 'append-failed' } });
    const failed = wire.requests.length;
    void controller.retry();
    await settle();
    for (let next = failed; last().jump; next += 1) {
      await wire.request(next).serve(60);
      drawn.emit();
      await settle();
    }
    expect(last().goal).toEqual({ month: '2026年10月' });
  });

  it('shows that requests wait for the limit per minute', async () => {
    const { controller, wire, last, drawn } = await startController({}, SESSION, 1);
    await wire.request(0).serve(400);
    expect(last().isWaiting).toBe(false);
    controller.months.jumpTo({ year: 2025, month: 12 });
    drawn.emit();
    await settle();
    expect(last()).toMatchObject({ isWaiting: true, jump: { isShown: true } });
    expect(wire.requests).toHaveLength(1);
  });

  it('ends with another list', async () => {
    const { controller, wire, last } = await startController();
    await wire.request(0).serve(60);
    controller.months.jumpTo({ year: 2025, month: 1 });
    await controller.find({ what: 'tab', tab: 'paid' });
    expect(last().jump).toBeNull();
  });

  it('to a month before all payments ends at the oldest month and says so', async () => {
    const { controller, wire, last, drawn } = await startController();
    const words = landed(controller);
    await wire.request(0).serve(15);
    controller.months.jumpTo({ year: 2020, month: 2 });
    // The page may be hidden: a toast would be shown on the page above it.
    expect(words).toEqual([]);
    drawn.emit();
    expect(last().goal).toEqual({ month: '2026年11月' });
    expect(words).toEqual(['2020年2月没有记录，最早的在2026年11月']);
  });

  it.each([
    ['a tab', { what: 'tab', tab: 'pending' }],
    ['a text', { what: 'search', text: 'nothing like it' }],
    ['an amount', { what: 'apply', choices: {}, amount: { fromFen: 1, toFen: 2 } }],
  ] as const)('of all payments leaves %s first', async (_what, request) => {
    const { controller, wire, last, drawn } = await startController();
    const words = landed(controller);
    await wire.request(0).serve(60);
    await controller.find(request);
    await settle();
    controller.goToMonth({ year: 2026, month: 11 });
    expect(last()).toMatchObject({
      query: { filter: NO_FILTER, text: '', amount: null },
      jump: { isShown: false },
    });
    await settle();
    drawn.emit();
    expect(last().goal).toEqual({ month: '2026年11月' });
    expect(words).toEqual([]);
  });

  it('takes the texts of a picker', async () => {
    const { controller, last } = await startController();
    controller.goToMonth({ year: '2026', month: '3' } as unknown as {
      year: number;
      month: number;
    });
    expect(last().jump?.target).toEqual({ year: 2026, month: 3 });
  });

  it.each([undefined, {}, { year: 2026 }, { year: 2026, month: 13 }, { year: 2026, month: 1.5 }])(
    'goes nowhere for %j, and the console says so',
    async (month) => {
      const reported = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const { controller, last } = await startController();
      const before = last();
      controller.goToMonth(month as unknown as { year: number; month: number });
      expect(last()).toBe(before);
      reported.mock.calls.forEach(([line]) =>
        expect(line).toContain('goToMonth is called without'),
      );
      reported.mockRestore();
    },
  );

  it('of all payments leaves the choice to hide expired ones', async () => {
    const { controller, last } = await startController({ hidesExpired: true });
    controller.goToMonth({ year: 2026, month: 11 });
    expect(last()).toMatchObject({ query: { hidesExpired: true }, jump: { isShown: false } });
  });
});

describe('an action of the host app', () => {
  const unpaid = wireOrder(0, { status: 'pending', paid_at: null });

  it.each([
    ['is sent while the payment has it', unpaid, { key: 'cancel', transactionNo: 'T0' }],
    ['is dropped when the payment has it no more', wireOrder(0), null],
  ])('%s', async (_what, later, sent) => {
    let choose: (chosen: { tapIndex: number }) => void = () => undefined;
    const showActionSheet = () => new Promise((answer) => void (choose = answer));
    Object.assign(globalThis, { wx: { showActionSheet } });
    const actions = rowActionsOf([{ key: 'cancel', text: '取消订单', when: ['pending'] }]);
    const created = { created_at: NOON / 1000 - 60 };
    const { controller, wire, last } = await startController({
      abilities: { canContinue: true, canOpen: true, actions },
    });
    await wire.request(0).answer(wireBody([{ ...unpaid, ...created }]));
    const chosen = controller.chooseAction(last().list.orders[0]?.key ?? '');
    void controller.refresh();
    await settle();
    await wire.request(1).answer(wireBody([{ ...later, ...created }]));
    choose({ tapIndex: 0 });
    const detail = await chosen;
    Reflect.deleteProperty(globalThis, 'wx');
    expect(detail && { key: detail.key, transactionNo: detail.transactionNo }).toEqual(
      sent && { ...sent, transactionNo: last().list.orders[0]?.transactionNo },
    );
  });
});
