import { useHost } from '../support/host';

const host = useHost();

/** Runs source text in the mini program, also text that the compiler of this test refuses. */
const evaluate = (code: string): Promise<unknown> =>
  host
    .send<{ result: unknown }>('App.callFunction', {
      functionDeclaration: `() => { ${code} }`,
      args: [],
    })
    .then(({ result }) => result);

// https://developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
describe('the logic layer', () => {
  test.each([
    'window',
    'document',
    'location',
    'navigator',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'URL',
    'URLSearchParams',
    'AbortController',
    'Intl',
    'BigInt',
    'globalThis',
    'self',
    'parent',
    'top',
    'frames',
    'alert',
    'addEventListener',
    'requestAnimationFrame',
    'structuredClone',
    'queueMicrotask',
    'TextEncoder',
    'Blob',
    'crypto',
    'performance',
    'WebAssembly',
    'process',
    'Buffer',
    'Worker',
    'miniProgram',
    'HTMLElement',
    'customElements',
  ])('hides %s', async (name) => {
    expect(await evaluate(`return typeof ${name}`)).toBe('undefined');
  });

  test.each([
    'wx',
    'getApp',
    'getCurrentPages',
    'setTimeout',
    'console',
    'Promise',
    'Map',
    'JSON',
    'Date',
  ])('provides %s', async (name) => {
    expect(await evaluate(`return typeof ${name}`)).toMatch(/^(object|function)$/);
  });

  test.each([
    ['this', 'return typeof (function () { return this })()'],
    ['this of an arrow', 'return typeof this'],
    ['the global object', "return typeof Function('return this')().document"],
  ])('does not leak the browser through %s', async (_way, code) => {
    expect(await evaluate(code)).toBe('undefined');
  });

  test.each([
    ['Function', "return Function('return document')()"],
    ['Function with a parameter', "return Function('x', 'return this')()"],
    ['new Function', "return new Function('return document')()"],
    ['the constructor of a function', "return (() => 0).constructor('return document')()"],
    [
      'the constructor of an async function',
      "return (async () => 0).constructor('return document')()",
    ],
    ['the constructor of a generator', "return (function* () {}).constructor('yield document')()"],
    ['an indirect eval', "return (0, eval)('document')"],
  ])('does not compile text through %s', async (_way, code) => {
    await expect(evaluate(code)).rejects.toThrow('code from text is not allowed in a mini program');
  });

  test('does not leak the browser through timers or an undeclared name', async () => {
    const code =
      'return new Promise((resolve) => setTimeout(function () { resolve(typeof this) }, 0))';
    expect(await evaluate(code)).toBe('undefined');
    await expect(evaluate("setTimeout('document')")).rejects.toThrow('setTimeout needs a function');
    expect(await evaluate('return typeof constructor')).toBe('undefined');
  });

  test('keeps instanceof Function', async () => {
    expect(await evaluate('return (() => 0) instanceof Function')).toBe(true);
  });
});

// https://developers.weixin.qq.com/miniprogram/dev/framework/performance/tips/runtime_setData.html
describe('setData', () => {
  const setting = async (data: string): Promise<unknown> => {
    await host.open('first/first');
    return evaluate(
      `const page = getCurrentPages()[0]; page.setData(${data}); return page.data.value`,
    );
  };

  test('copies its values', async () => {
    await host.open('first/first');
    const code = `
      const page = getCurrentPages()[0];
      const value = { list: [1] };
      page.setData({ value });
      value.list.push(2);
      return page.data.value`;
    expect(await evaluate(code)).toEqual({ list: [1] });
  });

  test.each([
    ['a function', '{ value: { call: () => 0 } }', '"value.call" is function'],
    ['an instance', '{ value: new Date() }', '"value" is an instance of'],
    ['a map', '{ value: new Map() }', '"value" is an instance of Map'],
    ['undefined in a list', '{ value: [undefined] }', '"value.0" is undefined'],
    ['undefined in an object', '{ value: { a: undefined } }', '"value.a" is undefined'],
    ['NaN', '{ value: [NaN] }', '"value.0" is NaN'],
    ['a symbol', '{ value: Symbol() }', '"value" is symbol'],
    [
      'a circle',
      '(() => { const value = {}; value.self = value; return { value } })()',
      'contains itself',
    ],
  ])('refuses %s, which JSON loses', async (_what, data, message) => {
    await expect(setting(data)).rejects.toThrow(message);
  });

  test('ignores a field that is undefined', async () => {
    expect(await setting('{ value: undefined, title: "still" }')).toBe('probe');
  });

  test('counts calls and bytes', async () => {
    await host.open('first/first');
    const before = await host.send<{ calls: number; bytes: number }>('Preview.getSetDataCount');
    await evaluate('getCurrentPages()[0].setData({ title: "中" })');
    const after = await host.send<{ calls: number; bytes: number }>('Preview.getSetDataCount');
    expect(after.calls - before.calls).toBe(1);
    expect(after.bytes - before.bytes).toBe(Buffer.byteLength('{"title":"中"}'));
  });
});
