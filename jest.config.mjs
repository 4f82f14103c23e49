const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};

/**
 * Three kinds of test, selected by the ending of the file: `unit` runs in Node, `simulate` in WeChat's older
 * framework, `browser` in the preview. `npx jest --selectProjects NAME` runs one kind.
 */
export default {
  // Long, because no test depends on time and machines may be busy.
  testTimeout: 60_000,
  // Browser tests mostly wait, so two files run at once even on two cores.
  maxWorkers: 2,
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.(simulate|browser)\\.test\\.ts$'],
    },
    {
      displayName: 'simulate',
      testEnvironment: 'jsdom',
      transform,
      testMatch: ['<rootDir>/test/**/*.simulate.test.ts'],
    },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/**/*.browser.test.ts'],
      globalSetup: '<rootDir>/test/support/previews.setup.ts',
      globalTeardown: '<rootDir>/test/support/previews.teardown.ts',
    },
  ],
};
