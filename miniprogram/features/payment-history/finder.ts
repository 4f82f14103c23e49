import type { Choices } from '../../components/filter-sheet/filter-sheet';
import type { PaymentHistory } from '../../configure';
import type { Order } from '../../domain/order';
import { isApiError } from '../../services/api-error';
import type { Texts } from '../../texts/texts';
import {
  consistent,
  isSameFilter,
  NO_FILTER,
  planOf,
  type HistoryFilter,
  type Tab,
} from './filter';
import {
  findView,
  NO_FINDING,
  withChoices,
  withoutChip,
  withoutChips,
  type ChipKey,
  type Finding,
  type FindView,
} from './find-view';
import type { ListedOrder } from './row-view';
import type { NoticeView } from './screen';
import { cleaned, describes, findByNumber, numberIn } from './search';

/** What a finder works on. */
export interface FinderSurroundings {
  readonly orders: PaymentHistory['orders'];
  readonly texts: Texts;
  /** The payments that are loaded. */
  loaded(): readonly Order[];
  /** Other payments are wanted than before: the list begins anew. */
  onFilter(filter: HistoryFilter): void;
  /** Something changed of what is drawn; `isList` when the list did as well. */
  onChange(isList: boolean): void;
  /** The payment whose number was searched for. */
  onFound(order: Order): void;
}

/** Knows what the person is looking for: which payments, and which of those that are loaded. */
export interface Finder {
  readonly view: FindView;
  readonly finding: Finding;
  /** Only a part of what is loaded is shown. */
  readonly isPart: boolean;
  /** All payments are wanted. */
  readonly isAll: boolean;
  /** Those that are shown of the loaded ones; the same array for the same ones. */
  sift<Listed extends ListedOrder>(orders: readonly Listed[]): readonly Listed[];
  chooseTab(tab: Tab): void;
  applyChoices(choices: Choices): void;
  removeChip(key: ChipKey): void;
  clearChips(): void;
  showAll(): void;
  /** Opens the payment with that number, or shows those whose description has that text. */
  search(text: string): void;
  /** Repeats what failed of a search by number. */
  retry(): void;
}

/** Starts with a filter, without a search. */
export function createFinder(initial: HistoryFilter, around: FinderSurroundings): Finder {
  const { texts } = around;
  let finding: Finding = { ...NO_FINDING, filter: consistent(initial) };
  let lookup: NoticeView | null = null;
  let lookups = 0;
  let wanted = '';
  let keep = keepOf(finding);
  let sifted: { readonly from: readonly unknown[]; readonly to: readonly unknown[] } | null = null;

  function change(next: Finding): void {
    const filter = consistent(next.filter);
    const isOther = !isSameFilter(filter, finding.filter);
    const isOtherList = isOther || next.text !== finding.text;
    finding = { filter, text: next.text };
    keep = keepOf(finding);
    sifted = null;
    tell(null);
    if (isOther) around.onFilter(filter);
    else around.onChange(isOtherList);
  }

  /** Whatever is said of a number ends what was on its way before. */
  function tell(notice: NoticeView | null): number {
    lookup = notice;
    lookups += 1;
    return lookups;
  }

  async function lookUp(number: string): Promise<void> {
    wanted = number;
    const { lookingUp, unknownNumber, unknownNumberAdvice } = texts.find.search;
    const run = tell(line('empty', lookingUp));
    around.onChange(false);
    const outcome = await findByNumber(around.orders, number).catch((error: unknown) => {
      const { happened, advice } = texts.errors[isApiError(error) ? error.kind : 'unexpected'];
      return { ...line('error', happened, advice), action: texts.retry };
    });
    if (run !== lookups) return;
    const isNotice = outcome !== null && 'layout' in outcome;
    if (outcome === null) tell(line('error', unknownNumber, unknownNumberAdvice));
    else tell(isNotice ? outcome : null);
    around.onChange(false);
    if (outcome !== null && !isNotice) around.onFound(outcome);
  }

  return {
    get view() {
      return findView(finding, lookup, texts);
    },
    get finding() {
      return finding;
    },
    get isPart() {
      return keep !== null;
    },
    get isAll() {
      return keep === null && isSameFilter(finding.filter, NO_FILTER);
    },
    sift<Listed extends ListedOrder>(orders: readonly Listed[]): readonly Listed[] {
      if (keep === null) return orders;
      if (sifted?.from !== orders) sifted = { from: orders, to: orders.filter(keep) };
      return sifted.to as readonly Listed[];
    },
    chooseTab: (tab) => change({ ...finding, filter: { ...finding.filter, tab } }),
    applyChoices(choices) {
      change({ ...finding, filter: withChoices(finding.filter, choices) });
    },
    removeChip: (key) => change(withoutChip(finding, key)),
    clearChips: () => change(withoutChips(finding)),
    showAll: () => change(NO_FINDING),
    search(typed) {
      const text = cleaned(typed);
      const number = numberIn(text);
      const known = around.loaded().find(({ transactionNo, tradeNo }) => {
        const named = number ?? text;
        return named !== '' && (transactionNo === named || tradeNo === named);
      });
      if (known) {
        change({ ...finding, text: '' });
        around.onFound(known);
      } else if (number !== null) void lookUp(number);
      else change({ ...finding, text });
    },
    retry: () => void lookUp(wanted),
  };
}

function keepOf({ filter, text }: Finding): ((order: ListedOrder) => boolean) | null {
  const { keep } = planOf(filter);
  if (text === '') return keep;
  const isDescribed = describes(text);
  return (order) => isDescribed(order) && (!keep || keep(order));
}

function line(tone: NoticeView['tone'], title: string, advice = ''): NoticeView {
  return { layout: 'inline', tone, title, advice, action: '' };
}
