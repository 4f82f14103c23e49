import tseslint from 'typescript-eslint';
import wxml from 'eslint-plugin-wxml';
import * as wxmlParser from '@wxml/parser';

/**
 * The layers of miniprogram/, and the layers that each may import besides itself: the dependency rule of
 * docs/architecture.md.
 */
const layers = {
  core: [],
  domain: ['core'],
  services: ['core', 'domain'],
  state: ['core'],
  texts: ['core', 'domain'],
  components: ['core', 'domain'],
  elements: ['core', 'domain', 'services'],
  settings: ['core', 'domain', 'services', 'texts', 'elements'],
  configure: ['core', 'domain', 'services', 'texts', 'elements', 'settings'],
  index: ['core', 'domain', 'services', 'texts', 'elements', 'settings', 'configure'],
  features: ['core', 'domain', 'services', 'state', 'texts', 'components', 'elements', 'configure'],
  demo: ['features', 'index'],
  pages: ['features', 'index'],
};

const outside = {
  regex: '(^|/)(sandbox|preview|bench|test|testing)(/|$)',
  message: 'miniprogram/ is the product: it imports nothing from the folders around it.',
};

/** Imports that `no-restricted-imports` does not see. */
const hiddenImports = ['ImportExpression', 'TSImportType', 'TSExternalModuleReference'].map(
  (selector) => ({
    selector,
    message: 'Import at the top of the file, where the dependency rule sees it.',
  }),
);

/** Uses of `require` other than `require('./neighbour')`, whose layer is the file's own. */
const farRequire = [
  "CallExpression[callee.name='require'] > :not(Literal[value=/^\\.\\u002F[\\w-]+$/]).arguments",
  "Identifier[name='require']:not(CallExpression > .callee)",
].map((selector) => ({
  selector,
  message:
    'Require only a module of the same folder, which is then evaluated when it is first used.',
}));

/** Uses of `wx` other than by the name of one of its functions. */
const hiddenWx = [
  "MemberExpression[object.name='wx'][computed=true]",
  "Identifier[name='wx']:not(MemberExpression > .object):not(UnaryExpression[operator='typeof'] > .argument):not(TSTypeQuery > .exprName)",
].map((selector) => ({
  selector,
  message: 'Call a function of wx by its name, such as wx.setClipboardData.',
}));

const sending = {
  selector:
    "MemberExpression[object.name='wx'][property.name=/^(request|uploadFile|downloadFile|connectSocket)$/]",
  message: 'Only services/http/send.ts sends requests.',
};

/** Without `fail`, WeChat rejects a promise, which the host app's `onUnhandledRejection` receives. */
const droppedPromise = {
  selector: 'UnaryExpression[operator="void"] > CallExpression[callee.object.name="wx"]',
  message: 'Pass a `fail`, such as `ignored`, instead of dropping the promise.',
};

/** The globals that WeChat gives to every file. Layers without them run anywhere. */
const wechatGlobals = ['wx', 'getApp', 'getCurrentPages', 'App', 'Page', 'Component', 'Behavior'];

const dependencyRule = Object.entries(layers).map(([layer, allowed]) => {
  const forbidden = Object.keys(layers).filter(
    (other) => other !== layer && !allowed.includes(other),
  );
  return {
    files: [`miniprogram/${layer}/**/*.ts`, `miniprogram/${layer}.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            outside,
            {
              regex: `^(\\./|(\\.\\./)+)(${forbidden.join('|')})(/|$)`,
              message: `${layer} must not import ${forbidden.join(', ')}: see docs/architecture.md.`,
            },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  {
    // The TypeScript of a host knows only what the host installs; its build checks it.
    ignores: [
      '**/dist/',
      'dist-maps/',
      'node_modules/',
      'test-output/',
      'test/consumers/*/',
      'test/types/api.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.node.json', 'tsconfig.browser.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 250 }],
    },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines': ['error', { max: 450 }] } },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [outside] }],
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^\\./'] }],
      'no-restricted-syntax': [
        'error',
        ...[...hiddenImports, ...farRequire, ...hiddenWx],
        ...[sending, droppedPromise],
      ],
    },
  },
  {
    files: ['miniprogram/services/http/send.ts'],
    rules: { 'no-restricted-syntax': ['error', ...hiddenImports, ...farRequire, ...hiddenWx] },
  },
  {
    files: ['miniprogram/{core,domain,state,texts}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...wechatGlobals] },
  },
  ...dependencyRule,
  {
    files: ['miniprogram/**/*.wxml'],
    plugins: { wxml },
    languageOptions: { parser: wxmlParser },
    rules: {
      'wxml/report-wxml-syntax-error': 'error',
      'wxml/report-interpolation-error': 'error',
      'wxml/no-duplicate-attributes': 'error',
      'wxml/no-inline-wxs': 'error',
      'wxml/wx-key': 'error',
      'max-lines': ['error', { max: 60 }],
    },
  },
);
