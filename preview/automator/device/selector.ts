import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import selectorParser, { type Attribute, type Node as Part } from 'postcss-selector-parser';
import { attributeOf, tagOf } from './element-facts';

type Element = glassEasel.Element;

/** One simple selector after another, each with what joins it to the one before. */
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

/** Elements of the same tree, without the blocks (wx:if, wx:for) between them. */
const childElements = (parent: Element): Element[] =>
  parent.childNodes.flatMap((node) => {
    const element = node.asElement();
    if (!element) return [];
    return tagOf(element) === null ? childElements(element) : [element];
  });

/**
 * Selects within one tree, a page's or a component's own, as automator clients expect: by tag as well,
 * which the framework's own selectors cannot. Components on the way keep what is inside of them.
 *
 * @param from - the tree's root, or an element whose descendants are meant
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
