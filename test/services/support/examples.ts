import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';

const ROOT = path.join(__dirname, '../../..');
const PACKAGE = 'hydrogen-payment-history';
const TYPINGS = ['typings/wx-baas.d.ts'].map((file) => path.join(ROOT, file));

/** The examples of a document as one module; each line of code keeps its line number. */
export interface Examples {
  readonly page: string;
  readonly code: string;
  /** The documented output of each example, which is the `text` block after it; null where there is none. */
  readonly promised: readonly (string | null)[];
}

/** Reads the `ts` blocks of a document and the `text` blocks after them. */
export function examplesOf(page: string): Examples {
  const promised: (string | null)[] = [];
  let inside: 'ts' | 'text' | null = null;
  const lines = readFileSync(path.join(ROOT, page), 'utf8')
    .split('\n')
    .map((line) => {
      const [, fence] = /^```(\w*)$/.exec(line) ?? [];
      if (fence === '') inside = null;
      else if (fence === 'ts') {
        inside = 'ts';
        promised.push(null);
        return `example(${promised.length - 1});`;
      } else if (fence === 'text' && promised.length > 0) {
        inside = 'text';
        promised[promised.length - 1] = '';
      } else if (inside === 'text') promised.push(`${promised.pop()}${line}\n`);
      return inside === 'ts' && fence === undefined ? line : '';
    });
  return { page, code: lines.join('\n'), promised };
}

/** The compiler's errors in the examples of some documents, with the line of the document. */
export function errorsIn(pages: readonly Examples[]): string[] {
  const sources = new Map(
    pages.map(({ page, code }) => [
      path.join(ROOT, `${page}.ts`),
      `declare function example(number: number): void;${code}\nexport {};`,
    ]),
  );
  const own = path.join(ROOT, 'tsconfig.node.json');
  const read = ts.readConfigFile(own, (name) => ts.sys.readFile(name)) as { config: object };
  const options: ts.CompilerOptions = {
    ...ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT).options,
    paths: {
      [PACKAGE]: [path.join(ROOT, 'miniprogram/index')],
      [`${PACKAGE}/*`]: [path.join(ROOT, 'miniprogram/*')],
      [`${PACKAGE}-sandbox`]: [path.join(ROOT, 'sandbox/index')],
    },
  };
  const host = ts.createCompilerHost(options);
  const readFile = (name: string) => sources.get(name) ?? ts.sys.readFile(name);
  const fileExists = (name: string) => sources.has(name) || ts.sys.fileExists(name);
  const getSourceFile = (name: string, target: ts.ScriptTarget | ts.CreateSourceFileOptions) => {
    const text = readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, target);
  };
  Object.assign(host, { readFile, fileExists, getSourceFile });
  const program = ts.createProgram([...sources.keys(), ...TYPINGS], options, host);
  return [...sources.keys()].flatMap((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ file, start, messageText }) => {
        const { line = 0 } = file?.getLineAndCharacterOfPosition(start ?? 0) ?? {};
        const page = path.relative(ROOT, name).replace(/\.ts$/, '');
        return `${page}:${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      }),
  );
}

/**
 * Runs the examples of a document one after the other.
 *
 * @param replacements - Text of the document and its replacement, such as the address of the test's server.
 * @param globals - Global variables of the examples.
 * @returns The output of each example.
 */
export async function run(
  { code, promised }: Examples,
  replacements: Readonly<Record<string, string>>,
  globals: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const printed = promised.map(() => '');
  let current = 0;
  const variables = {
    wx,
    ...globals,
    example: (number: number) => (current = number),
    require: (name: string): unknown =>
      jest.requireActual(path.join(ROOT, 'miniprogram', name.slice(PACKAGE.length) || 'index')),
    exports: {},
    console: {
      log: (...parts: unknown[]) => (printed[current] += `${parts.map(String).join(' ')}\n`),
    },
  };
  const replaced = Object.entries(replacements).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    code,
  );
  const { outputText } = ts.transpileModule(replaced, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const body = `return (async () => {${outputText}\n})()`;
  const start = compileFunction(body, Object.keys(variables)) as (
    ...values: unknown[]
  ) => Promise<void>;
  await start(...Object.values(variables));
  return printed;
}
