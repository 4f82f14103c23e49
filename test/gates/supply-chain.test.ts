import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

interface Locked {
  /** Of a package that is installed under another name. */
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** Every package of a lockfile by its path, except the project itself. */
const packagesIn = (lockfile: string): (readonly [place: string, locked: Locked])[] => {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, lockfile), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages).filter(([place]) => place !== '');
};

const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 13);

/** SPDX licences that ask for no more than their notice; all of these packages are tools. */
const LICENCES: readonly string[] = [
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0'],
  ...['ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unlicense', 'Zlib'],
];

/** Licences of single packages: of data and of a font, and MPL-2.0, which asks for changes of its own files only. */
const SINGLE_LICENCES: Readonly<Record<string, string>> = {
  '@fontsource/noto-sans-sc': 'OFL-1.1',
  'axe-core': 'MPL-2.0',
  'caniuse-lite': 'CC-BY-4.0',
  'mdn-data': 'MPL-2.0',
  'spdx-exceptions': 'CC-BY-3.0',
};

/** Packages whose `package.json` names no licence as SPDX does; the licence that their files name. */
const UNNAMED: Readonly<Record<string, string>> = {
  'dom-walk': 'MIT',
  'exif-parser': 'MIT',
  jsesc: 'MIT',
  'node-bitmap': 'MIT',
  'qrcode-terminal': 'Apache-2.0',
  'replace-ext': 'MIT',
  'string.fromcodepoint': 'MIT',
  'svg-tags': 'MIT',
};

/** Of `(A OR B)` one must be allowed, of `A AND B` both. */
function isAllowed(name: string, licence: string): boolean {
  if (SINGLE_LICENCES[name] === licence) return true;
  const plain = licence.replace(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some((one) => isAllowed(name, one));
  return plain.split(' AND ').every((one) => LICENCES.includes(one));
}

/** The packages that run a script when they are installed, and what it does. */
const INSTALL_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  'package-lock.json': [
    '@parcel/watcher', // compiles from source where no binary of the platform is installed
    '@swc/core', // checks the binary of the platform
    'core-js', // prints a notice
    'esbuild', // checks the binary of the platform
    'unrs-resolver', // checks the binary of the platform
  ],
  'test/consumers/package-lock.json': [
    '@parcel/watcher',
    '@swc/core',
    'core-js',
    'less', // nothing in an installed package
    'protobufjs', // prints a warning about version schemes
  ],
  'test/types/package-lock.json': [],
};

describe.each(Object.keys(INSTALL_SCRIPTS))('every package of %s', (lockfile) => {
  const packages = packagesIn(lockfile);

  it('has an allowed licence', () => {
    const refused = packages.flatMap(([place, { license }]) => {
      const name = nameOf(place);
      const licence = license ?? UNNAMED[name] ?? 'none';
      return isAllowed(name, licence) ? [] : [`${name}: ${licence}`];
    });
    expect(refused).toEqual([]);
  });

  it('has the hash of its files', () => {
    const without = packages.filter(
      ([, { integrity = '' }]) => !/^sha512-.{86}==$/.test(integrity),
    );
    expect(without.map(([place]) => place)).toEqual([]);
    expect(packages.filter(([, { link }]) => link)).toEqual([]);
  });

  it('comes from the registry that npm is set to', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('runs no script when it is installed, except the listed ones', () => {
    const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = new Set(scripts.map(([place]) => nameOf(place)));
    expect([...names].sort()).toEqual(INSTALL_SCRIPTS[lockfile]);
  });
});

test('the package needs no other package where it is used', () => {
  expect(packagesIn('package-lock.json').filter(([, { dev }]) => !dev)).toEqual([]);
});

test('npm makes a bill of materials with every package', () => {
  const options = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { components } = JSON.parse(
    execFileSync('npm', options, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 }),
  ) as { components: { name: string; version: string; hashes?: unknown[] }[] };
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  // npm lists a package that is installed under another name by either of the two names.
  const isListed = ([place, { name, version }]: readonly [string, Locked]) =>
    [nameOf(place), name].some((one) => listed.has(`${one}@${version}`));
  const missing = packagesIn('package-lock.json').filter((locked) => !isListed(locked));
  expect(missing.map(([place]) => place)).toEqual([]);
  expect(components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
});
