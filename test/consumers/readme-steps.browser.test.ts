import { execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import automator from 'miniprogram-automator';
import ts from 'typescript';
import { startSandbox } from '../../sandbox/server';
import { Detail } from '../../testing/detail';
import { History } from '../../testing/history';
import { until } from '../../testing/until';
import { startPreview } from '../support/preview-process';
import { blocksIn, filesIn, sectionOf } from './documents';
import { compileForUpload, filesBelow, pack, packNpm } from './host';

const ROOT = path.join(__dirname, '../..');
const STEPS_MS = 300_000;
const COUNT = 30;
const SANDBOX = { host: 'http://127.0.0.1:5180', clientId: 'sandbox-client' };

/** What WeChat DevTools has made before the first step: its TypeScript template keeps app.json in `miniprogram/`. */
const TEMPLATES = {
  flat: { miniprogramRoot: '' },
  typescript: { miniprogramRoot: 'miniprogram/' },
};

interface PackNpmSetting {
  readonly packNpmManually: boolean;
  readonly packNpmRelationList: readonly {
    readonly packageJsonPath: string;
    readonly miniprogramNpmDistDir: string;
  }[];
}

/** The last step of a journey, the template, and the page that it leads to. */
const JOURNEYS = [
  ['5', 'flat', 'miniprogram_npm/hydrogen-payment-history/pages/payments/payments'],
  ['6', 'typescript', 'pages/payments/payments'],
] as const;

/** Writes a file as DevTools reads it: with JavaScript beside TypeScript that is not a declaration. */
const write = (file: string, code: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, code);
  if (!/(?<!\.d)\.ts$/.test(file)) return;
  const compilerOptions = {
    module: ts.ModuleKind.CommonJS,
    target: ts.ScriptTarget.ES2018,
    removeComments: true,
  };
  writeFileSync(
    file.replace(/ts$/, 'js'),
    ts.transpileModule(code, { compilerOptions }).outputText,
  );
};

/** What WeChat reads of a project. TypeScript is left out: its comments are in the language of the document. */
const filesOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(root)
      .filter((file) => !/^node_modules|\.(ts|tgz)$/.test(file))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );

/** The files of the first language, by the last step. */
const seen = new Map<string, Record<string, string>>();

describe.each(['README.md', 'README.zh-CN.md'])('the steps of %s, from an empty folder', (name) => {
  const text = readFileSync(path.join(ROOT, name), 'utf8');
  const step = (number: string) => sectionOf(text, new RegExp(`^### ${number}\\. `, 'm'));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'steps-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Step 1: packs the module, installs it by the command of the document, and runs 构建 npm. */
  const install = (app: string, template: keyof typeof TEMPLATES): void => {
    const [packCommand, installCommand, relation] = blocksIn(step('1'));
    expect(packCommand?.code).toBe('npm ci && npm pack\n');
    const [, file = ''] = /^npm install (\S+)$/m.exec(installCommand?.code ?? '') ?? [];
    const packed = path.join(app, file);
    mkdirSync(path.dirname(packed), { recursive: true });
    renameSync(pack(path.dirname(packed)), packed);
    execSync(`${installCommand?.code.trim()} --offline --no-audit --no-fund`, { cwd: app });
    const { setting } = JSON.parse(relation?.code ?? '') as { setting: PackNpmSetting };
    const { miniprogramRoot } = TEMPLATES[template];
    const project = { appid: 'touristappid', compileType: 'miniprogram', miniprogramRoot };
    write(path.join(app, 'project.config.json'), JSON.stringify({ ...project, setting }));
    const [
      { packageJsonPath, miniprogramNpmDistDir } = {
        packageJsonPath: '',
        miniprogramNpmDistDir: '',
      },
    ] = setting.packNpmRelationList;
    const target = template === 'flat' ? app : path.join(app, miniprogramNpmDistDir);
    mkdirSync(target, { recursive: true });
    expect(packNpm(path.join(app, packageJsonPath), target)).toEqual([]);
  };

  test.each(JOURNEYS)(
    'up to step %s lead to the rows of a sandbox, in a %s project',
    async (last, template, page) => {
      const app = path.join(folder, last, 'your-app');
      const root = path.join(app, TEMPLATES[template].miniprogramRoot);
      mkdirSync(root, { recursive: true });
      install(app, template);
      for (let number = 2; number <= Number(last); number++)
        for (const { file, code } of filesIn(step(String(number))))
          write(path.join(root, file), code);
      // The section about the sandbox has the address that takes the place of the reader's own.
      const ofSandbox = blocksIn(text).filter(({ code }) => code.includes(SANDBOX.host));
      expect(ofSandbox.map(({ language }) => language)).toEqual(['ts']);
      expect(ofSandbox[0]?.code).toContain(`clientId: '${SANDBOX.clientId}'`);
      const example = ofSandbox[0]?.code.trim() ?? '';
      const mine = /^const app = .*$/m;
      expect(example).toMatch(mine);
      const files = filesOf(root);
      expect(Object.keys(files)).toContain(`${page}.js`);
      // The same files need no second run.
      const others = seen.get(last);
      if (others) return expect(files).toEqual(others);
      seen.set(last, files);

      const sandbox = await startSandbox({ count: COUNT, control: true });
      const file = path.join(root, 'connection.ts');
      const its = example.replace(SANDBOX.host, sandbox.url);
      expect(readFileSync(file, 'utf8')).toMatch(mine);
      write(file, readFileSync(file, 'utf8').replace(mine, its));
      expect(Object.keys(compileForUpload(app))).toContain(`${page}.js`);

      const address = ['--host', sandbox.url, '--client-id', SANDBOX.clientId];
      const preview = await startPreview(['--dist', root, ...address], { HYDROGEN_TOKEN: 'none' });
      try {
        const miniProgram = await automator.connect({ wsEndpoint: preview.automatorUrl });
        const history = new History({ miniProgram }, `/${page}`);
        await history.open();
        expect((await history.allRows()).length).toBe(COUNT);
        const newest = sandbox.orders().at(-1)?.transaction_no;
        await history.scrollTo(0);
        await history.tapInRow(newest ?? '', '.row');
        const detail = new Detail({ miniProgram });
        await until('the payment', async () => (await detail.phase()) === 'ready');
        miniProgram.disconnect();
      } finally {
        await preview.stop();
        await sandbox.close();
      }
    },
    STEPS_MS,
  );
});
