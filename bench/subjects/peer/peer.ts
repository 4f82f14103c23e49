import { CHUNK_ROWS, history, WORDS, type PeerOrder } from '../orders';

/** The usual page size of such pages. */
const PAGE_SIZE = 5;

const cardOf = ({ row, wire }: PeerOrder) => ({
  key: row.key,
  what: row.title,
  when: row.time,
  amount: row.amount,
  status: WORDS.status[row.status ?? 'success'],
  refund: row.refund ? WORDS.refund[row.refund] : '',
  mark: WORDS.mark[row.gateway],
  wire,
});

type Card = ReturnType<typeof cardOf>;

let source: Card[] = [];
let latency = 0;

/** The usual shape of order lists: pages of five, the whole list sent again, the order in a dataset. */
Page({
  data: { orderList: [] as Card[], listLoading: 0 },
  onLoad() {
    this.setData({ orderList: [] });
  },
  fill(count: number) {
    source = history(count).map(cardOf);
    this.setData({ orderList: source.slice(0, count) });
  },
  appendPage() {
    const { length } = this.data.orderList;
    this.setData({ listLoading: 1 });
    const orderList = this.data.orderList.concat(source.slice(length, length + PAGE_SIZE));
    this.setData({ orderList, listLoading: 0 });
  },
  append() {
    for (let rows = 0; rows < CHUNK_ROWS; rows += PAGE_SIZE) this.appendPage();
  },
  update(index: number) {
    const refund = WORDS.refund.complete;
    const orderList = this.data.orderList.map((card, at) =>
      at === index ? { ...card, refund } : card,
    );
    this.setData({ orderList });
  },
  refresh() {
    this.setData({ orderList: this.data.orderList.slice() });
  },
  setLatency(ms: number) {
    latency = ms;
  },
  onReachBottom() {
    setTimeout(() => this.appendPage(), latency);
  },
});
