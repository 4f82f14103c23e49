import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { transform } from 'esbuild';
import gulp from 'gulp';
import { rolldown, type RolldownPlugin } from 'rolldown';
import { VANT, vantClosure, vantFile } from './vant-files';

const SOURCE = 'miniprogram';
const DIST = 'dist';
const MAPS = 'dist-maps';
/** The page objects for tests of host apps: outside of `dist`, which is all that WeChat's npm build reads. */
const KIT = 'testing';
/** Where our components name Vant's, by a relative path: it is part of the package, not a dependency. */
const VENDORED = 'vant';
const ASSETS = `${SOURCE}/**/*.{wxml,wxss,json,png,svg}`;

const clean = () =>
  Promise.all(
    [DIST, MAPS, `${KIT}/dist`].map((folder) => rm(folder, { recursive: true, force: true })),
  );

/** Runs a script of a package. It ends with this process: a task beside it may have failed. */
const run = (name: string, script: string, ...options: string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [path.join('node_modules', script), ...options], {
      stdio: 'inherit',
    });
    process.on('exit', () => child.kill());
    child
      .on('error', reject)
      .on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${name} found errors (exit ${code})`)),
      );
  });

const tsc = (...options: string[]) => run('tsc', 'typescript/bin/tsc', ...options);

const eslint = () => run('eslint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0');
const unused = () => run('knip', 'knip/bin/knip.js');
const cycles = () => run('knip --cycles', 'knip/bin/knip.js', '--cycles');
const styles = () => run('stylelint', 'stylelint/bin/stylelint.mjs', `${SOURCE}/**/*.wxss`);
const formats = () => run('prettier', 'prettier/bin/prettier.cjs', '--check', '.');
const otherLint = gulp.series(unused, cycles, styles, formats);

export const lint = gulp.series(eslint, otherLint);

/** The types outside of the mini program, whose own the build checks. */
const otherTypes = gulp.series(
  () => tsc('-p', 'tsconfig.node.json'),
  () => tsc('-p', 'tsconfig.browser.json'),
);

/** Checks the types and writes the declarations. */
const declarations = () => tsc('-p', 'tsconfig.json', '--emitDeclarationOnly');

const testingKit = () => tsc('-p', KIT);

/** A module that a function requires stays outside of the chunks, and is evaluated when it is first used. */
const lazyModules: RolldownPlugin = {
  name: 'lazy-modules',
  resolveId(source, importer, { kind }) {
    if (kind !== 'require-call' || !importer) return null;
    const id = path.resolve(path.dirname(importer), source);
    const fileName = `${path.relative(SOURCE, id).split(path.sep).join('/')}.js`;
    this.emitFile({ type: 'chunk', id: `${id}.ts`, fileName });
    return { id, external: 'relative' };
  },
};

/**
 * The modules that are loaded by their path: by WeChat, because a JSON file of the same name makes them the
 * app, a page or a component; and by host apps, because `exports` in package.json names them.
 */
const entries = (): Record<string, string> => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' });
  const isScript = (name: string) => files.includes(`${name}.ts`);
  const loadedByWechat = files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object };
  const loadedByHosts = Object.keys(exports).map((key) => (key === '.' ? 'index' : key.slice(2)));
  const names = new Set([...loadedByWechat, ...loadedByHosts].filter(isScript));
  return Object.fromEntries([...names].map((name) => [name, path.join(SOURCE, `${name}.ts`)]));
};

/**
 * Modules that are always used together, as one chunk each. What only lazy modules use is not among them.
 * `services` is what a host without tags needs to read orders; `configure` is what the tags need beside it.
 */
const SHARED_CHUNKS = [
  {
    name: 'configure',
    test: /miniprogram\/(configure|settings|elements|core\/server-clock|domain\/(net-total|payability)|services\/(explain-tag-mistake|network|pace|storage-keys|session\/current-user|orders\/(order-cache|pending-payments|watch-pages)))\./,
  },
  { name: 'sessions', test: /miniprogram\/services\/session\/(fixed-token|sdk-session)\./ },
  {
    name: 'services',
    test: /miniprogram\/(core\/|domain\/(money|order|order-filter|time)\.|services\/(?!.*(explain-tag-mistake|fixed-token|gateway-info|message-in-body|mistakes|refunds|sdk-session|wechat-failure)))/,
  },
  {
    name: 'features',
    test: /miniprogram\/(features\/(shared\/(?!route|find-payment|host-actions)|payment-history\/(query\/(?!search)|view\/month-label))|state\/paging\/items|texts\/(format|texts)\.)/,
  },
];

/** No export changes after its module was evaluated, so a value, which is much shorter, replaces its getter. */
const withoutGetters = (code: string) =>
  code.replace(
    /Object\.defineProperty\(exports,"(\w+)",\{enumerable:!0,get:function\(\)\{return ([\w$.]+|`[^`]*`)\}\}\)/g,
    'exports.$1=$2',
  );

/**
 * Bundles the entries into CommonJS. What several of them use goes to shared chunks, so that each module,
 * and with it the configuration, exists once. The source maps stay outside of the package.
 */
const scripts = async () => {
  const bundle = await rolldown({
    input: entries(),
    plugins: [lazyModules],
    platform: 'neutral',
    // Needed by the chunks below: an entry may export to other entries what is in it.
    preserveEntrySignatures: 'allow-extension',
    transform: { target: 'es2018' },
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    exports: 'named',
    minify: true,
    sourcemap: 'hidden',
    codeSplitting: { groups: SHARED_CHUNKS, includeDependenciesRecursively: false },
    // The package leaves out the folder of the demo, with the chunks that only the demo uses.
    chunkFileNames: ({ moduleIds }) =>
      moduleIds.every((id) => id.includes(`/${SOURCE}/demo/`))
        ? 'demo/[name].js'
        : 'chunks/[name].js',
  });
  await bundle.close();
  for (const file of output) {
    const isMap = file.fileName.endsWith('.map');
    const target = path.join(isMap ? MAPS : DIST, file.fileName);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.type === 'chunk' ? withoutGetters(file.code) : file.source);
  }
};

interface PassingFile {
  readonly path: string;
  contents: Buffer;
}

/** Replaces the contents of the files that pass, where `change` returns some. */
const replaced = (change: (file: PassingFile) => Promise<string | null>) =>
  new Transform({
    objectMode: true,
    transform(file: PassingFile, _encoding, done) {
      change(file).then((text) => {
        if (text !== null) file.contents = Buffer.from(text);
        done(null, file);
      }, done);
    },
  });

/**
 * A style sheet without comments and spaces; nothing else changes. WeChat's compiler expects a space after
 * `@import`. The sheet that lists the colours stays as it is: the READMEs send people to it.
 */
const withoutSpaces = async ({ path: file, contents }: PassingFile): Promise<string | null> => {
  if (!file.endsWith('.wxss') || file.endsWith('tokens.wxss')) return null;
  const { code, warnings } = await transform(contents.toString(), {
    loader: 'css',
    minifyWhitespace: true,
  });
  if (warnings[0]) throw new Error(`${file}: ${warnings[0].text}`);
  return code.replaceAll('@import"', '@import "');
};

const assets = () =>
  gulp.src(ASSETS, { encoding: false }).pipe(replaced(withoutSpaces)).pipe(gulp.dest(DIST));

const vantFiles = () =>
  gulp
    .src(vantClosure(SOURCE), { base: `${VANT}/lib` })
    .pipe(replaced((file) => Promise.resolve(vantFile(file.path))))
    .pipe(gulp.dest(`${DIST}/${VENDORED}`));

/** Vant's licence demands that its notice accompanies the files. */
const vantLicence = () => gulp.src(`${VANT}/LICENSE`).pipe(gulp.dest(`${DIST}/${VENDORED}`));

const vant = gulp.parallel(vantFiles, vantLicence);

export const build = gulp.series(
  clean,
  gulp.parallel(declarations, testingKit, scripts, assets, vant),
);

/** What `npm test` does before the tests. ESLint takes as long as everything else, so they run side by side. */
export const check = gulp.parallel(eslint, gulp.series(otherLint, otherTypes, build));

/** After a build: rebuilds what changed, until the process that started it ends. */
export const watch = () => {
  gulp.watch(`${SOURCE}/**/*.ts`, scripts);
  gulp.watch(ASSETS, gulp.parallel(assets, vant));
};
