import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AxeResults, ImpactValue, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import type { Conditions } from '../../../preview/conditions';
import { DIST, ROOT } from '../../../preview/paths';
import { startStage } from '../../../preview/stage';
import { ASK, type PageMeasurements } from './ask-page';
import { NOW, prepare, SCENES, screensOf, type Screen } from './screens';

/** A finding of axe on one element of one screen. */
export interface Finding {
  rule: string;
  impact: ImpactValue;
  /** The screen and the conditions of the phone. */
  where: string;
  element: string;
  why: string;
}

/** Results for one screen under one set of conditions. */
export interface Judged extends PageMeasurements {
  where: string;
  findings: Finding[];
}

type View = Pick<Conditions, 'theme' | 'language' | 'textSize'>;

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

const VIEWS: readonly View[] = [
  ...(['light', 'dark'] as const).flatMap((theme) =>
    (['zh_CN', 'en'] as const).flatMap((language) =>
      [1, 1.75].map((textSize) => ({ theme, language, textSize })),
    ),
  ),
  // The smallest text size.
  { theme: 'light', language: 'zh_CN', textSize: 0.94 },
];

/** Number of pages that are judged at the same time. */
const CONCURRENT_PAGES = 3;

const RULES: RunOptions = {
  resultTypes: ['violations'],
  // Landmarks belong to WeChat's own document; a mini program cannot set them.
  rules: Object.fromEntries(
    ['region', 'landmark-one-main', 'page-has-heading-one'].map((id) => [id, { enabled: false }]),
  ),
};

const judge = async (page: Page, axe: string, where: string, part = 'html'): Promise<Finding[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(RULES)})`,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => ({
      rule: id,
      impact: impact ?? null,
      where,
      element: html.slice(0, 200),
      why: failureSummary,
    })),
  );
};

const look = async (
  page: Page,
  url: string,
  axe: string,
  view: View,
  { name, entry, reach, part }: Screen,
): Promise<Judged> => {
  const where = `${name}, ${view.theme}, ${view.language}, × ${view.textSize}`;
  try {
    const address = new URLSearchParams({ entry, conditions: JSON.stringify(view) });
    await page.goto(`${url}/device?${address.toString()}`);
    await reach(page);
    const asked = await page.evaluate<PageMeasurements>(ASK);
    return { where, findings: await judge(page, axe, where, part), ...asked };
  } catch (error) {
    throw new Error(`cannot judge ${where}`, { cause: error });
  }
};

/** Judges every screen under every condition. */
const lookAtAll = async (): Promise<Judged[]> => {
  const axe = await readFile(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
  const ports = { preview: 0, sandbox: 0, automator: 0 };
  const stage = await startStage({ dist: DIST, now: NOW, ports });
  const browser = await launchBrowser();
  const judged: Judged[] = [];
  try {
    for (const scene of SCENES) {
      const numbers = await prepare(stage.sandbox?.url ?? '', scene);
      const screens = screensOf(numbers)[scene];
      const left = screens.flatMap((screen) => VIEWS.map((view) => ({ screen, view })));
      // A new page for each scene has an empty storage.
      const work = async (): Promise<void> => {
        const page = await browser.newPage(PHONE);
        for (let next = left.shift(); next; next = left.shift()) {
          judged.push(await look(page, stage.previewUrl, axe, next.view, next.screen));
        }
        await page.close();
      };
      await Promise.all(Array.from({ length: CONCURRENT_PAGES }, work));
    }
    return judged;
  } finally {
    await browser.close();
    await stage.close();
  }
};

lookAtAll().then(
  (judged) => process.send?.(judged, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
