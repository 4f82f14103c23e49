import type { ToolbarObservations } from './support/look-at-toolbar';
import { miniProgram, ONE_PAGE } from './support/mini-program';
import { runScript } from './support/run-script';

const LOOK_MS = 120_000;

describe('the toolbar', () => {
  let seen: ToolbarObservations;

  beforeAll(async () => {
    seen = await runScript<ToolbarObservations>('look-at-toolbar.ts', miniProgram(ONE_PAGE));
  }, LOOK_MS);

  test('shows the conditions that an automator client set, also after a reload', () => {
    const conditions = { theme: 'Dark', network: 'Offline', clock: 'Real time' };
    expect(seen.afterClient).toEqual(conditions);
    expect(seen.afterReload).toEqual(conditions);
  });

  test('shows the clock with which the preview was started', () => {
    expect(seen.fixedClock).toMatch(/^Stands at .*2026/);
  });

  test('shows the fault that is active', () => {
    expect(seen.faults).toEqual({ chosen: 'Status 500', cleared: 'None', foreign: 'Others' });
  });

  test('shows why a fault was not set, and the one before', () => {
    expect(seen.refusal).toEqual({
      shown: 'None',
      line: expect.stringContaining('DELETE sandbox/faults: 500') as string,
    });
  });

  test('names the conditions of the address that no phone has', () => {
    expect(seen.mistakes).toEqual([
      'textSize must be a number from 0.5 to 4',
      'pace must be a number from 0.01 to 1000000',
    ]);
  });

  test('has no faults of a sandbox where a real app is shown', () => {
    const rows = seen.rowsOfRealApp.join('\n');
    expect(rows).toContain('Theme');
    expect(rows).not.toContain('Sandbox fault');
  });
});
