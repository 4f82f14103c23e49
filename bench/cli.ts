import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchList } from './list/list';
import { benchServices } from './services';

const USAGE = `npm run bench -- services         decoding beside JSON.parse, and sizes
npm run bench -- list             the list beside other lists; writes docs/performance.md
npm run bench -- list --quick     a shorter run of about two minutes; writes nothing
  --dist FOLDER                   another built mini program instead of dist/
`;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, dist: { type: 'string' } },
  });
  const dist = values.dist === undefined ? {} : { dist: path.resolve(values.dist) };
  const [what] = positionals;
  if (what === 'services') return benchServices();
  if (what === 'list') return benchList({ isQuick: values.quick, ...dist });
  process.stdout.write(USAGE);
  process.exitCode = 2;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
