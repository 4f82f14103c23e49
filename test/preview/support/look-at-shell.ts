import path from 'node:path';
import { launchBrowser } from '../../../preview/browser';
import { DIST } from '../../../preview/paths';
import { startStage } from '../../../preview/stage';

/** Observations of the frame around the phone. */
export interface ShellObservations {
  title: string;
  consoleLines: string[];
  /** Texts of the visible toasts after two calls of showToast. */
  toasts: string[];
  theme: string;
  /** Width of the device after the landscape screen was chosen, in px. */
  turnedWidth: number;
  textSize: string;
  titleAfterNavigation: string;
  backIsOffered: boolean;
  titleAfterReload: string;
  titleAfterBack: string;
  isPhoneAloneInNarrowWindow: boolean;
  /** Hosts of all requests while the product showed payments; `preview` stands for the preview. */
  hostsAsked: string[];
  /** Titles in English: of the history, of a payment, and of the history again. */
  englishTitles: string[];
}

/** Operates the frame as a person does, and sends its observations to the parent process. */
const observeShell = async (): Promise<Omit<ShellObservations, 'hostsAsked' | 'englishTitles'>> => {
  const dist = path.join(__dirname, '../host/mini-program');
  const stage = await startStage({ dist, ports: { preview: 0, sandbox: 0, automator: 0 } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await page.goto(stage.previewUrl);
    const title = page.locator('#title');
    const device = page.frameLocator('#device');
    const titleIs = async (text: string) => {
      await title.filter({ hasText: text }).waitFor();
      return (await title.textContent()) ?? '';
    };
    const firstTitle = await titleIs('Manners');

    await device.locator('.say').click();
    await page.locator('.console__line--error').first().waitFor();
    const consoleLines = await page.locator('.console__line').allTextContents();

    await device.locator('.toast').click();
    await device.locator('.device-toast').first().waitFor();
    const toasts = await device.locator('.device-toast').allTextContents();

    await page.getByLabel('Screen').selectOption('landscape');
    await page.locator('.phone--turned').waitFor();
    const turnedWidth = (await page.locator('#device').boundingBox())?.width ?? 0;
    await page.getByLabel('Screen').selectOption('phone');
    await page.getByLabel('Theme').selectOption('dark');
    await page.getByLabel('Text size').selectOption('1.5');
    await device.locator('.conditions').click();
    const told = await device.locator('.told').filter({ hasText: 'dark' }).textContent();
    const [theme = '', textSize = ''] = (told ?? '').split(' ');

    await device.locator('.go').click();
    const titleAfterNavigation = await titleIs('Tall');
    const backIsOffered = await page.locator('#back').isVisible();
    await stage.reload();
    await device.locator('.block').first().waitFor();
    const titleAfterReload = await titleIs('Tall');

    await page.goto(stage.previewUrl);
    await device.locator('.go').click();
    await titleIs('Tall');
    await page.locator('#back').click();
    const titleAfterBack = await titleIs('Manners');

    await page.setViewportSize({ width: 390, height: 844 });
    const isPhoneAloneInNarrowWindow = await page
      .locator('#tools')
      .waitFor({ state: 'hidden' })
      .then(
        () => true,
        () => false,
      );
    return {
      title: firstTitle,
      consoleLines,
      toasts,
      theme,
      turnedWidth,
      textSize,
      titleAfterNavigation,
      backIsOffered,
      titleAfterReload,
      titleAfterBack,
      isPhoneAloneInNarrowWindow,
    };
  } finally {
    await browser.close();
    await stage.close();
  }
};

const hostsAsked = async (): Promise<string[]> => {
  const stage = await startStage({ dist: DIST, ports: { preview: 0, sandbox: 0, automator: 0 } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    page.on('websocket', (line) => hosts.add(new URL(line.url()).host));
    await page.goto(stage.previewUrl);
    const device = page.frameLocator('#device');
    await device.getByText('已支付').first().waitFor();
    const own = new URL(stage.previewUrl).host;
    return [...hosts]
      .map((host) => (host === own ? 'preview' : host))
      .filter((host) => host !== '');
  } finally {
    await browser.close();
    await stage.close();
  }
};

const englishTitles = async (): Promise<string[]> => {
  const stage = await startStage({ dist: DIST, ports: { preview: 0, sandbox: 0, automator: 0 } });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${stage.previewUrl}/?language=en`);
    const device = page.frameLocator('#device');
    const title = async () => (await page.locator('#title').textContent()) ?? '';
    await device.locator('[class*="--payment--"]').first().waitFor();
    await page.locator('#title').filter({ hasText: 'Payments' }).waitFor();
    const history = await title();
    await device.locator('[class*="--payment--"]').first().click();
    await device.locator('fact-list').waitFor();
    await page.locator('#title').filter({ hasText: 'details' }).waitFor();
    const detail = await title();
    await page.locator('#back').click();
    await page.locator('#title').filter({ hasNotText: detail }).waitFor();
    return [history, detail, await title()];
  } finally {
    await browser.close();
    await stage.close();
  }
};

const observeAll = async (): Promise<ShellObservations> => ({
  ...(await observeShell()),
  hostsAsked: await hostsAsked(),
  englishTitles: await englishTitles(),
});

observeAll().then(
  (seen) => process.send?.(seen, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
