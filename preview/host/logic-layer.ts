import type { Artefact } from '../artefact';
import { LANGUAGE_GLOBALS, WECHAT_GLOBALS } from './logic-globals';
import type { Realm } from './realm';

type LogicGlobals = Record<string, unknown>;
interface LoadedModule {
  exports: unknown;
}
type Compiled = (...values: unknown[]) => unknown;

/** Globals that a framework replaces by its own: uni-app's runtime wraps `Page` and `Component`. */
const REPLACEABLE = ['App', 'Page', 'Component', 'Behavior'];

/** Global names that exist in a browser and not in WeChat; parameters of the same names hide them. */
const hiddenNames = (globals: object, given: readonly string[]): string[] => {
  const names = new Set<string>(['globalThis']);
  let object: object | null = globals;
  while (object) {
    for (const name of Object.getOwnPropertyNames(object)) names.add(name);
    object = Object.getPrototypeOf(object) as object | null;
  }
  const kept = new Set([...LANGUAGE_GLOBALS, ...WECHAT_GLOBALS, ...given, 'eval']);
  return [...names].filter((name) => !kept.has(name) && /^[A-Za-z_$][\w$]*$/.test(name));
};

/**
 * Runs the mini program's scripts as CommonJS modules that see WeChat's globals and none of the browser's.
 *
 * @param artefact - its scripts, and what they require
 * @param own - values of WeChat's globals
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/api/require.html
 */
export const createLogicLayer = (
  { scripts, requires }: Pick<Artefact, 'scripts' | 'requires'>,
  realm: Realm,
  own: LogicGlobals,
) => {
  const globals: LogicGlobals = { ...realm.builtIns, ...own };
  globals['global'] = Object.assign(realm.shared, globals);
  for (const name of REPLACEABLE) realm.globals[name] = globals[name];
  const given = Object.keys(globals).filter((name) => !REPLACEABLE.includes(name));
  const hidden = hiddenNames(realm.globals, given);
  const loaded = new Map<string, LoadedModule>();

  /** Compiles the mini program's scripts and the functions that a test evaluates; nothing else compiles text. */
  const compile = (parameters: string[], body: string): Compiled => {
    // Strict code must not bind the name eval; the sloppy function around it may.
    const code = `return (function () {"use strict";${body}\n}).call(undefined);`;
    const run = realm.compile([...parameters, ...given, 'eval', ...hidden], code);
    const forbiddenEval = globals['Function'];
    return (...values) => run(...values, ...given.map((name) => globals[name]), forbiddenEval);
  };

  const requireFrom = (file: string) => {
    const find = (target: string): unknown => {
      const found = requires[file]?.[target];
      if (!found) throw new Error(`module '${target}', required by ${file}, is not defined`);
      return load(found);
    };
    /** With a callback, and by `async`: a script of another sub-package, which is here already. */
    const later = async (target: string): Promise<unknown> => {
      try {
        return await Promise.resolve(find(target));
      } catch (error) {
        const { message: errMsg } = error as Error;
        throw Object.assign(new Error(errMsg), { errMsg, mod: target });
      }
    };
    const required = (target: string, done?: unknown, failed?: unknown): unknown =>
      typeof done === 'function'
        ? void later(target).then(done as Compiled, failed as Compiled | undefined)
        : find(target);
    return Object.assign(required, { async: later });
  };

  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const source = scripts[file];
    if (source === undefined) throw new Error(`module '${file}' is not defined`);
    const module: LoadedModule = { exports: realm.compile([], 'return {}')() };
    loaded.set(file, module);
    const run = compile(['require', 'module', 'exports'], `${source}\n//# sourceURL=dist/${file}`);
    try {
      run(requireFrom(file), module, module.exports);
    } catch (error) {
      // Required again, it fails again.
      loaded.delete(file);
      throw error;
    }
    return module.exports;
  };

  return {
    load,
    /** Adds a global, which scripts that are already loaded see too. */
    define: (name: string, value: unknown): void => void (realm.globals[name] = value),
    /** Compiles a function from its source text, with the globals of a script. */
    functionOf: (declaration: string): Compiled => {
      const make = compile([], `return (${declaration}\n);`);
      return make() as Compiled;
    },
  };
};

/** Runs the mini program's scripts. */
export type LogicLayer = ReturnType<typeof createLogicLayer>;
