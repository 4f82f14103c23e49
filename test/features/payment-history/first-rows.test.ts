import type { ListedOrder } from '../../../miniprogram/features/shared/row-model';
import { createLayOut } from '../../../miniprogram/features/payment-history/list-layout';
import { HEIGHTS } from '../support/history-state';
import { JULY, listed, PLACE, start, texts, toJuly } from '../support/renderer';

const layOut = (orders: readonly ListedOrder[]) => createLayOut(texts)(orders, HEIGHTS);

describe('the first rows', () => {
  const startEmpty = () => {
    const started = start(PLACE, []);
    started.diffs.length = 0;
    const chunks = () => started.view().slots.length;
    return { ...started, chunks, report: started.slowDown() };
  };

  it('are drawn alone, and the others near the screen once they are on it', async () => {
    const { become, chunks, drawn, diffs, report } = startEmpty();
    become(listed(90));
    expect(chunks()).toBe(1);
    const before = drawn();
    await report();
    expect([chunks(), drawn()]).toEqual([6, before]);
    await report();
    expect([diffs.length, drawn()]).toEqual([2, before + 1]);
  });

  it('are on screen, with the others, before an observer asks for the next page', async () => {
    const { become, isWatching, see, report } = startEmpty();
    expect(see()).toBeGreaterThan(0);
    become(listed(90));
    expect(see()).toBe(0);
    await report();
    await report();
    expect(isWatching()).toBe(true);
    expect(see()).toBeGreaterThan(0);
  });

  it('are not there when only an earlier draw is reported', async () => {
    const { become, render, chunks, drawn, see, report } = startEmpty();
    const before = drawn();
    render({ isOffline: true });
    become(listed(90));
    await report(1);
    expect([chunks(), drawn(), see()]).toEqual([1, before, 0]);
    await report(1);
    expect(chunks()).toBe(6);
    await report();
    expect(drawn()).toBe(before + 1);
  });

  it('need no second step where there are no others', async () => {
    const { become, diffs, drawn, report } = startEmpty();
    const before = drawn();
    become(listed(10));
    await report();
    expect([diffs.length, drawn()]).toEqual([1, before + 1]);
  });

  it('are on screen before a later state is drawn, with the others', async () => {
    const { become, chunks, diffs, view, report } = startEmpty();
    const all = listed(120);
    become(all.slice(0, 90));
    become(all);
    expect([chunks(), diffs.length]).toEqual([1, 1]);
    await report();
    expect([chunks(), diffs.length]).toEqual([6, 2]);
    expect(view().height).toBe(2 * 44 + 120 * 76);
  });

  it('are alone also while their page is shown for the first time', () => {
    const { renderer, become, render, chunks } = startEmpty();
    become(listed(90));
    renderer.setHidden(false);
    render({});
    expect(chunks()).toBe(1);
  });

  it('do not lose a month that the person goes to meanwhile', async () => {
    const { become, render, scrolls, report, measure } = startEmpty();
    become(listed(5000));
    render(toJuly());
    await report();
    await measure();
    await report();
    expect(scrolls).toEqual([PLACE.scrollTop - PLACE.top + JULY]);
  });

  it('of another list are followed by the others while a measurement of the last one is not answered', async () => {
    const { become, render, chunks, report, measure } = startEmpty();
    become(listed(10));
    await report();
    become([]);
    render({ list: layOut([]), listId: 2 });
    await report();
    render({ list: layOut(listed(90)), listId: 3 });
    await report();
    await measure();
    await report();
    expect(chunks()).toBe(6);
  });

  it('are veiled at once', async () => {
    const { become, render, view, report } = startEmpty();
    become(listed(90));
    render({ isVeiled: true });
    expect(view()).toMatchObject({ isVeiled: true });
    await report();
    render({ isVeiled: false });
    expect(view()).toMatchObject({ isVeiled: false });
  });

  it('are followed by the others where WeChat never reports that they are on screen', async () => {
    const { become, chunks, loseAnswer } = startEmpty();
    become(listed(90));
    expect(chunks()).toBe(1);
    await loseAnswer();
    expect(chunks()).toBe(6);
  });

  it('are drawn with all others where the person is elsewhere', () => {
    const { renderer, become, view } = startEmpty();
    renderer.move({ top: 3000, height: 700 });
    become(listed(90));
    expect(Object.keys(view().slots)).toHaveLength(6);
  });

  it('are alone in a page that was hidden meanwhile, until it is back', async () => {
    const { renderer, become, render, chunks, report } = startEmpty();
    become(listed(90));
    renderer.setHidden(true);
    await report();
    expect(chunks()).toBe(1);
    renderer.setHidden(false);
    render({});
    expect(chunks()).toBe(6);
  });

  it('of another list in a hidden page are followed by the others when it is back', async () => {
    const { renderer, render, chunks, report } = startEmpty();
    renderer.setHidden(true);
    render({ list: layOut(listed(90)), listId: 2 });
    await report();
    expect(chunks()).toBe(1);
    renderer.setHidden(false);
    render({});
    expect(chunks()).toBe(6);
  });

  it('are followed by the others in a page that is back before it has reported them', async () => {
    const { renderer, become, render, chunks, report } = startEmpty();
    become(listed(90));
    renderer.setHidden(true);
    renderer.setHidden(false);
    render({});
    expect(chunks()).toBe(1);
    await report();
    expect(chunks()).toBe(6);
  });
});
