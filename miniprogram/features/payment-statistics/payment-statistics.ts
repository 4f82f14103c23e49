import type { RowWords, TapPaymentDetail } from '../../components/payment-row/payment-row';
import type { TapBarDetail } from '../../components/statistics-card/statistics-card';
import type { ChangeTabDetail } from '../../components/tab-bar/tab-bar';
import { statisticsOf, type CurrencyStatistics, type Scope } from '../../domain/payment-sums';
import { beijingTime } from '../../domain/time';
import type { OpenMonthDetail, PaymentStatisticsElement } from '../../elements';
import { hasTouch } from '../shared/touch';
import { isBusy, type PagingPhase } from '../../state/paging/paging-state';
import { textsOf, type Texts } from '../../texts/texts';
import { sendDiff } from '../shared/data-diff';
import { layoutMetricsFor, phoneLayoutMetrics } from '../shared/layout-metrics';
import { moduleOf, type ModuleHolder } from '../shared/module-of';
import { numberOf } from '../shared/payment-number';
import { createRedrawOnTime, type RedrawOnTime } from '../shared/redraw-on-time';
import { createRetryWhenOnline, type RetryWhenOnline } from '../shared/retry-when-online';
import { rowWords } from '../shared/row-model';
import { sendEvent } from '../shared/send-event';
import { toast } from '../shared/toast';
import { periodOf } from './card-view';
import type * as exporting from './export';
import type { Exported } from './export';
import { exportFolder, removeFolder } from './export-folder';
import { readingOf, type Reading } from './reading';
import { scopeOf, statisticsView, type StatisticsView } from './statistics-view';

type Methods = PaymentStatisticsElement & {
  measure(): void;
  setHidden(isHidden: boolean): void;
  choose(scope: Scope): void;
  read(): void;
  draw(): void;
  scope(): Scope;
  sums(): readonly CurrencyStatistics[];
  forgetExport(): void;
  onExport(): void;
  tell(title: string): void;
  onChangeTab(event: WechatMiniprogram.CustomEvent<ChangeTabDetail>): void;
  onTapBar(event: WechatMiniprogram.CustomEvent<TapBarDetail>): void;
  onTapPayment(event: WechatMiniprogram.CustomEvent<TapPaymentDetail>): void;
  onRetry(): void;
};

/** Fields of the instance that are not sent to the view layer. */
type Private = ModuleHolder & {
  reading?: Reading;
  texts?: Texts;
  /** The scope that the person has chosen; before that it is this year, also when the server corrects the clock. */
  chosen?: Scope;
  /** The scope that is read. */
  asked?: Scope;
  isHidden?: boolean;
  /** The list of the reading that is on screen. */
  listId?: number;
  /** The sums that were computed last, and of what. */
  computed?: { of: Reading['orders']; scope: Scope; sums: readonly CurrencyStatistics[] };
  /** The folder of the export. */
  folder?: string;
  exported?: Exported;
  retryWhenOnline?: RetryWhenOnline;
  redrawOnTime?: RedrawOnTime;
  stops?: readonly (() => void)[];
};

const INITIAL_VIEW: StatisticsView = {
  ...{ body: 'skeleton', tabs: [], selected: '', notice: null, progress: null },
  ...{ cards: [], exporting: null, offline: '' },
};

const data = {
  ...INITIAL_VIEW,
  /** The session is asked who is signed in: placeholders cover everything. */
  isVeiled: false,
  metrics: layoutMetricsFor(1, null),
  /** For UI tests. No template reads it, so it is written in place and never sent. */
  phase: 'idle' as PagingPhase,
  words: { loading: '', row: {} as RowWords },
};

/**
 * What the user paid, by month, payment method and currency, read page by page.
 *
 * @event open-payment {OpenPaymentDetail} One of the largest payments was tapped; the detail is that of `open-payment` of `<payment-history>`.
 * @event open-month {OpenMonthDetail} A month was tapped; `month` is 1 to 12, both in Beijing time.
 */
Component<typeof data, Record<never, never>, Methods, [], Private>({
  externalClasses: ['custom-class'],
  data,
  lifetimes: {
    attached() {
      const module = moduleOf(this);
      module.currentUser.ask();
      const { clock, network, pace, currentUser } = module;
      const texts = textsOf(module);
      const words = { loading: texts.statistics.loading, row: rowWords(texts) };
      this.setData({ words, metrics: phoneLayoutMetrics() });
      this.texts = texts;
      const reading = readingOf(module);
      this.reading = reading;
      this.folder = exportFolder();
      const draw = () => this.draw();
      this.redrawOnTime = createRedrawOnTime(clock, draw);
      this.retryWhenOnline = createRetryWhenOnline(network, () => void reading.retry());
      this.stops = [
        reading.onChange(draw),
        network.onChange(draw),
        pace.onChange(draw),
        currentUser.onKnown(draw),
      ];
      this.read();
    },
    ready() {
      // At the start WeChat may not know its size yet.
      this.measure();
    },
    detached() {
      this.reading?.stop(this);
      this.stops?.forEach((stop) => stop());
      this.retryWhenOnline?.dispose();
      this.redrawOnTime?.dispose();
      if (this.folder) removeFolder(this.folder);
      delete this.reading;
    },
  },
  pageLifetimes: {
    show() {
      moduleOf(this).currentUser.ask();
      // WeChat has no event for a change of the text size.
      this.measure();
      this.setHidden(false);
    },
    hide() {
      this.setHidden(true);
    },
    resize() {
      this.measure();
    },
  },
  methods: {
    measure() {
      sendDiff(this, { metrics: phoneLayoutMetrics() });
    },
    setHidden(isHidden) {
      this.isHidden = isHidden;
      if (isHidden) this.reading?.stop(this);
      else this.read();
    },
    choose(scope) {
      this.chosen = scope;
      this.read();
    },
    read() {
      this.asked = this.scope();
      this.reading?.read(this, this.asked);
      this.draw();
    },
    scope() {
      const { clock } = moduleOf(this);
      return this.chosen === undefined ? beijingTime(clock.now() / 1000).year : this.chosen;
    },
    draw() {
      const { reading, texts } = this;
      this.forgetExport();
      // What another user paid does not stay on a hidden page: the person may see it while swiping back.
      if (!reading || !texts || (this.isHidden && reading.listId === this.listId)) return;
      const { clock, network, pace, currentUser } = moduleOf(this);
      const isOtherUser = this.listId !== undefined && this.listId !== reading.listId;
      this.listId = reading.listId;
      // The former user's year is no choice of this one.
      if (isOtherUser) delete this.chosen;
      const scope = this.scope();
      if (!this.isHidden && scope !== this.asked) return this.read();
      const { paging, orders } = reading;
      this.data.phase = paging.phase;
      const facts = {
        ...{ paging, orders, scope, sums: this.sums(), now: clock.now() },
        ...{ isOffline: network.isOffline, isWaiting: pace.isWaiting },
        isComplete: reading.isComplete(scope),
        exported: this.exported ?? null,
        isDesktop: !hasTouch(),
      };
      sendDiff(this, { ...statisticsView(facts, texts), isVeiled: !currentUser.isKnown });
      this.redrawOnTime?.follow([]);
      this.retryWhenOnline?.follow({ isBusy: isBusy(paging), error: paging.error });
    },
    sums() {
      const { reading, computed } = this;
      const scope = this.scope();
      const of = reading?.orders ?? [];
      if (computed?.of === of && computed.scope === scope) return computed.sums;
      const sums = statisticsOf(of, scope);
      this.computed = { of, scope, sums };
      return sums;
    },
    /** Removes the file of other payments than those that are shown, also while the page is hidden. */
    forgetExport() {
      const { exported, folder, reading } = this;
      const isShown = exported?.of === reading?.orders && exported?.scope === this.scope();
      if (!exported || isShown) return;
      if (folder) removeFolder(folder);
      delete this.exported;
    },
    onExport() {
      const { reading, texts, exported, folder } = this;
      const scope = this.scope();
      if (!reading || !texts || !folder || !reading.isComplete(scope)) return;
      const { writeExport, sendExport } = require('./export') as typeof exporting;
      const { refused, notWritten } = texts.statistics.export;
      if (exported) return sendExport(exported, () => this.tell(refused));
      const written = writeExport(reading.orders, scope, folder, texts);
      if (!written) return this.tell(notWritten);
      this.exported = written;
      this.draw();
    },
    tell(title) {
      toast(title);
    },
    async refresh() {
      await this.reading?.refresh();
    },
    onChangeTab({ detail }) {
      this.choose(scopeOf(detail.value));
    },
    onTapBar({ detail }) {
      const period = periodOf(detail.key);
      if (!period) return;
      const { year, month } = period;
      if (month === null) return this.choose(year);
      sendEvent(this, 'open-month', { year, month } satisfies OpenMonthDetail);
    },
    onTapPayment({ detail: { key } }) {
      const order = this.reading?.orders.find((one) => one.key === key);
      const number = order && numberOf(order);
      if (order) moduleOf(this).orderCache.keep(order);
      if (number) sendEvent(this, 'open-payment', number);
      else this.tell(this.texts?.cannotOpen ?? '');
    },
    onRetry() {
      void this.reading?.retry();
    },
  },
});
