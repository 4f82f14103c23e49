import { LANGUAGE_GLOBALS, WECHAT_GLOBALS } from './logic-globals';

type LogicGlobals = Record<string, unknown>;
interface LoadedModule {
  exports: unknown;
}
type Compiled = (...values: unknown[]) => unknown;

/** The browser's own Function, kept before forbidCodeFromText() replaces it for the mini program. */
const BrowserFunction = Function;

/** Global names that exist in a browser and not in WeChat; parameters of the same names hide them. */
const hiddenNames = (given: readonly string[]): string[] => {
  const names = new Set<string>(['globalThis']);
  let object: object | null = globalThis;
  while (object) {
    for (const name of Object.getOwnPropertyNames(object)) names.add(name);
    object = Object.getPrototypeOf(object) as object | null;
  }
  const kept = new Set([...LANGUAGE_GLOBALS, ...WECHAT_GLOBALS, ...given, 'eval']);
  return [...names].filter((name) => !kept.has(name) && /^[A-Za-z_$][\w$]*$/.test(name));
};

/** WeChat has neither eval nor new Function(text); a script could reach the browser's globals through them. */
const forbidCodeFromText = (): FunctionConstructor => {
  const forbidden = function (): never {
    throw new EvalError('code from text is not allowed in a mini program');
  };
  forbidden.prototype = BrowserFunction.prototype as unknown;
  const kinds = [
    () => undefined,
    async () => Promise.resolve(),
    function* () {
      yield;
    },
    async function* () {
      yield Promise.resolve();
    },
  ];
  for (const kind of kinds) {
    const prototype = Object.getPrototypeOf(kind) as object;
    Object.defineProperty(prototype, 'constructor', { value: forbidden });
  }
  return forbidden as unknown as FunctionConstructor;
};

/**
 * Runs the mini program's scripts as CommonJS modules that see WeChat's globals and none of the browser's.
 *
 * @param scripts - sources by path in dist/, with .js
 * @param own - values of WeChat's globals
 */
export const createLogicLayer = (scripts: Record<string, string>, own: LogicGlobals) => {
  const globals: LogicGlobals = { ...own, Function: forbidCodeFromText() };
  const given = Object.keys(globals);
  const hidden = hiddenNames(given);
  const loaded = new Map<string, LoadedModule>();

  /** Compiles the mini program's scripts and the functions that a test evaluates; nothing else compiles text. */
  const compile = (parameters: string[], body: string): Compiled => {
    // Strict code must not bind the name eval; the sloppy function around it may.
    const code = `return (function () {"use strict";${body}\n}).call(undefined);`;
    const run = new BrowserFunction(...parameters, ...given, 'eval', ...hidden, code) as Compiled;
    const forbiddenEval = globals['Function'];
    return (...values) => run(...values, ...given.map((name) => globals[name]), forbiddenEval);
  };

  const resolve = (from: string, target: string): string => {
    const base = target.startsWith('.')
      ? joinPath(from.split('/').slice(0, -1).join('/'), target)
      : `miniprogram_npm/${target}`;
    const found = [base, `${base}.js`, `${base}/index.js`].find((file) => file in scripts);
    if (!found) throw new Error(`module '${target}', required by ${from}, is not defined`);
    return found;
  };

  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const source = scripts[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const module: LoadedModule = { exports: {} };
    loaded.set(file, module);
    const run = compile(['require', 'module', 'exports'], `${source}\n//# sourceURL=dist/${file}`);
    run((target: string) => load(resolve(file, target)), module, module.exports);
    return module.exports;
  };

  return {
    load,
    /** Compiles a function from its source text, with the globals of a script. */
    functionOf: (declaration: string): Compiled => {
      const make = compile([], `return (${declaration}\n);`);
      return make() as Compiled;
    },
  };
};

/** Runs the mini program's scripts. */
export type LogicLayer = ReturnType<typeof createLogicLayer>;

const joinPath = (folder: string, target: string): string => {
  const parts = folder ? folder.split('/') : [];
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};
