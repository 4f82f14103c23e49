import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderTable, rowsOf, TABLES } from './component-tables';

const ROOT = path.join(__dirname, '../..');
const SOURCE = path.join(ROOT, 'miniprogram');

const textOf = (...file: string[]) => readFileSync(path.join(SOURCE, ...file), 'utf8');

const FOLDERS = ['components', 'features'].flatMap((layer) =>
  readdirSync(path.join(SOURCE, layer))
    .map((name) => `${layer}/${name}`)
    .filter((folder) => existsSync(path.join(SOURCE, folder, 'README.md'))),
);

/** The README with its tables replaced, before prettier aligns them. */
const renewed = (folder: string): string => {
  const rows = rowsOf(folder);
  return TABLES.reduce(
    (readme, table) =>
      readme.replace(
        new RegExp(`(<!-- ${table} -->\n)[\\s\\S]*?(<!-- /${table} -->)`),
        (_, start: string, end: string) => `${start}\n${renderTable(table, rows[table])}\n\n${end}`,
      ),
    textOf(folder, 'README.md'),
  );
};

/** Removes what prettier adds to a table. */
const withoutPadding = (text: string) =>
  text.replace(/ +\|/g, ' |').replace(/\| +/g, '| ').replace(/-{3,}/g, '---');

// WRITE_DOCS=1 writes the tables.
if (process.env['WRITE_DOCS']) {
  beforeAll(() => {
    const files = FOLDERS.map((folder) => path.join(SOURCE, folder, 'README.md'));
    FOLDERS.forEach((folder, nth) => writeFileSync(files[nth] ?? '', renewed(folder)));
    execFileSync(path.join(ROOT, 'node_modules/.bin/prettier'), ['--write', ...files]);
  });
}

const names = (rows: readonly (readonly string[])[]) =>
  rows.map(([name = '']) => name.replace(/`/g, '')).sort();

describe.each(FOLDERS)('the README of %s', (folder) => {
  const name = path.basename(folder);
  const rows = rowsOf(folder);

  test('has the tables that the doc comments make', () => {
    const readme = textOf(folder, 'README.md');
    expect(withoutPadding(readme)).toBe(withoutPadding(renewed(folder)));
    for (const table of ['properties', 'events', 'slots'])
      expect(readme).toContain(`<!-- /${table} -->`);
    expect(readme.includes('<!-- /methods -->')).toBe(rows.methods.length > 0);
  });

  test('explains every property, event and method', () => {
    const cells = TABLES.flatMap((table) => rows[table]).flat();
    expect(cells.filter((cell) => cell === '')).toEqual([]);
  });

  test('has the slots of the template, and the events of script and template', () => {
    const [script, wxml] = [textOf(folder, `${name}.ts`), textOf(folder, `${name}.wxml`)];
    const slots = [...wxml.matchAll(/<slot [^>]*name="([\w-]+)"/g)].map(([, slot]) => slot);
    expect(names(rows.slots)).toEqual(slots.sort());
    const sent = [...script.matchAll(/(?:triggerEvent\(|sendEvent\(this, )'([\w-]+)'/g)];
    const events = names(rows.events);
    expect(events).toEqual(expect.arrayContaining(sent.map(([, event]) => event)));
    const code = `${script.replace(/\/\*\*[\s\S]*?\*\//g, '')} ${wxml}`;
    expect(events.filter((event) => !new RegExp(`\\b${event}\\b`).test(code))).toEqual([]);
  });
});

describe('the two READMEs', () => {
  const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];

  test('name the same properties, methods, events and slots of the tags', () => {
    const features = FOLDERS.filter((folder) => folder.startsWith('features/'));
    const all = new Set(
      features.flatMap((folder) => TABLES.flatMap((table) => names(rowsOf(folder)[table]))),
    );
    const named = (text: string) => [...all].filter((name) => text.includes(`\`${name}`)).sort();
    expect(named(english).length).toBeGreaterThan(8);
    expect(named(chinese)).toEqual(named(english));
  });

  test('show the same code, versions and addresses', () => {
    const codes = (text: string) =>
      new Set(
        [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(
          ([, code]) => code,
        ),
      );
    const [en, zh] = [codes(english), codes(chinese)];
    expect([...en].filter((code) => !zh.has(code))).toEqual([]);
    expect([...zh].filter((code) => !en.has(code))).toEqual([]);
  });
});
