import { en } from '../../../miniprogram/texts/en';
import { zhCN } from '../../../miniprogram/texts/zh-cn';
import type { Kind } from './kind';

/** The result of one fault. */
export interface Cell {
  readonly fault: string;
  /** The text on screen. */
  readonly sees: string;
  /** The content on screen during the fault. */
  readonly kept: string;
  /** What brought the correct payments after the cause was gone. */
  readonly recovery: string;
  /** Number of requests from the fault to the settled screen. */
  readonly requests: number;
}

/** The results of all faults of one kind of request. */
export interface Section {
  readonly kind: Pick<Kind, 'name' | 'description'>;
  readonly cells: readonly Cell[];
}

const HEAD = `# Reliability

What a person sees after each fault. This page is generated: \`test/e2e/reliability\` runs the demo app in a browser, applies every fault of the [sandbox](../sandbox/README.md) to every kind of request, and reads the screen. The test fails when the page and the screen differ. After an intended change, this command writes the page:

\`\`\`sh
WRITE_DOCS=1 npx jest test/e2e/reliability
\`\`\`

The account has twenty payments, in pages of ten. Timers run up to five times as fast, so pauses and timeouts of the product are up to five times as short.

- **the person sees**: the text on screen when no request is pending; buttons are in brackets. [English texts](#texts) are below.
- **kept**: the content on screen during the fault.
- **recovery**: what brought the correct payments after the cause was gone: the retry button, a pull-down, or no action (automatic). – means that the fault caused no problem.
- **requests**: the number of requests until then, including logins. A GET that may succeed later is repeated twice within about a second, unless the server asks for a longer pause. A request without an answer fails after ten seconds, and nothing is repeated after twenty. An unexpected JSON answer and a failed login are not repeated.
`;

const NAMES = ['fault', 'the person sees', 'kept', 'recovery', 'requests'];

/** Formats docs/reliability.md. */
export function reportOf(sections: readonly Section[]): string {
  return [HEAD, ...sections.map(sectionOf), wordsIn(sections)].join('\n');
}

/** Parses the cells of one kind from a page, by fault. */
export function cellsIn(page: string, kind: string): Map<string, Cell> {
  const [, section = ''] = page.split(`\n## ${kind}\n`);
  const [own = ''] = section.split('\n## ');
  const cells = [...own.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']): Cell => {
    const [fault = '', sees = '', kept = '', recovery = '', requests = ''] = row.split(' | ');
    return { fault, sees, kept, recovery, requests: Number(requests) };
  });
  return new Map(cells.map((cell) => [cell.fault, cell]));
}

/** Formats a cell as a table row. */
export const rowOf = ({ fault, sees, kept, recovery, requests }: Cell) =>
  line([fault, sees, kept, recovery, String(requests)]);

const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |`;

const table = (names: readonly string[], rows: readonly string[]) =>
  [line(names), line(names.map(() => '---')), ...rows].join('\n');

const sectionOf = ({ kind, cells }: Section) =>
  `## ${kind.name}\n\n${kind.description}\n\n${table(NAMES, cells.map(rowOf))}\n`;

/** Chinese and English texts, in the order of the text tables. */
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
  return `## Texts\n\n${table(['中文', 'English'], [...new Set(rows.map(line))])}\n`;
}
