import { LANGUAGE_GLOBALS } from './logic-globals';

type Compiled = (...values: unknown[]) => unknown;
type Globals = Record<string, unknown>;

/**
 * WeChat has neither eval nor new Function(text), except for `new Function('return this')`; a script could reach the
 * browser's globals through them.
 */
const forbidCodeFromText = (own: FunctionConstructor, shared: Globals): FunctionConstructor => {
  const forbidden = function (...texts: unknown[]): () => Globals {
    if (texts.length === 1 && texts[0] === 'return this') return () => shared;
    throw new EvalError('code from text is not allowed in a mini program');
  };
  forbidden.prototype = own.prototype as unknown;
  const kinds = ['() => 0', 'async () => 0', 'function* () {}', 'async function* () {}'];
  const prototypes = [own, Function].flatMap((compile) =>
    kinds.map((kind) => {
      const make = compile(`return ${kind}`) as Compiled;
      return Object.getPrototypeOf(make()) as object;
    }),
  );
  for (const prototype of prototypes) {
    Object.defineProperty(prototype, 'constructor', { value: forbidden });
  }
  return forbidden as unknown as FunctionConstructor;
};

const isObject = (value: unknown) =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** A value of the host passes `instanceof` as the mini program's own do: WeChat has one set of built-ins. */
const acceptHostValues = (own: Globals): void => {
  const ordinary = Function.prototype[Symbol.hasInstance];
  const accept = (name: string, isHostInstance: (value: unknown) => boolean): void => {
    const constructor = own[name] as FunctionConstructor;
    Object.defineProperty(constructor, Symbol.hasInstance, {
      value(this: FunctionConstructor, value: unknown) {
        return ordinary.call(this, value) || (this === constructor && isHostInstance(value));
      },
    });
  };
  accept('Object', isObject);
  accept('Array', Array.isArray);
  accept('Error', (value) => value instanceof Error);
  accept('TypeError', (value) => value instanceof TypeError);
  accept('Promise', (value) => value instanceof Promise);
  accept('ArrayBuffer', (value) => value instanceof ArrayBuffer);
};

/**
 * Makes built-ins for the mini program, so that one that it replaces, such as `Promise.prototype.finally`, stays
 * the host's own in the host. They are those of an empty document.
 *
 * @param onRejection - receives rejections that the mini program does not handle
 */
export const createRealm = (onRejection: (event: PromiseRejectionEvent) => void) => {
  const frame = document.createElement('iframe');
  document.head.append(frame);
  const own = frame.contentWindow as Window & Globals;
  own.addEventListener('unhandledrejection', onRejection);
  const compile = own['Function'] as FunctionConstructor;
  const builtIns = Object.fromEntries(LANGUAGE_GLOBALS.map((name) => [name, own[name]]));
  const shared: Globals = {};
  builtIns['Function'] = forbidCodeFromText(compile, shared);
  acceptHostValues(own);
  const host = globalThis as unknown as Globals;
  const hostOf = new Map(LANGUAGE_GLOBALS.map((name) => [builtIns[name], host[name]]));
  return {
    builtIns,
    /** The mini program's `global`. */
    shared,
    compile: (parameters: string[], body: string) => compile(...parameters, body) as Compiled,
    /** The host's built-in for one of the mini program's; another value as it is. */
    toHost: (value: unknown): unknown => hostOf.get(value) ?? value,
    /** The global object: scripts that are already loaded see a new property of it. */
    globals: own as Globals,
  };
};

/** Built-ins of the mini program's own. */
export type Realm = ReturnType<typeof createRealm>;
