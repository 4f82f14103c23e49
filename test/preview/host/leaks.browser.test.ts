import type { Alive } from '../support/count-leaks';
import { runScript } from '../support/run-script';

const COUNT_MS = 120_000;

describe('a closed page', () => {
  let before: Alive;
  let after: Alive;
  beforeAll(async () => {
    ({ before, after } = await runScript<{ before: Alive; after: Alive }>('count-leaks.ts'));
  }, COUNT_MS);

  test('leaves no style sheet', () => {
    expect(before.styleSheets).toBeGreaterThan(0);
    expect(after.styleSheets).toBe(before.styleSheets);
  });

  test('leaves no node, also when a client selected it', () => {
    expect(before.domNodes).toBeGreaterThan(0);
    expect(after.domNodes).toBeLessThanOrEqual(before.domNodes);
    expect(before.frameworkNodes).toBeGreaterThan(0);
    expect(after.frameworkNodes).toBeLessThanOrEqual(before.frameworkNodes);
  });

  test('leaves no listener', () => {
    expect(before.listeners).toBeGreaterThan(0);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  });
});
