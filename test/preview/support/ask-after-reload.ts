import automator from 'miniprogram-automator';
import { ANY_PORTS, startStage } from '../../../preview/stage';
import { until } from '../../../testing/until';

/** What handles of an element and a page answer after the preview was loaded again. */
export interface AnswersAfterReload {
  element: string;
  page: string;
  /** Path of the page that the client finds then. */
  path: string;
}

const answered = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    (value) => JSON.stringify(value),
    (error: Error) => error.message,
  );

const ask = async (dist: string): Promise<AnswersAfterReload> => {
  const stage = await startStage({ dist, ports: ANY_PORTS, headless: true });
  const client = await automator.connect({ wsEndpoint: stage.automatorUrl });
  try {
    const before = await client.currentPage();
    const element = await before?.$('view');
    if (!before || !element) throw new Error('there is no page with a view');
    const isGone = client.evaluate(() => new Promise(() => undefined)).catch(() => true);
    await stage.reload();
    await isGone;
    await until('the device after the reload', () => client.currentPage().catch(() => null));
    await (await client.currentPage())?.$('view');
    return {
      element: await answered(element.text()),
      page: await answered(before.data()),
      path: (await client.currentPage())?.path ?? '',
    };
  } finally {
    client.disconnect();
    await stage.close();
  }
};

ask(process.argv[2] ?? '').then(
  (answers) => process.send?.(answers, undefined, undefined, () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
