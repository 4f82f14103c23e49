import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import newest from 'typescript';
import { INSTALL, pack, run } from '../consumers/host';

/** The first run installs the compilers. */
const INSTALL_MS = 300_000;

/** A compiler of a host app. Its own types differ from version to version, so it is read as the newest. */
const compiler = (name: string): typeof newest =>
  name === newest.versionMajorMinor
    ? newest
    : jest.requireActual<typeof newest>(path.join(__dirname, 'node_modules', `typescript-${name}`));

const VERSIONS = ['5.0', '5.9', '6.0'] as const;

/** How a host app finds the package, as options of its tsconfig.json. */
const RESOLUTIONS = {
  node10: { module: 'commonjs', moduleResolution: 'node10' },
  node16: { module: 'node16', moduleResolution: 'node16' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const;

const MATRIX = VERSIONS.flatMap((version) =>
  Object.entries(RESOLUTIONS).map(([name, options]) => ({ version, name, options })),
);

describe('the public API of the packed module', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'types-'));

  beforeAll(() => {
    if (!existsSync(path.join(__dirname, 'node_modules'))) {
      run('npm', ['ci', '--no-audit', '--no-fund'], __dirname);
    }
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    copyFileSync(path.join(__dirname, 'api.ts'), path.join(folder, 'api.ts'));
    run('npm', [...INSTALL, pack(folder)], folder);
  }, INSTALL_MS);

  afterAll(() => rmSync(folder, { recursive: true }));

  /** The messages of a compiler for api.ts. */
  const messages = (version: string, resolution: object): string[] => {
    const ts = compiler(version);
    const { options, errors } = ts.convertCompilerOptionsFromJson(
      {
        ...resolution,
        // TypeScript 6 deprecates node10; earlier versions do not know this value.
        ...(version === '6.0' && { ignoreDeprecations: '6.0' }),
        target: 'es2018',
        lib: ['es2018'],
        types: [],
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
      },
      folder,
    );
    const program = ts.createProgram([path.join(folder, 'api.ts')], options);
    return [...errors, ...ts.getPreEmitDiagnostics(program)].map(
      ({ file: source, start = 0, messageText }) => {
        const { line = 0 } = source?.getLineAndCharacterOfPosition(start) ?? {};
        const name = path.relative(folder, source?.fileName ?? folder);
        return `${name}:${line + 1} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      },
    );
  };

  test.each(MATRIX)(
    'TypeScript $version, $name: accepts correct uses and reports every mistake of api.ts',
    ({ version, options }) => {
      expect(compiler(version).version).toMatch(new RegExp(`^${version.replace('.', '\\.')}\\.`));
      expect(messages(version, options)).toEqual([]);
    },
  );
});
