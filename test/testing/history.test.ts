import type { Element, MiniProgram, Page } from '../../testing/client';
import { History } from '../../testing/history';

/** A mini program with a list of 5,000 px, which draws 300 px more of it each time its window is read. */
function deviceOf(windowHeight: number) {
  let to = 900;
  const data: Record<string, () => number> = {
    from: () => 0,
    to: () => (to += 300),
    height: () => 5_000,
  };
  const element: Pick<Element, 'data'> = { data: (name = '') => Promise.resolve(data[name]?.()) };
  const page: Page = {
    path: '',
    query: {},
    $: () => Promise.resolve(element),
    size: () => Promise.resolve({ width: 1, height: windowHeight }),
    scrollTop: () => Promise.resolve(0),
  };
  const miniProgram: MiniProgram = {
    callWxMethod: (name) =>
      Promise.resolve(name === 'getWindowInfo' ? { windowHeight } : undefined),
    currentPage: () => Promise.resolve(page),
    evaluate: () => Promise.resolve(undefined),
  };
  return { miniProgram, drawn: () => to };
}

test.each([
  ['a phone', 844, 1_200],
  ['a pad', 1_376, 1_500],
])('scrolling waits until the screen of %s is drawn', async (_name, windowHeight, drawn) => {
  const device = deviceOf(windowHeight);
  await new History(device).scrollTo(0);
  expect(device.drawn()).toBe(drawn);
});
