import type { ApplyDetail } from '../filter-sheet/filter-sheet';
import type { ChangeTabDetail } from '../tab-bar/tab-bar';
import type { RemoveChipDetail } from '../filter-chips/filter-chips';
import type { SearchDetail } from '../search-bar/search-bar';
import type { FindRequest, FindView, FindWords } from './find-view';

type Said<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

/** Everything by which one finds something in a list: search, tabs, filters, and those that are active. */
Component({
  externalClasses: ['custom-class'],
  properties: {
    find: { type: Object, value: {} as FindView },
    words: { type: Object, value: {} as FindWords },
    /** There is little room for words. */
    isNarrow: Boolean,
  },
  data: {
    isSheetOpen: false,
  },
  methods: {
    onSearch({ detail }: Said<SearchDetail>) {
      this.say({ what: 'search', text: detail.text });
    },
    onTab({ detail }: Said<ChangeTabDetail>) {
      this.say({ what: 'tab', tab: detail.value });
    },
    onRemove({ detail }: Said<RemoveChipDetail>) {
      this.say({ what: 'remove', chip: detail.key });
    },
    onClear() {
      this.say({ what: 'clear' });
    },
    onRetry() {
      this.say({ what: 'retry' });
    },
    onOpenSheet() {
      this.setData({ isSheetOpen: true });
    },
    onCloseSheet() {
      this.setData({ isSheetOpen: false });
    },
    onApply({ detail }: Said<ApplyDetail>) {
      this.onCloseSheet();
      this.say({ what: 'apply', choices: detail.choices });
    },
    say(request: FindRequest) {
      this.triggerEvent('find', request);
    },
  },
});
