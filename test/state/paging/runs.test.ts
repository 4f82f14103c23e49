import { createRuns } from '../../../miniprogram/state/paging/runs';
import { settle } from '../support/virtual-clock';

/** A run whose end the test decides, whatever its signal says. */
function manualRun() {
  let succeed: (result: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const work = () => new Promise<string>((...both) => ([succeed, fail] = both));
  return {
    work,
    succeed: (result: string) => succeed(result),
    fail: (error: Error) => fail(error),
  };
}

function setUp() {
  const runs = createRuns();
  const ends: string[] = [];
  const start = (run: ReturnType<typeof manualRun>) =>
    runs.start(
      run.work,
      (result) => ends.push(result),
      (error) => ends.push(String(error)),
    );
  return { runs, ends, start };
}

test.each([
  ['result', (run: ReturnType<typeof manualRun>) => run.succeed('first')],
  ['failure', (run: ReturnType<typeof manualRun>) => run.fail(new Error('first'))],
])('drops the %s of a superseded run, and keeps the run that superseded it', async (_what, end) => {
  const { runs, ends, start } = setUp();
  const [first, second] = [manualRun(), manualRun()];
  void start(first);
  const later = start(second);
  await settle();
  end(first);
  await settle();
  expect([ends, runs.settled]).toEqual([[], later]);
  second.succeed('second');
  await later;
  expect([ends, runs.settled]).toEqual([['second'], null]);
});

test('a superseded run settles at once', async () => {
  const { runs, start } = setUp();
  const settled = start(manualRun());
  runs.cancel();
  await expect(settled).resolves.toBeUndefined();
});
