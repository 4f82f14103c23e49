import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import selectorParser, { type Attribute, type Node as Part } from 'postcss-selector-parser';
import { attributeOf } from './attributes';
import { tagOf } from './nodes';

type Element = glassEasel.Element;

/** A compound selector and the combinator before it. */
interface Compound {
  parts: Part[];
  combinator: ' ' | '>';
}

const compile = (selector: string): Compound[][] =>
  selectorParser()
    .astSync(selector)
    .nodes.map((alternative) => {
      const compounds: Compound[] = [{ parts: [], combinator: ' ' }];
      for (const part of alternative.nodes) {
        if (part.type === 'combinator') {
          const combinator = part.value.trim() || ' ';
          if (combinator !== ' ' && combinator !== '>') throw unsupported(selector, combinator);
          compounds.push({ parts: [], combinator });
        } else {
          compounds.at(-1)?.parts.push(part);
        }
      }
      return compounds;
    });

const unsupported = (selector: string, what: string) =>
  new Error(
    `selector "${selector}": "${what}" is not supported; tags, .class, #id, [attribute], descendants and > are`,
  );

const matchesAttribute = (element: Element, { attribute, operator, value = '' }: Attribute) => {
  const actual = attributeOf(element, attribute);
  if (actual === null || actual === undefined) return false;
  const text = `${actual as string}`;
  if (!operator) return true;
  if (operator === '=') return text === value;
  if (operator === '^=') return text.startsWith(value);
  if (operator === '$=') return text.endsWith(value);
  return operator === '*=' && text.includes(value);
};

const matchesPart = (element: Element, part: Part, selector: string): boolean => {
  if (part.type === 'universal') return true;
  if (part.type === 'tag') return tagOf(element) === part.value;
  if (part.type === 'class') return element.classList?.contains(part.value) ?? false;
  if (part.type === 'id') return element.id === part.value;
  if (part.type === 'attribute') return matchesAttribute(element, part);
  throw unsupported(selector, String(part));
};

/** Child elements within one tree; blocks (wx:if, wx:for) are replaced by their children. */
const childElements = (parent: Element): Element[] =>
  parent.childNodes.flatMap((node) => {
    const element = node.asElement();
    if (!element) return [];
    return tagOf(element) === null ? childElements(element) : [element];
  });

/**
 * Selects within one tree: that of a page or of one component. The framework's own selectors do not match
 * tags, which automator clients use. Nodes inside nested components are not matched.
 *
 * @param from - the root of the tree, or an element whose descendants are searched
 * @throws Error naming a part of the selector that is not supported
 */
export const selectAll = (from: Element, selector: string): Element[] => {
  const alternatives = compile(selector);
  const found: Element[] = [];
  const visit = (element: Element, ancestors: Element[]): void => {
    const path = [...ancestors, element];
    if (alternatives.some((compounds) => matches(path, compounds))) found.push(element);
    for (const child of childElements(element)) visit(child, path);
  };
  const matches = (path: Element[], compounds: Compound[]): boolean => {
    const [last, ...before] = [...compounds].reverse();
    const element = path.at(-1);
    if (!last || !element) return false;
    if (!last.parts.every((part) => matchesPart(element, part, selector))) return false;
    if (before.length === 0) return true;
    const rest = before.reverse();
    const above = path.slice(0, -1);
    if (last.combinator === '>') return matches(above, rest);
    return above.some((_ancestor, index) => matches(above.slice(0, index + 1), rest));
  };
  for (const child of childElements(from)) visit(child, []);
  return found;
};
