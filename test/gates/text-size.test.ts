import postcss, { type Rule } from 'postcss';
import { filesOf, textOf } from './artefact';

/** Texts of one size: marks of one letter, and amounts that are larger than the largest text of a reader. */
const FIXED = [
  '.notice__mark',
  '.row__mark',
  '.summary__amount',
  '.summary__amount--long',
  '.summary__mark',
];

const isOfModule = (file: string) => /^(components|features|styles)\//.test(file);

test('every other text follows the text size of WeChat', () => {
  const fixed = filesOf('.wxss')
    .filter(isOfModule)
    .flatMap((file) => {
      const selectors: string[] = [];
      postcss.parse(textOf(file)).walkDecls('font-size', ({ parent, value }) => {
        if (/\dpx/.test(value) && !value.includes('var(--f')) {
          selectors.push((parent as Rule).selector);
        }
      });
      return selectors;
    });
  expect([...new Set(fixed)].sort()).toEqual(FIXED);
});
