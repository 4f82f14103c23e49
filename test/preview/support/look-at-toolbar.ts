import automator from 'miniprogram-automator';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { ANY_PORTS, startStage, type StageOptions } from '../../../preview/stage';
import { sandboxControl } from '../../../sandbox/control-client';
import { until } from '../../../testing/until';

/** Observations of the toolbar beside the phone. */
export interface ToolbarObservations {
  /** What it shows after an automator client made the theme dark and took the network away. */
  afterClient: { theme: string; network: string; clock: string };
  /** The same after the mini program was loaded again. */
  afterReload: { theme: string; network: string; clock: string };
  /** The fault that it shows: chosen and loaded again, cleared, and set by another program. */
  faults: { chosen: string; cleared: string; foreign: string };
  /** After a choice that the sandbox did not take: the fault that it shows, and a line of the console. */
  refusal: { shown: string; line: string };
  /** What it shows of a preview with a fixed clock. */
  fixedClock: string;
  /** Lines of the console after an address with conditions that no phone has. */
  mistakes: string[];
  /** Texts of the rows of a preview of a real app. */
  rowsOfRealApp: string[];
}

const chosen = async (page: Page, label: string): Promise<string> =>
  (await page.getByLabel(label).locator('option:checked').textContent()) ?? '';

const untilShown = async (page: Page, label: string, text: string): Promise<string> => {
  await until(`${label} ${text}`, async () => (await chosen(page, label)) === text);
  return chosen(page, label);
};

/** Opens the toolbar of a preview. */
const withToolbar = async <Result>(
  dist: string,
  options: Omit<StageOptions, 'dist'>,
  look: (page: Page, stage: Awaited<ReturnType<typeof startStage>>) => Promise<Result>,
): Promise<Result> => {
  const stage = await startStage({ dist, ports: ANY_PORTS, ...options });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await page.goto(stage.previewUrl);
    await page.frameLocator('#device').locator('wx-view').first().waitFor();
    return await look(page, stage);
  } finally {
    await browser.close();
    await stage.close();
  }
};

const observe = async (dist: string): Promise<ToolbarObservations> => {
  const ofSandbox = await withToolbar(dist, {}, async (page, stage) => {
    const conditions = async () => ({
      theme: await chosen(page, 'Theme'),
      network: await chosen(page, 'Network'),
      clock: await chosen(page, 'Clock'),
    });
    const client = await automator.connect({ wsEndpoint: stage.automatorUrl });
    const { send } = client as unknown as {
      send: (method: string, params: object) => Promise<unknown>;
    };
    await send.call(client, 'Preview.setConditions', { theme: 'dark', network: 'none' });
    client.disconnect();
    await untilShown(page, 'Network', 'Offline');
    const afterClient = await conditions();
    await stage.reload();
    await page.frameLocator('#device').locator('html[data-theme=dark]').waitFor();
    const afterReload = await conditions();

    const control = sandboxControl(stage.sandbox?.url ?? '');
    const faultsAre = (count: number) =>
      until(`${count} faults`, async () => (await control.faults()).length === count);
    await page.getByLabel('Sandbox fault').selectOption('Status 500');
    await faultsAre(1);
    await page.reload();
    const chosenFault = await untilShown(page, 'Sandbox fault', 'Status 500');
    await page.getByLabel('Sandbox fault').selectOption('None');
    await faultsAre(0);
    await page.reload();
    const cleared = await untilShown(page, 'Sandbox fault', 'None');
    await control.addFault({ kind: 'drop', match: { minOffset: 20 } });
    await page.reload();
    const foreign = await untilShown(page, 'Sandbox fault', 'Others');
    await control.clearFaults();
    await page.reload();
    await untilShown(page, 'Sandbox fault', 'None');
    await stage.sandbox?.close();
    await page.getByLabel('Sandbox fault').selectOption('Garbage');
    const line = page.locator('.console__line--error').filter({ hasText: 'sandbox/faults' });
    await line.first().waitFor();
    const shown = await untilShown(page, 'Sandbox fault', 'None');
    return {
      afterClient,
      afterReload,
      faults: { chosen: chosenFault, cleared, foreign },
      refusal: { shown, line: (await line.first().textContent()) ?? '' },
    };
  });
  const now = Date.parse('2026-03-05T12:00:00Z');
  const fixedClock = await withToolbar(dist, { now }, async (page) => {
    await until('the clock', async () => (await chosen(page, 'Clock')) !== 'Real time');
    return chosen(page, 'Clock');
  });
  const mistakes = await withToolbar(dist, {}, async (page, { previewUrl }) => {
    await page.goto(`${previewUrl}/?textSize=0&pace=-1`);
    return page.locator('.console__line--warn').allTextContents();
  });
  const realApp = { host: 'http://127.0.0.1:1', clientId: 'abc', token: 'secret' };
  const rowsOfRealApp = await withToolbar(dist, { realApp }, (page) =>
    page.locator('#tools label').allTextContents(),
  );
  return { ...ofSandbox, fixedClock, mistakes, rowsOfRealApp };
};

observe(process.argv[2] ?? '').then(
  (seen) => process.send?.(seen, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
