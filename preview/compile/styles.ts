import { readFile } from 'node:fs/promises';
import path from 'node:path';
import postcss, { type AtRule, type Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { BUILT_IN_ELEMENTS } from '../elements/names';

/** 750 rpx are the width of the viewport. */
const RPX_PER_VIEWPORT = 750;

const inlineImports = async (dist: string, file: string, stack: string[] = []): Promise<Root> => {
  if (stack.includes(file)) throw new Error(`${file}: circular @import`);
  const source = await readFile(path.join(dist, file), 'utf8').catch((error: Error) => {
    if (stack.length === 0) return '';
    throw new Error(`${stack.at(-1)}: @import "${file}" leads to no file (${error.message})`);
  });
  const root = postcss.parse(source, { from: file });
  const imports: AtRule[] = [];
  root.walkAtRules('import', (rule) => void imports.push(rule));
  for (const rule of imports) {
    const target = /^["'](.+)["']$/.exec(rule.params.trim())?.[1];
    if (!target) throw new Error(`${file}: @import ${rule.params} is not a quoted path`);
    const imported = path.posix.join(path.posix.dirname(file), target);
    rule.replaceWith((await inlineImports(dist, imported, [...stack, file])).nodes);
  }
  return root;
};

const scopeSelectors = (scope: string) =>
  selectorParser((root) => {
    root.walkTags((tag) => {
      if (BUILT_IN_ELEMENTS.includes(tag.value)) tag.value = `wx-${tag.value}`;
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
    if (scope === '') return;
    root.walkClasses((node) => {
      node.value = `${scope}--${node.value}`;
    });
  });

/**
 * In WeChat `prefers-color-scheme` follows WeChat's theme; in a browser it follows the system. The rules of
 * such a query move under an attribute of the document that the host sets.
 */
const themeQueries = (root: Root): void => {
  root.walkAtRules('media', (media) => {
    const theme = /^\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/.exec(media.params)?.[1];
    if (!theme) return;
    media.walkRules((rule) => {
      rule.selectors = rule.selectors.map((selector) => `[data-theme="${theme}"] ${selector}`);
    });
    media.replaceWith(media.nodes ?? []);
  });
};

/**
 * Compiles a WXSS file and its imports to CSS.
 *
 * @param file - path in dist/, with .wxss; a missing file gives ''
 * @param scope - prefix of its classes; '' for shared classes
 */
export const compileStyle = async (dist: string, file: string, scope: string): Promise<string> => {
  const root = await inlineImports(dist, file);
  const processor = scopeSelectors(scope);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    rule.selector = processor.processSync(rule.selector);
  });
  themeQueries(root);
  root.walkDecls((declaration) => {
    declaration.value = declaration.value
      .replace(
        /(-?\d*\.?\d+)rpx\b/g,
        (_match, size: string) => `${(Number(size) * 100) / RPX_PER_VIEWPORT}vw`,
      )
      .replace(/env\(\s*safe-area-inset-(\w+)\s*\)/g, 'var(--safe-area-inset-$1, 0px)');
  });
  return root.toString();
};
