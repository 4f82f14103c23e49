import { writeFile } from 'node:fs/promises';
import type { Page, PageScreenshotOptions } from 'playwright-core';

/** Quality of the pictures: text stays sharp at a third of the size of PNG. */
const QUALITY = 0.9;

/** Encodes in the browser; a screenshot of Playwright is PNG or JPEG only. */
const toWebp = (png: string): string => `(async () => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,${png}')).blob());
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', ${QUALITY}).split(',')[1];
})()`;

/**
 * Writes a screenshot of the page as WebP.
 *
 * @param file - path with .webp
 */
export const takePicture = async (
  page: Page,
  file: string,
  options: PageScreenshotOptions = {},
): Promise<void> => {
  const png = (await page.screenshot(options)).toString('base64');
  await writeFile(file, Buffer.from(await page.evaluate<string>(toWebp(png)), 'base64'));
};
