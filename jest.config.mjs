const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};

/**
 * Three kinds of test, named by the ending of their file. `npm test` runs all of them, and
 * `npx jest --selectProjects NAME` runs one kind: `unit` in Node, `simulate` in WeChat's older framework,
 * `browser` in the preview.
 */
export default {
  // Machines are noisy: no test is about time, so none fails by it.
  testTimeout: 60_000,
  // Browsers wait more than they work: two test files at once also where jest would take one core of two.
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
    },
  ],
};
