import { runCLI } from 'jest';

/** Asks the process to run one test file of one project of jest.config.mjs. */
export interface TestRequest {
  readonly test: string;
  readonly project: string;
}

/**
 * Runs test files in this process, one after the other: loading jest takes four times as long as most files. Its
 * parent sends a `TestRequest` and gets whether the tests pass. An error outside of a test ends the process.
 */
process.on('message', ({ test, project }: TestRequest) => {
  const options = {
    ...{ _: [test], $0: 'jest', runTestsByPath: true, selectProjects: [project] },
    ...{ runInBand: true, silent: true, reporters: [] },
  } as unknown as Parameters<typeof runCLI>[0];
  void runCLI(options, [process.cwd()]).then(({ results }) => {
    const isRun = results.numTotalTests > 0 || results.numFailedTestSuites > 0;
    process.send?.({ passes: isRun && results.success });
  });
});
