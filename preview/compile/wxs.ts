import path from 'node:path';
import vm from 'node:vm';
import { parseSync } from '@swc/core';
import type { Problems } from './problems';

/**
 * Features of WXS that JavaScript lacks: getRegExp, getDate, and `constructor` as the name of the type.
 * Vant compares `x.constructor === 'Array'`; in plain JavaScript this is false and class names get lost.
 * `D` defines a module, where there is one: one that throws exports what it has, and the host reports its error.
 * `Q` has the template compiler's hooks for handlers; the path of a handler from data starts with 0.
 */
export const WXS_RUNTIME = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags); };
var getDate = function () { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))(); };
var __wxsConstructor = function (value) {
  if (value === undefined || value === null) return undefined;
  return Object.prototype.toString.call(value).slice(8, -1);
};
window.wxsFailures = [];
if (typeof D === 'function') {
  var __wxsDefine = D;
  D = function (name, run) {
    return __wxsDefine(name, function (require, exports, module) {
      try { run(require, exports, module); } catch (error) {
        window.wxsFailures.push(new Error(name + ': ' + error.message));
      }
    });
  };
}
Q.A = function (handler) {
  return function (now, before, owner, node) { wxsHandlers.change(handler, now, before, owner, node); };
};
Q.C = function (caller, event, handler, path) {
  return wxsHandlers.event(caller, event, handler, Boolean(path) && path[0] !== 0);
};
`;

/** A node of the syntax tree. Its span counts bytes of UTF-8, from a base that grows with every parsed file. */
interface Syntax {
  type: string;
  span: { start: number; end: number };
  [field: string]: unknown;
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && 'span' in value;

/** The nodes directly below one; arguments and properties are wrapped in objects that are no nodes. */
const below = (value: unknown): Syntax[] => {
  if (isSyntax(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(below) : [];
};

const walk = (node: Syntax, visit: (node: Syntax) => void): void => {
  visit(node);
  Object.values(node)
    .flatMap(below)
    .forEach((inner) => walk(inner, visit));
};

const textOf = (value: unknown): string | null =>
  isSyntax(value) && value.type === 'StringLiteral' ? String(value['value']) : null;

/** Whether a node is `x.constructor` or `x['constructor']`. */
const isConstructor = ({ type, property }: Syntax): boolean => {
  if (type !== 'MemberExpression' || !isSyntax(property)) return false;
  return property.type === 'Identifier'
    ? property['value'] === 'constructor'
    : textOf(property['expression']) === 'constructor';
};

/** The path of `require('path')`. */
const requiredBy = ({ type, callee, arguments: given }: Syntax): Syntax | null => {
  if (type !== 'CallExpression' || !isSyntax(callee) || callee['value'] !== 'require') return null;
  const [first] = given as { expression: Syntax }[];
  return first && textOf(first.expression) !== null ? first.expression : null;
};

/** A module is the body of a function. */
const [BEFORE, AFTER] = ['(function () {', '\n})'];

/** Where the WXS of a module stands. */
export interface WxsPlace {
  /** With its ending. */
  file: string;
  /** Number of the lines before it. */
  linesBefore: number;
}

/** The message and the line of what is no JavaScript; null if all of it is. */
const syntaxError = (content: string, { file, linesBefore }: WxsPlace): string | null => {
  try {
    vm.compileFunction(content, [], { filename: file, lineOffset: linesBefore });
    return null;
  } catch (error) {
    const { message, stack = '' } = error as Error;
    const [place = file] = stack.split('\n');
    return `${place}: ${message}`;
  }
};

/**
 * Rewrites one WXS module to JavaScript for the template compiler. One that is no JavaScript is a problem, and becomes
 * an empty module.
 *
 * @param place - where its first line is, for messages
 * @returns the source, and the paths of the required modules in dist/ without .wxs
 */
export const wxsSource = (
  content: string,
  place: WxsPlace,
  problems: Problems,
): { source: string; dependencies: string[] } => {
  const mistake = syntaxError(content, place);
  if (mistake !== null) {
    problems.add(mistake);
    return { source: '', dependencies: [] };
  }
  const tree = parseSync(BEFORE + content + AFTER, {
    syntax: 'ecmascript',
    isModule: false,
  }) as unknown as Syntax & { body: [Syntax] };
  const base = tree.body[0].span.start + BEFORE.length;
  const dependencies: string[] = [];
  const edits: { from: number; to: number; by: string }[] = [];
  const replace = (from: number, to: number, by: string) =>
    void edits.push({ from: from - base, to: to - base, by });
  const assigned = new Set<unknown>();
  walk(tree.body[0], (node) => {
    if (node.type === 'AssignmentExpression') assigned.add(node['left']);
    const required = requiredBy(node);
    if (required) {
      const target = (textOf(required) ?? '').replace(/\.wxs$/, '');
      dependencies.push(path.posix.join(path.posix.dirname(place.file), target));
      replace(required.span.start, required.span.end, JSON.stringify(target));
    }
    const { object } = node;
    if (!isConstructor(node) || assigned.has(node) || !isSyntax(object)) return;
    replace(object.span.start, object.span.start, '__wxsConstructor(');
    replace(object.span.end, node.span.end, ')');
  });
  const bytes = Buffer.from(content);
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, by } of edits.sort((one, other) => one.from - other.from)) {
    parts.push(bytes.toString('utf8', done, from), by);
    done = to;
  }
  // The line ends a comment that the module ends with.
  return { source: `${parts.join('')}${bytes.toString('utf8', done)}\n`, dependencies };
};
