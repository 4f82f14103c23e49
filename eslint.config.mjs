import tseslint from 'typescript-eslint';
import wxml from 'eslint-plugin-wxml';
import * as wxmlParser from '@wxml/parser';

/** Which folders of miniprogram/ a folder must not import: the dependency rule of docs/architecture.md. */
const forbiddenImports = {
  core: [
    'domain',
    'services',
    'state',
    'texts',
    'components',
    'configure',
    'features',
    'index',
    'pages',
    'demo',
  ],
  domain: [
    'services',
    'state',
    'texts',
    'components',
    'configure',
    'features',
    'index',
    'pages',
    'demo',
  ],
  services: ['state', 'texts', 'components', 'configure', 'features', 'index', 'pages', 'demo'],
  state: [
    'domain',
    'services',
    'texts',
    'components',
    'configure',
    'features',
    'index',
    'pages',
    'demo',
  ],
  texts: ['services', 'state', 'components', 'configure', 'features', 'index', 'pages', 'demo'],
  components: ['services', 'state', 'texts', 'configure', 'features', 'index', 'pages', 'demo'],
  features: ['index', 'pages', 'demo'],
  pages: ['core', 'domain', 'services', 'state', 'texts', 'components', 'configure'],
};

const outside = {
  regex: '(^|/)(sandbox|preview|bench|test)(/|$)',
  message: 'miniprogram/ is the product: it imports nothing from the workshop around it.',
};

/** Imports that the rule would not see. */
const hiddenImports = ['ImportExpression', 'TSImportType', 'TSExternalModuleReference'].map(
  (selector) => ({
    selector,
    message: 'Imports stand at the top of a file, where the dependency rule sees them.',
  }),
);

/** Ways to `wx` other than naming one of its functions. */
const hiddenWx = [
  "MemberExpression[object.name='wx'][computed=true]",
  "Identifier[name='wx']:not(MemberExpression > .object):not(UnaryExpression[operator='typeof'] > .argument):not(TSTypeQuery > .exprName)",
].map((selector) => ({ selector, message: 'wx is asked by name: wx.setClipboardData.' }));

const sending = {
  selector:
    "MemberExpression[object.name='wx'][property.name=/^(request|uploadFile|downloadFile|connectSocket)$/]",
  message: 'services/http/send.ts is the one place that sends a request.',
};

/** What WeChat puts into every file; folders without it are the same anywhere. */
const wechatGlobals = ['wx', 'getApp', 'getCurrentPages', 'App', 'Page', 'Component', 'Behavior'];

const dependencyRule = Object.entries(forbiddenImports).map(([folder, forbidden]) => ({
  files: [`miniprogram/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          outside,
          {
            regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`,
            message: `${folder}/ must not import ${forbidden.join(', ')}: see docs/architecture.md.`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test-output/'] },
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
      'no-restricted-globals': ['error', { name: 'require', message: hiddenImports[0].message }],
      'no-restricted-syntax': ['error', ...hiddenImports, ...hiddenWx, sending],
    },
  },
  {
    files: ['miniprogram/services/http/send.ts'],
    rules: { 'no-restricted-syntax': ['error', ...hiddenImports, ...hiddenWx] },
  },
  {
    files: ['miniprogram/{core,domain,state,texts}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'require', ...wechatGlobals] },
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
