import type { AnswersAfterReload } from '../support/ask-after-reload';
import { miniProgram, ONE_PAGE } from '../support/mini-program';
import { runScript } from '../support/run-script';

const LOOK_MS = 120_000;

test(
  'after a reload a handle is stale and answers for no other element or page',
  async () => {
    const dist = miniProgram(ONE_PAGE);
    expect(await runScript<AnswersAfterReload>('ask-after-reload.ts', dist)).toEqual({
      element: expect.stringContaining('is stale') as string,
      page: expect.stringMatching(/^page \d+ is closed$/) as string,
      path: 'pages/a/a',
    });
  },
  LOOK_MS,
);
