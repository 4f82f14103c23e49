import tseslint from 'typescript-eslint';
import wxml from 'eslint-plugin-wxml';
import * as wxmlParser from '@wxml/parser';

/** Which folders of miniprogram/ a folder must not import: the dependency rule of docs/architecture.md. */
const forbiddenImports = {
  domain: ['services', 'state', 'components', 'features', 'pages', 'texts', 'configure'],
  services: ['state', 'components', 'features', 'pages', 'texts', 'configure'],
  state: ['domain', 'services', 'components', 'features', 'pages', 'texts', 'configure'],
  texts: ['state', 'components', 'features', 'pages', 'configure'],
  components: ['services', 'state', 'features', 'pages', 'texts', 'configure'],
  features: ['pages'],
  pages: ['domain', 'services', 'state', 'components'],
};

const outside = {
  regex: '(^|/)(sandbox|preview|bench|test)(/|$)',
  message: 'miniprogram/ is the product: it imports nothing from the workshop around it.',
};

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
      'max-lines': ['error', { max: 200 }],
    },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines': ['error', { max: 450 }] } },
  {
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [outside] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='wx'][property.name='request']",
          message: 'services/http.ts is the one place that sends a request.',
        },
      ],
    },
  },
  { files: ['miniprogram/services/http.ts'], rules: { 'no-restricted-syntax': 'off' } },
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
