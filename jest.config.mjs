const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
};

/** Five kinds of test, all run by `npm test`; `npx jest --selectProjects NAME` runs one. */
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
      testMatch: [
        '<rootDir>/test/{domain,services,state,texts,features-logic,sandbox,preview,bench}/**/*.test.ts',
      ],
    },
    {
      displayName: 'gates',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/gates/**/*.test.ts'],
    },
    {
      displayName: 'components',
      testEnvironment: 'jsdom',
      transform,
      testMatch: ['<rootDir>/test/{components,features,pages}/**/*.test.ts'],
    },
    {
      displayName: 'host',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/{host,automator}/**/*.test.ts'],
    },
    {
      displayName: 'e2e',
      testEnvironment: 'node',
      transform,
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
  ],
};
