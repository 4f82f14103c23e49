import postcss, { type AtRule, type Rule } from 'postcss';
import { filesOf, textOf } from './artefact';

/**
 * The background colours of each text colour, with their places.
 *
 * A test below fails when a style rule uses another pair.
 */
const TEXT_ON: Record<string, readonly string[]> = {
  // Descriptions and amounts; month headers, a pressed row; an option, the search field and its button.
  text: ['card', 'background', 'line'],
  // Times and notes; a month's count, tabs, the end of the list, the time in a pressed row.
  secondary: ['card', 'background'],
  // The placeholder and the signs of the search field.
  hint: ['line'],
  'on-brand': ['brand'],
  'on-mark': ['mark-green', 'mark-blue', 'mark-grey'],
  // A chosen option, a chip and the button of active filters; the button that refreshes, a link.
  chosen: ['chosen-soft', 'background'],
  // Badges.
  paid: ['paid-soft'],
  amber: ['amber-soft'],
  red: ['red-soft'],
  grey: ['grey-soft'],
  // The badge of a partial refund; the copy button of a fact.
  blue: ['blue-soft', 'card'],
};

/** Colours of graphical objects and their backgrounds: dots of the timeline, the bar of the tab. */
const SHAPE_ON: Record<string, readonly string[]> = {
  brand: ['card', 'background'],
  grey: ['card'],
  amber: ['card'],
  blue: ['card'],
  red: ['card'],
};

/** WCAG 2.2, 1.4.3 and 1.4.11: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const TEXT_CONTRAST = 4.5;
const SHAPE_CONTRAST = 3;

type Colours = Record<string, string>;

const coloursOf = (rule: Rule): Colours => {
  const colours: Colours = {};
  rule.walkDecls(/^--ph-/, ({ prop, value }) => {
    const name = prop.slice('--ph-'.length);
    const [, own, colour = ''] = /^var\(--payment-history-([\w-]+), (#\w+)\)$/.exec(value) ?? [];
    if (own !== name) throw new Error(`a host cannot set ${prop}: ${value}`);
    colours[name] = colour;
  });
  return colours;
};

const tokens = (): { light: Colours; dark: Colours } => {
  const light: Colours = {};
  const dark: Colours = {};
  postcss.parse(textOf('styles/tokens.wxss')).walkRules('.ph-tokens', (rule) => {
    const isDark = /prefers-color-scheme: ?dark/.test((rule.parent as AtRule).params ?? '');
    Object.assign(isDark ? dark : light, coloursOf(rule));
  });
  return { light, dark: { ...light, ...dark } };
};

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (hex: string): number => {
  const digits = /^#[0-9a-f]{3}$/.test(hex) ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  if (!/^#[0-9a-f]{6}$/.test(digits))
    throw new Error(`${hex} is not a colour of three or six digits`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

const pairsOf = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([text, grounds]) => grounds.map((on) => [text, on] as const));

/** The pairs of a table whose contrast is too low, with their contrast. */
const belowIn = (
  table: Record<string, readonly string[]>,
  least: number,
  colours: Colours,
): string[] =>
  pairsOf(table).flatMap(([text, on]) => {
    const ratio = contrast(colours[text] ?? '', colours[on] ?? '');
    return ratio < least ? [`${text} on ${on}: ${ratio.toFixed(2)}`] : [];
  });

/** The built style sheets, without Vant's, which use our colours. */
const ours = () => filesOf('.wxss').filter((file) => !/^vant\/|styles\/tokens\.wxss$/.test(file));

const tokenIn = (value: string): string | undefined => /var\(--ph-([\w-]+)/.exec(value)?.[1];

/** The text and background tokens of each style rule. */
const usedTogether = () =>
  ours().flatMap((file) => {
    const rules: { where: string; text: string | undefined; on: string | undefined }[] = [];
    postcss.parse(textOf(file)).walkRules((rule) => {
      const found = { where: `${file} ${rule.selector}` } as (typeof rules)[number];
      rule.walkDecls((declaration) => {
        if (declaration.prop === 'color') found.text = tokenIn(declaration.value);
        if (/^background(-color)?$/.test(declaration.prop)) found.on = tokenIn(declaration.value);
      });
      rules.push(found);
    });
    return rules;
  });

describe('contrast', () => {
  test.each(Object.entries(tokens()))('is sufficient in the %s theme', (_theme, colours) => {
    expect(belowIn(TEXT_ON, TEXT_CONTRAST, colours)).toEqual([]);
    expect(belowIn(SHAPE_ON, SHAPE_CONTRAST, colours)).toEqual([]);
  });

  test('is computed as WCAG defines it', () => {
    expect(contrast('#000', '#fff')).toBe(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(belowIn({ a: ['b'] }, TEXT_CONTRAST, { a: '#777777', b: '#fff' })).toEqual([
      'a on b: 4.48',
    ]);
  });

  test('is checked for every colour token', () => {
    const inPairs = new Set(pairsOf(TEXT_ON).flat());
    expect(Object.keys(tokens().light).filter((name) => !inPairs.has(name))).toEqual([]);
  });

  test('is checked for every pair in a style rule, and for every text colour', () => {
    const rules = usedTogether();
    expect(rules.filter(({ text, on }) => text && on).length).toBeGreaterThan(10);
    const unknown = rules.filter(({ text, on }) => {
      if (!text) return false;
      return on ? !TEXT_ON[text]?.includes(on) : !TEXT_ON[text];
    });
    expect(unknown).toEqual([]);
  });
});

describe('colours', () => {
  test('of fallbacks without tokens are those of the light theme', () => {
    const { light } = tokens();
    const fallbacks = ours().flatMap((file) =>
      [...textOf(file).matchAll(/var\(--ph-([\w-]+), (#[0-9a-f]+)\)/g)].map(
        ([, name = '', value = '']) => ({ file, name, value }),
      ),
    );
    expect(fallbacks.length).toBeGreaterThan(50);
    expect(fallbacks.filter(({ name, value }) => light[name] !== value)).toEqual([]);
  });

  test('of the page frame are those of the page', () => {
    const theme = JSON.parse(textOf('theme.json')) as Record<string, { background: string }>;
    const { light, dark } = tokens();
    expect(theme['light']?.background).toBe(light['background']);
    expect(theme['dark']?.background).toBe(dark['background']);
  });
});
