import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../preview/browser';
import { DIST } from '../../../preview/paths';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { NOW, prepare, SCENES, screensOf } from './screens';

/** A text or button on a screen, and what the person sees of it. */
export interface Seen {
  /** Screen, class and words. */
  what: string;
  style: string;
  /** Width and height in px. */
  size: string;
}

/** What an app does to the module that it holds. */
export interface Host {
  css?: string;
  app?: object;
}

const VIEW = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;
const STYLES = ['color', 'fontSize', 'lineHeight', 'textAlign'];

/** Source of an expression that runs in the page. */
const LOOK = `[...document.querySelectorAll('body *')].flatMap((element) => {
  const style = getComputedStyle(element);
  const words = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()).join('');
  const isButton = element.tagName === 'WX-BUTTON';
  if ((!words && !isButton) || style.visibility === 'hidden' || !element.closest("[class*='ph-tokens']")) return [];
  const { width, height } = element.getBoundingClientRect();
  const name = (element.closest("[class*='--']").className || '').replace(/\\bc\\d+--/g, '');
  return [{
    what: name + ': ' + words,
    style: ${JSON.stringify(STYLES)}.map((property) => style[property]).join(' '),
    size: Math.round(width) + ' × ' + Math.round(height),
  }];
})`;

/** The texts when the pages that are read ahead have brought theirs. */
const lookAtRest = async (page: Page): Promise<Seen[]> => {
  let found = await page.evaluate<Seen[]>(LOOK);
  for (;;) {
    await page.waitForTimeout(500);
    const later = await page.evaluate<Seen[]>(LOOK);
    if (later.length === found.length) return later;
    found = later;
  }
};

const appOf = ({ css = '', app = {} }: Host): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'texts-'));
  cpSync(DIST, folder, { recursive: true });
  appendFileSync(path.join(folder, 'app.wxss'), css);
  const config = path.join(folder, 'app.json');
  const given = JSON.parse(readFileSync(config, 'utf8')) as object;
  writeFileSync(config, JSON.stringify({ ...given, ...app }));
  return folder;
};

const look = async (browser: Browser, dist: string): Promise<Seen[]> => {
  const stage = await startStage({ dist, now: NOW, ports: ANY_PORTS });
  const seen: Seen[] = [];
  try {
    for (const scene of SCENES) {
      const numbers = await prepare(stage.sandbox?.url ?? '', scene);
      const page = await browser.newPage(VIEW);
      for (const { name, entry, reach } of screensOf(numbers)[scene]) {
        const address = new URLSearchParams({ entry, conditions: '{"theme":"dark"}' });
        await page.goto(`${stage.previewUrl}/device?${address.toString()}`);
        await reach(page);
        await page.evaluate('document.fonts.ready.then(() => true)');
        const found = await lookAtRest(page);
        seen.push(...found.map((one) => ({ ...one, what: `${name}: ${one.what}` })));
      }
      await page.close();
    }
    return seen;
  } finally {
    await stage.close();
  }
};

/** Looks at every screen in the ordinary app, and in the host that the argument describes. */
const main = async (): Promise<void> => {
  const host = JSON.parse(process.argv[2] ?? '{}') as Host;
  const folders = [appOf({}), appOf(host)];
  const browser = await launchBrowser();
  try {
    const seen: Seen[][] = [];
    for (const folder of folders) seen.push(await look(browser, folder));
    process.send?.(seen);
  } finally {
    await browser.close();
    folders.forEach((folder) => rmSync(folder, { recursive: true }));
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
