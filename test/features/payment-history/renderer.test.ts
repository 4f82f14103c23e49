import { createLayOut } from '../../../miniprogram/features/payment-history/list-layout';
import type { RowsView } from '../../../miniprogram/features/payment-history/view/visible-rows';
import { HEIGHTS, historyState } from '../support/history-state';
import { keyOf, numbered, numberedOrders } from '../support/numbered-orders';
import { JULY, listed, PLACE, start, toJuly, type Renderer, texts } from '../support/renderer';
test('a measurement that WeChat never answers keeps no state from being drawn', async () => {
  const { renderer, become, view, measure, loseAnswer } = start(PLACE);
  become(listed(10));
  await loseAnswer();
  expect(view().height).toBe(10 * 76 + 44);
  renderer.setHidden(true);
  renderer.setHidden(false);
  become(listed(5));
  await measure();
  await measure();
  expect(view().height).toBe(5 * 76 + 44);
});

describe('going to a month', () => {
  it('draws its rows and scrolls its header to the top, in one step', async () => {
    const { render, view, diffs, scrolls, measure } = start(PLACE);
    render(toJuly());
    await measure();
    expect(diffs).toHaveLength(1);
    expect(scrolls).toEqual([120 + JULY]);
    expect(view().from).toBeLessThanOrEqual(JULY);
    expect(view().to).toBeGreaterThan(JULY + 844);
  });

  it('leaves the header visible below the banner', async () => {
    const { render, scrolls, measure } = start({ ...PLACE, covered: 34 });
    render(toJuly());
    await measure();
    expect(scrolls).toEqual([120 + JULY - 34]);
  });

  it('closes the menu in the same step', async () => {
    const { render, diffs, measure } = start(PLACE);
    render({ openMonth: '2026年11月' });
    expect(diffs.map((diff) => Object.keys(diff))).toEqual([['menu']]);
    render({ ...toJuly(), openMonth: null });
    await measure();
    expect(diffs).toHaveLength(2);
    expect(diffs[1]?.['menu']).toBeNull();
  });

  it('happens once', async () => {
    const { render, scrolls, drawn, waiting, measure } = start(PLACE);
    render(toJuly());
    await measure();
    render({});
    expect([scrolls, drawn(), waiting()]).toEqual([[120 + JULY], 2, 0]);
  });

  it.each([
    ['hidden', (renderer: Renderer) => renderer.setHidden(true)],
    ['left', (renderer: Renderer) => renderer.dispose()],
  ])('scrolls no other page when its own is %s while it is drawn', async (_name, change) => {
    const { renderer, render, scrolls, measure, slowDown } = start(PLACE);
    const report = slowDown();
    render(toJuly());
    await measure();
    change(renderer);
    await report();
    expect(scrolls).toEqual([]);
  });

  it('scrolls its own page once that is back', async () => {
    const { renderer, render, scrolls, measure, slowDown } = start(PLACE);
    const report = slowDown();
    render(toJuly());
    await measure();
    renderer.setHidden(true);
    await report();
    renderer.setHidden(false);
    expect(scrolls).toEqual([120 + JULY]);
    renderer.setHidden(true);
    renderer.setHidden(false);
    expect(scrolls).toHaveLength(1);
  });

  it('is not lost while the screen is measured for something else', async () => {
    const { render, become, scrolls, measure } = start(PLACE);
    become(listed(4000));
    render(toJuly());
    await measure();
    expect(scrolls).toEqual([120 + JULY]);
  });

  it('draws nothing again when the month is seen, and the rows at the top when these are', async () => {
    const { renderer, render, view, diffs, measure } = start(PLACE);
    renderer.move({ top: 0, height: 844 });
    render(toJuly());
    await measure();
    diffs.length = 0;
    renderer.move({ top: JULY, height: 844 });
    expect(diffs).toEqual([]);
    renderer.move({ top: 0, height: 844 });
    expect(view().from).toBe(0);
  });

  it('comes after the top of another list, which is below content of the host', async () => {
    const { renderer, render, scrolls, waiting, measure, slowDown } = start(PLACE);
    void renderer.locate();
    await measure();
    const report = slowDown();
    render({ list: createLayOut(texts)(listed(4000), HEIGHTS), listId: 2 });
    render(toJuly());
    expect(waiting()).toBe(0);
    await report();
    await measure();
    await measure();
    await report();
    const top = PLACE.scrollTop - PLACE.top;
    expect(scrolls).toEqual([top, top + JULY]);
  });

  it('is not scrolled to in another list, also where it is reported after that', async () => {
    const atTop = { top: -60, height: 844, scrollTop: 60, covered: 0 };
    const { renderer, render, scrolls, measure, slowDown } = start(atTop);
    void renderer.locate();
    await measure();
    const report = slowDown();
    render(toJuly());
    await measure();
    renderer.setHidden(true);
    render({ listId: 2, goal: null });
    await report();
    await measure();
    renderer.setHidden(false);
    expect(scrolls).toEqual([]);
  });

  it('is not lost in another list while the last one is measured', async () => {
    const { become, render, scrolls, measure } = start(PLACE);
    become(listed(90));
    const list = createLayOut(texts)(listed(5000), HEIGHTS);
    render({ list, listId: 2 });
    render(toJuly());
    scrolls.length = 0;
    await measure();
    await measure();
    expect(scrolls).toEqual([PLACE.scrollTop - PLACE.top + JULY]);
  });

  it('ends when there is another list, which is shown from its top', async () => {
    const { renderer, render, view, scrolls, drawn, measure } = start(PLACE);
    renderer.move({ top: 3000, height: 844 });
    const before = drawn();
    render(toJuly());
    render({ listId: 1, goal: null });
    await measure();
    expect([view().from, scrolls, drawn()]).toEqual([0, [0], before + 1]);
  });

  it('leaves the screen where it is when the month is gone meanwhile', async () => {
    const { render, become, scrolls, drawn, measure } = start(PLACE);
    render(toJuly());
    become(listed(90));
    await measure();
    expect([scrolls, drawn()]).toEqual([[], 1]);
  });
});

describe('rows that come above the screen', () => {
  const keys = ({ order: slots, slots: chunks }: RowsView) =>
    slots.flatMap((slot) => (chunks[slot]?.rows ?? []).map(({ key }) => keyOf(key)));
  const place = { top: 76 * 400, height: 844, scrollTop: 76 * 400, covered: 0 };
  const [one, two] = [numbered(-2), numbered(-1)];
  const loaded = numberedOrders(0, 1000);

  it('the page scrolls by the height of the new rows, and the window stays over the same rows', async () => {
    const { renderer, become, view, scrolls, measure } = start(place, loaded);
    renderer.move(place);
    const before = keys(view());
    become([one, two, ...loaded]);
    await measure();
    expect(scrolls).toEqual([place.scrollTop + 2 * 76]);
    expect(keys(view())).toEqual(expect.arrayContaining(before.slice(0, -2)));
  });

  it('the window stays where it was when the new rows fill a chunk', async () => {
    const { renderer, become, view, measure } = start(place, loaded);
    renderer.move(place);
    const before = keys(view());
    become([...numberedOrders(-20, 20), ...loaded]);
    await measure();
    expect(keys(view())).toEqual(before);
  });

  it('the new rows are visible at the list’s top', async () => {
    const { become, view, scrolls, measure } = start({ ...PLACE, top: 0 }, loaded);
    become([two, ...loaded]);
    await measure();
    expect(scrolls).toEqual([]);
    expect(keys(view())[0]).toBe(-1);
  });

  it('rows that are added below are drawn without a measurement', () => {
    const { become, diffs, waiting } = start(PLACE, loaded);
    become([...loaded, ...numberedOrders(1000, 20)]);
    expect([diffs.length, waiting()]).toEqual([1, 0]);
  });
});

describe('a part of the list', () => {
  it('that is seen again is drawn already', () => {
    const { renderer, diffs, sights, watches } = start(PLACE);
    renderer.move({ top: 3000, height: 844 });
    const sent = [diffs.length, watches()];
    renderer.move({ top: 3000, height: 844 });
    // A new watch would report the same again, without end.
    expect([diffs.length, watches()]).toEqual(sent);
    expect(sights()).toBe(2);
    renderer.move({ top: 6000, height: 844 });
    expect(diffs.length).toBeGreaterThan(sent[0] ?? NaN);
  });
});

describe('a look at the screen', () => {
  const far = { top: 30_000, height: 844, scrollTop: 30_120, covered: 0 };

  it('draws the rows there', async () => {
    const { renderer, view, sights, measure } = start(far);
    const moves: unknown[] = [];
    renderer.onMove((viewport) => void moves.push(viewport));
    void renderer.look();
    await measure();
    expect(moves).toEqual([{ top: far.top, height: far.height }]);
    expect(view().from).toBeGreaterThan(20_000);
    expect(sights()).toBe(1);
  });

  it.each([
    ['hidden', (renderer: Renderer) => renderer.setHidden(true)],
    ['left', (renderer: Renderer) => renderer.dispose()],
  ])('says nothing of a page that is %s meanwhile', async (_name, change) => {
    const { renderer, sights, diffs, measure } = start(far);
    void renderer.look();
    change(renderer);
    await measure();
    expect([sights(), diffs]).toEqual([0, []]);
  });

  it('before the first rows are on screen asks for no next page', async () => {
    const { renderer, become, sights, measure, slowDown } = start({ ...far, top: 0 }, []);
    const report = slowDown();
    become(listed(90));
    void renderer.look();
    await measure();
    expect(sights()).toBe(0);
    await report();
    await report();
    void renderer.look();
    await measure();
    expect(sights()).toBe(1);
  });
});

describe('a move of the rows', () => {
  it('is told before the rows are on screen, so that the next page is not waited for', () => {
    const { renderer, drawn, sights, slowDown } = start(PLACE);
    slowDown();
    renderer.move({ top: 3000, height: 844 });
    expect([sights(), drawn()]).toEqual([1, 0]);
  });

  it.each([
    ['hidden', (renderer: Renderer) => renderer.setHidden(true)],
    ['left', (renderer: Renderer) => renderer.dispose()],
  ])('is not watched in a page that is %s before it is on screen', async (_name, change) => {
    const { renderer, drawn, isWatching, slowDown } = start(PLACE);
    const report = slowDown();
    renderer.move({ top: 3000, height: 844 });
    change(renderer);
    await report();
    expect([isWatching(), drawn()]).toEqual([false, 0]);
  });
});

describe('rows that come above the screen, one after another', () => {
  const loaded = numberedOrders(0, 1000);
  const place = { top: 76 * 400, height: 844, scrollTop: 76 * 400, covered: 0 };

  it('are measured once the page is scrolled for the ones before', async () => {
    const { become, scrolls, waiting, measure, slowDown } = start(place, loaded);
    const report = slowDown();
    become([numbered(-1), ...loaded]);
    await measure();
    become([numbered(-2), numbered(-1), ...loaded]);
    expect([scrolls, waiting()]).toEqual([[], 0]);
    await report();
    expect([scrolls, waiting()]).toEqual([[place.scrollTop + 76], 1]);
  });

  it('are drawn where WeChat never reports the ones before', async () => {
    const { become, view, measure, loseAnswer, slowDown } = start(place, loaded);
    const { height } = view();
    slowDown();
    become([numbered(-1), ...loaded]);
    await measure();
    become([numbered(-2), numbered(-1), ...loaded]);
    await loseAnswer();
    await measure();
    expect(view().height).toBe(height + 2 * 76);
  });

  it('of another list are measured once its top is shown', async () => {
    const { render, become, scrolls, waiting, slowDown } = start(place, loaded);
    const report = slowDown();
    render({ list: createLayOut(texts)(loaded.slice(1), HEIGHTS), listId: 2 });
    become([numbered(-1), ...loaded.slice(1)]);
    expect(waiting()).toBe(0);
    await report();
    expect([scrolls, waiting()]).toEqual([[0], 1]);
  });

  it('are not scrolled for in another list', async () => {
    const { renderer, render, become, scrolls, measure, slowDown } = start(place, loaded);
    const report = slowDown();
    become([numbered(-1), ...loaded]);
    await measure();
    renderer.setHidden(true);
    await report();
    render({ listId: 2 });
    await report();
    expect(scrolls).toEqual([]);
    renderer.setHidden(false);
    expect(scrolls).toEqual([0]);
  });
});

describe('a state', () => {
  it('of a hidden page is not sent, and the last one is drawn when the page is back', () => {
    const all = listed(40);
    const { renderer, render, become, diffs, phase } = start(PLACE, all.slice(0, 20));
    renderer.setHidden(true);
    become(all);
    render({ paging: { ...historyState([]).paging, phase: 'appending' } });
    expect([diffs, phase()]).toEqual([[], 'appending']);
    renderer.setHidden(false);
    render({});
    expect(diffs).toHaveLength(1);
  });

  it('of a user who may be gone is veiled while the screen is measured for another one', async () => {
    const { render, become, view, measure } = start(PLACE);
    become(listed(90));
    render({ isVeiled: true });
    expect(view()).toMatchObject({ isVeiled: true, height: 56 * 44 + 5000 * 76 });
    await measure();
    expect(view()).toMatchObject({ isVeiled: true, height: 44 + 90 * 76 });
  });

  it('of a page that is back is veiled before the screen is measured', () => {
    const { renderer, render, become, view } = start(PLACE);
    renderer.setHidden(true);
    become(listed(90));
    render({ isVeiled: true });
    expect(view()).toMatchObject({ isVeiled: false });
    renderer.setHidden(false);
    render({});
    expect(view()).toMatchObject({ isVeiled: true });
  });

  it('that was measured is not drawn when the page is hidden meanwhile', async () => {
    const { renderer, become, diffs, measure } = start(PLACE);
    become(listed(90));
    renderer.setHidden(true);
    await measure();
    expect(diffs).toEqual([]);
  });

  it('of another list without rows is drawn before the top of the page is shown', async () => {
    const { renderer, render, view, measure, slowDown } = start(PLACE);
    void renderer.locate();
    await measure();
    slowDown();
    render({ list: createLayOut(texts)([], HEIGHTS), listId: 2 });
    render({ paging: { ...historyState([]).paging, phase: 'ready', isLast: true } });
    expect(view()).toMatchObject({ body: 'nothing' });
  });

  it('that changes nothing starts a new watch, since more may be near now', () => {
    const { render, diffs, drawn, watches } = start(PLACE);
    const before = watches();
    render({ now: historyState([]).now });
    expect([diffs, drawn()]).toEqual([[], 1]);
    expect(watches()).toBeGreaterThan(before);
  });

  it('is not drawn after the page was left', async () => {
    const { renderer, render, become, drawn, measure } = start(PLACE);
    become(listed(90));
    renderer.dispose();
    await measure();
    render({});
    expect(drawn()).toBe(0);
  });
});
