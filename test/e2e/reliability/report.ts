import { en } from '../../../miniprogram/texts/en';
import { zhCN } from '../../../miniprogram/texts/zh-cn';
import type { Kind } from './kind';

/** What came of one fault. */
export interface Cell {
  readonly fault: string;
  /** The person's words on screen. */
  readonly sees: string;
  /** What is on screen while the fault lasts. */
  readonly kept: string;
  /** How the person got on once the cause was gone. */
  readonly wayOn: string;
  /** Requests from the fault to the state in which the person reads about it. */
  readonly requests: number;
}

/** One kind of request with all faults. */
export interface Section {
  readonly kind: Pick<Kind, 'name' | 'about'>;
  readonly cells: readonly Cell[];
}

const HEAD = `# Reliability

What a person sees when something goes wrong. Nothing here is written by hand: \`test/e2e/reliability\` lets every kind of request meet every fault in the demo app, as a browser shows it, with real requests to the [sandbox](../sandbox/README.md)'s faults, and reads the screen. The test fails where this page is not what it sees, and after a change that is wanted

\`\`\`sh
WRITE_DOCS=1 npx jest --selectProjects e2e --runInBand --testPathPatterns reliability
\`\`\`

writes it anew. There are twenty payments, in pages of ten. The phone's time runs fast meanwhile, so that nobody waits: pauses and timeouts are the product's own, each about a tenth as long.

- **the person sees**: all that is said on screen when nothing is on its way any more; a button in brackets. [The words in English](#the-words) are below.
- **kept**: what is on screen meanwhile.
- **way on**: what brought the right payments, each in its place, once the cause was gone: the button, pulling down, or nothing that the person did. – where the fault did no harm.
- **requests**: all that were sent until then, logins included. A GET that may succeed the next time is repeated twice within a second or so, unless the server wants to be left alone for longer; one without an answer fails after ten seconds, and after twenty nothing is repeated. An answer that is JSON, but not what was asked for, is not asked for again; nor is a login.
`;

const NAMES = ['fault', 'the person sees', 'kept', 'way on', 'requests'];

/** The page docs/reliability.md as it should be. */
export function reportOf(sections: readonly Section[]): string {
  return [HEAD, ...sections.map(sectionOf), wordsIn(sections)].join('\n');
}

/** The cells of one kind, by fault, as a page tells of them. */
export function cellsIn(page: string, kind: string): Map<string, Cell> {
  const [, section = ''] = page.split(`\n## ${kind}\n`);
  const [own = ''] = section.split('\n## ');
  const cells = [...own.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']): Cell => {
    const [fault = '', sees = '', kept = '', wayOn = '', requests = ''] = row.split(' | ');
    return { fault, sees, kept, wayOn, requests: Number(requests) };
  });
  return new Map(cells.map((cell) => [cell.fault, cell]));
}

/** A cell as its row of the page. */
export const rowOf = ({ fault, sees, kept, wayOn, requests }: Cell) =>
  line([fault, sees, kept, wayOn, String(requests)]);

const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |`;

const table = (names: readonly string[], rows: readonly string[]) =>
  [line(names), line(names.map(() => '---')), ...rows].join('\n');

const sectionOf = ({ kind, cells }: Section) =>
  `## ${kind.name}\n\n${kind.about}\n\n${table(NAMES, cells.map(rowOf))}\n`;

/** Pairs of words, in the order of the texts. */
const pairs = (): [string, string][] => {
  const kinds = Object.keys(zhCN.errors) as (keyof typeof zhCN.errors)[];
  const at = '16:00';
  return [
    ...kinds.flatMap((kind): [string, string][] => [
      [zhCN.errors[kind].happened, en.errors[kind].happened],
      [zhCN.errors[kind].advice, en.errors[kind].advice],
    ]),
    [zhCN.detail.notFound.happened, en.detail.notFound.happened],
    [zhCN.detail.notFound.advice, en.detail.notFound.advice],
    [zhCN.refreshFailed('…'), en.refreshFailed('…')],
    [zhCN.loadMoreFailed('…'), en.loadMoreFailed('…')],
    [zhCN.offline.nothing, en.offline.nothing],
    [zhCN.offline.asOf(`今天 ${at}`), en.offline.asOf(`Today ${at}`)],
    [zhCN.retry, en.retry],
    [zhCN.continuing, en.continuing],
    [zhCN.status.success, en.status.success],
  ];
};

function wordsIn(sections: readonly Section[]): string {
  const seen = new Set(
    sections.flatMap(({ cells }) =>
      cells.flatMap(({ sees }) => sees.split(/ · | \+ | \[|\]|(?<=：)/)),
    ),
  );
  const rows = pairs().filter(([words]) => seen.has(words.replace('…', '')));
  return `## The words\n\n${table(['中文', 'English'], [...new Set(rows.map(line))])}\n`;
}
