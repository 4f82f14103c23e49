import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Conditions } from '../conditions';
import { DIST } from '../paths';
import { ANY_PORTS, startStage } from '../stage';
import { takePicture } from '../take-picture';
import { galleryArtefact } from './artefact';
import type { Part } from './examples';

/** The width of three phones side by side. */
const VIEWPORT = { width: 1194, height: 844 };

type Look = Pick<Conditions, 'language' | 'theme' | 'textSize'>;

/** Each part at normal and largest text size; each language in each theme at both sizes. */
const PICTURES: readonly (Look & { part: Part })[] = [
  { part: 'rows', language: 'zh_CN', theme: 'light', textSize: 1 },
  { part: 'rows', language: 'en', theme: 'dark', textSize: 1.75 },
  { part: 'list', language: 'en', theme: 'light', textSize: 1 },
  { part: 'list', language: 'zh_CN', theme: 'dark', textSize: 1.75 },
  { part: 'find', language: 'zh_CN', theme: 'dark', textSize: 1 },
  { part: 'find', language: 'en', theme: 'light', textSize: 1.75 },
  { part: 'detail', language: 'en', theme: 'dark', textSize: 1 },
  { part: 'detail', language: 'zh_CN', theme: 'light', textSize: 1.75 },
  { part: 'statistics', language: 'zh_CN', theme: 'light', textSize: 1 },
  { part: 'statistics', language: 'en', theme: 'dark', textSize: 1.75 },
];

/** Takes the gallery's pictures. */
export const takeGalleryPictures = async (browser: Browser, folder: string): Promise<void> => {
  const gallery = await galleryArtefact(DIST);
  const stage = await startStage({ dist: gallery.folder, ports: ANY_PORTS });
  try {
    for (const { part, ...look } of PICTURES) {
      const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
      const address = new URLSearchParams({
        conditions: JSON.stringify(look),
        entry: `gallery/gallery?part=${part}`,
      });
      await page.goto(`${stage.previewUrl}/device?${address.toString()}`);
      await page.locator('.gallery__section').first().waitFor();
      await page.evaluate('document.fonts.ready.then(() => true)');
      const { language, theme, textSize } = look;
      const words = [
        part,
        language === 'en' ? 'en' : 'zh',
        theme,
        ...(textSize > 1 ? ['large'] : []),
      ];
      const file = path.join(folder, `gallery-${words.join('-')}.webp`);
      await takePicture(page, file, { fullPage: true });
      await page.close();
    }
  } finally {
    await stage.close();
    await gallery.remove();
  }
};
