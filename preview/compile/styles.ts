import { readFile } from 'node:fs/promises';
import path from 'node:path';
import postcss, {
  type AtRule,
  type CssSyntaxError,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { onDevice } from '../rpx';
import { BUILT_IN_ELEMENTS } from '../elements/names';
import type { Problems } from './problems';

const parse = (dist: string, file: string, source: string, problems: Problems): Root => {
  try {
    return postcss.parse(source, { from: path.join(dist, file) });
  } catch (error) {
    const { line = 1, column = 1, reason } = error as CssSyntaxError;
    problems.add(`${file}:${line}:${column}: ${reason}`);
    return postcss.root();
  }
};

/** File and line of a rule, which an @import may have brought. */
const placeOf = (dist: string, { source }: Rule): string => {
  const file = path.relative(dist, source?.input.file ?? '');
  return `${file.split(path.sep).join('/')}:${source?.start?.line ?? 1}`;
};

const inlineImports = async (
  dist: string,
  file: string,
  problems: Problems,
  stack: string[] = [],
): Promise<Root> => {
  if (stack.includes(file)) {
    problems.add(`${file}: circular @import`);
    return postcss.root();
  }
  const source = await readFile(path.join(dist, file), 'utf8').catch((error: Error) => {
    if (stack.length > 0)
      problems.add(`${stack.at(-1)}: @import "${file}" leads to no file (${error.message})`);
    return '';
  });
  const root = parse(dist, file, source, problems);
  const imports: AtRule[] = [];
  root.walkAtRules('import', (rule) => void imports.push(rule));
  for (const rule of imports) {
    const target = /^(?:url\()?\s*["']?([^"')]+)["']?\s*\)?$/.exec(rule.params.trim())?.[1];
    if (!target || (problems.isStrict && !/^["']/.test(rule.params))) {
      problems.add(`${file}: @import ${rule.params} is not a quoted path`);
      rule.remove();
      continue;
    }
    const imported = target.startsWith('/')
      ? target.slice(1)
      : path.posix.join(path.posix.dirname(file), target);
    rule.replaceWith((await inlineImports(dist, imported, problems, [...stack, file])).nodes);
  }
  return root;
};

/** Selectors of the document itself, which no page contains. */
const OF_DOCUMENT = /^(html|body|:root)/;

const scopeSelectors = (scope: string, within: string) =>
  selectorParser((root) => {
    root.walkTags((tag) => {
      if (BUILT_IN_ELEMENTS.includes(tag.value)) tag.value = `wx-${tag.value}`;
    });
    // The framework prefixes ids with the one of their component. `:is` keeps the weight of an id.
    root.walkIds((id) => {
      const ending = selectorParser.attribute({
        attribute: 'id',
        operator: '$=',
        value: `--${id.value}`,
        quoteMark: '"',
        raws: {},
      });
      const part = () => selectorParser.selector({ value: '' });
      const [own, prefixed] = [part(), part()];
      own.append(selectorParser.id({ value: id.value }));
      prefixed.append(ending);
      id.replaceWith(selectorParser.pseudo({ value: ':is', nodes: [own, prefixed] }));
    });
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return;
      pseudo.replaceWith(
        selectorParser.attribute({
          attribute: 'wx-host',
          operator: '=',
          value: scope,
          quoteMark: '"',
          raws: {},
        }),
      );
    });
    if (scope !== '') {
      root.walkClasses((node) => {
        node.value = `${scope}--${node.value}`;
      });
    }
    if (within === '') return;
    root.each((selector) => {
      if (OF_DOCUMENT.test(String(selector).trim())) return;
      // `:where` adds no weight, so that a page overrides app.wxss and nothing else changes.
      selector.prepend(selectorParser.tag({ value: `:where(.${within}) ` }));
    });
  });

const LENGTH = /^(?!.*--device)(-?[\d.]|calc|env|var)/;

/** The tab bar takes its height from a page: fixed boxes end above it. */
const leaveTabBar = (declaration: Declaration): void => {
  if (declaration.prop !== 'position' || declaration.value !== 'fixed') return;
  declaration.parent?.each((other) => {
    if (other.type !== 'decl' || other.prop !== 'bottom' || !LENGTH.test(other.value)) return;
    other.value = `calc(${other.value === '0' ? '0px' : other.value} + var(--device-tab-bar, 0px))`;
  });
};

/** The first generic family of a list; `monospace` is left, whose letters are of one width. */
const GENERIC = /(?<=^|[\s,])(?=(serif|sans-serif|cursive|fantasy|system-ui|ui-[\w-]+)\s*(,|$))/;

/**
 * A font that a page names may have no Chinese glyphs on this machine; a phone has a font that does. It stands
 * before a generic family: Chromium leaves text blank that it has drawn with one before the glyphs have arrived.
 */
const addChineseFont = (declaration: Declaration): void => {
  const isFontFace = declaration.parent?.type === 'atrule';
  if (isFontFace || !/^font(-family)?$/.test(declaration.prop)) return;
  if (/^(inherit|initial|unset|revert)$/.test(declaration.value)) return;
  const { value } = declaration;
  declaration.value = GENERIC.test(value)
    ? value.replace(GENERIC, "'Noto Sans SC', ")
    : `${value}, 'Noto Sans SC'`;
};

/**
 * Compiles a WXSS file and its imports to CSS.
 *
 * @param file - path in dist/, with .wxss; a missing file gives ''
 * @param scope - prefix of its classes; '' for shared classes
 * @param within - class of the element that it applies inside of. @default everywhere
 */
export const compileStyle = async (
  dist: string,
  file: string,
  scope: string,
  problems: Problems,
  within = '',
): Promise<string> => {
  const root = await inlineImports(dist, file, problems);
  const processor = scopeSelectors(scope, within);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    try {
      rule.selector = processor.processSync(rule.selector);
    } catch (error) {
      problems.add(`${placeOf(dist, rule)}: ${rule.selector}: ${(error as Error).message}`);
    }
  });
  root.walkDecls((declaration) => {
    addChineseFont(declaration);
    declaration.value = onDevice(declaration.value);
    leaveTabBar(declaration);
  });
  return root.toString();
};
