import path from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../preview/paths';
import { benchList } from './list/list';
import { benchServices } from './services';

const USAGE = `npm run bench -- services         decoding beside JSON.parse
npm run bench -- list             the list beside other lists; writes docs/performance.md
npm run bench -- list --quick     a shorter run of about two minutes; writes nothing
  --against FOLDER                one more built mini program, measured as the former build
`;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      against: { type: 'string' },
    },
  });
  const former = values.against === undefined ? {} : { former: path.resolve(values.against) };
  const [what] = positionals;
  if (what === 'services') return benchServices();
  if (what === 'list') return benchList({ isQuick: values.quick, dist: DIST, ...former });
  process.stdout.write(USAGE);
  process.exitCode = 2;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
