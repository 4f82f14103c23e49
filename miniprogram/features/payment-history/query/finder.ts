import type { FindRequest, FindView, LookupView } from '../../../components/find-bar/find-bar';
import type { PaymentHistory } from '../../../configure';
import type { Order } from '../../../domain/order';
import { isApiError } from '../../../services/api-error';
import type { Texts } from '../../../texts/texts';
import {
  consistent,
  isSameFilter,
  NO_FILTER,
  planOf,
  TABS,
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
} from '../view/find';
import type { ListedOrder } from '../../shared/row-model';
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
  ask(request: FindRequest): void;
  /** Leaves every filter and search. */
  showAll(): void;
  /** Whatever becomes of a number that is being looked up, nobody waits for it any more. */
  endLookup(): void;
}

/** Starts with a filter, without a search. */
export function createFinder(initial: HistoryFilter, around: FinderSurroundings): Finder {
  const { texts } = around;
  let finding: Finding = { ...NO_FINDING, filter: consistent(initial) };
  let lookup: LookupView | null = null;
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
  function tell(notice: LookupView | null): number {
    lookup = notice;
    lookups += 1;
    return lookups;
  }

  async function lookUp(number: string): Promise<void> {
    wanted = number;
    const { lookingUp, unknownNumber, unknownNumberAdvice } = texts.find.search;
    const run = tell({ title: lookingUp, advice: '', action: '' });
    around.onChange(false);
    let order: Order | null = null;
    let failure: LookupView = { title: unknownNumber, advice: unknownNumberAdvice, action: '' };
    try {
      order = await findByNumber(around.orders, number);
    } catch (error) {
      const { happened, advice } = texts.errors[isApiError(error) ? error.kind : 'unexpected'];
      failure = { title: happened, advice, action: texts.retry };
    }
    if (run !== lookups) return;
    tell(order ? null : failure);
    around.onChange(false);
    if (order) around.onFound(order);
  }

  /** Opens the payment with that number, or shows those whose description has that text. */
  function search(typed: string): void {
    const text = cleaned(typed);
    const number = numberIn(text);
    const named = number ?? text;
    const known = around
      .loaded()
      .find(({ transactionNo, tradeNo }) => transactionNo === named || tradeNo === named);
    if (known) {
      change({ ...finding, text: '' });
      around.onFound(known);
    } else if (number !== null) void lookUp(number);
    else change({ ...finding, text });
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
    ask(request) {
      const { filter } = finding;
      switch (request.what) {
        case 'tab':
          return change({ ...finding, filter: { ...filter, tab: tabOf(request.tab) } });
        case 'search':
          return search(request.text);
        case 'apply':
          return change({ ...finding, filter: withChoices(filter, request.choices) });
        case 'remove':
          return change(withoutChip(finding, request.chip as ChipKey));
        case 'clear':
          return change(withoutChips(finding));
        case 'retry':
          return void lookUp(wanted);
      }
    },
    showAll: () => change(NO_FINDING),
    endLookup: () => void tell(null),
  };
}

function tabOf(value: string): Tab {
  return TABS.find((tab) => tab === value) ?? NO_FILTER.tab;
}

function keepOf({ filter, text }: Finding): ((order: ListedOrder) => boolean) | null {
  const { keep } = planOf(filter);
  if (text === '') return keep;
  const isDescribed = describes(text);
  return (order) => isDescribed(order) && (!keep || keep(order));
}
