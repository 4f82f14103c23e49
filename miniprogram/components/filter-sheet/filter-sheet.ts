import { escapeCloses } from '../escape-closes';
import { readAmount } from './read-amount';

/** A group of options of which exactly one is chosen. */
export interface ChoiceGroup {
  readonly name: string;
  /** Heading of the group. */
  readonly title: string;
  /** The first option is the one that restricts nothing. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The value of the chosen option by group name. */
export type Choices = Readonly<Record<string, string>>;

/** A range of amounts in fen of CNY, with its limits; null for no limit. */
export interface AmountRange {
  readonly fromFen: number | null;
  readonly toFen: number | null;
}

/** The texts of the two fields for an amount in yuan; empty for no limit. */
export interface AmountTexts {
  readonly from: string;
  readonly to: string;
}

/** Detail of the `apply` event. */
export interface ApplyDetail {
  readonly choices: Choices;
  readonly amount: AmountRange;
}

/** The fixed texts of the fields for an amount. */
export interface AmountWords {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Answers a text that is no amount. */
  readonly invalid: string;
  /** Answers a lower limit above the upper one. */
  readonly reversed: string;
}

/** The fixed texts of the sheet. */
export interface SheetWords {
  readonly title: string;
  /** Accessible name of the shade, which closes the sheet. */
  readonly close: string;
  readonly reset: string;
  readonly apply: string;
  readonly amount: AmountWords;
}

type OptionTap = WechatMiniprogram.BaseEvent<
  WechatMiniprogram.IAnyObject,
  {
    /** Name of the group. */
    name: string;
    /** Value of the option. */
    value: string;
  }
>;

type AmountInput = WechatMiniprogram.CustomEvent<
  { value: string },
  WechatMiniprogram.IAnyObject,
  { name: keyof AmountTexts }
>;

const NO_WORDS: SheetWords = {
  ...{ title: '', close: '', reset: '', apply: '' },
  amount: { title: '', from: '', to: '', invalid: '', reversed: '' },
};

const NO_AMOUNT: AmountTexts = { from: '', to: '' };

/**
 * A bottom sheet with groups of options and a range of amounts, which take effect only when they are applied.
 *
 * @event apply {ApplyDetail} The user applied choices and amounts; null is no limit.
 * @event close The shade around the sheet was tapped.
 */
Component({
  behaviors: [escapeCloses],
  externalClasses: ['custom-class'],
  properties: {
    /** The groups; the first option of each group is the one that restricts nothing. */
    groups: { type: Array, value: [] as ChoiceGroup[] },
    /** The chosen value by group name when the sheet opens. */
    choices: { type: Object, value: {} },
    /** The texts of the two fields of the amounts when the sheet opens. */
    amount: { type: Object, value: NO_AMOUNT },
    /** The fixed texts of the sheet. */
    words: { type: Object, value: NO_WORDS },
  },
  data: {
    /** The current choices on the sheet, not applied yet. */
    chosen: {},
    /** The texts that were set last. Typing does not set them: that would move the cursor. */
    value: NO_AMOUNT,
    /** The current texts of the fields. No template reads it, so it is written in place and never sent. */
    typed: NO_AMOUNT,
    /** Why the amounts cannot be applied; empty where they can. */
    objection: '',
    /** `scroll-into-view`; set after `objection`, because WeChat scrolls only to elements that are laid out. */
    sight: '',
  },
  lifetimes: {
    attached() {
      const { choices: chosen, amount } = this.data;
      this.data.typed = amount;
      this.setData({ chosen, value: amount });
    },
  },
  methods: {
    onChoose({ currentTarget }: OptionTap) {
      const { name, value } = currentTarget.dataset;
      this.setData({ chosen: { ...this.data.chosen, [name]: value } });
    },
    onReset() {
      const chosen: Record<string, string> = {};
      for (const { name, options } of this.data.groups) chosen[name] = options[0]?.value ?? '';
      // WeChat ignores a value that equals the one that was set last, whatever the user has typed since.
      this.setData({ value: this.data.typed });
      this.data.typed = NO_AMOUNT;
      this.setData({ chosen, value: NO_AMOUNT, objection: '' });
    },
    onAmount({ currentTarget, detail }: AmountInput) {
      const { name } = currentTarget.dataset;
      this.data.typed = { ...this.data.typed, [name]: detail.value };
      if (this.data.objection !== '') this.setData({ objection: '' });
    },
    onApply() {
      const { chosen: choices, typed, words } = this.data;
      const fromFen = readAmount(typed.from);
      const toFen = readAmount(typed.to);
      if (fromFen === undefined || toFen === undefined) {
        return this.object(words.amount.invalid);
      }
      if (fromFen !== null && toFen !== null && fromFen > toFen) {
        return this.object(words.amount.reversed);
      }
      this.triggerEvent('apply', { choices, amount: { fromFen, toFen } } satisfies ApplyDetail);
    },
    object(objection: string) {
      this.setData({ objection, sight: '' }, () => this.setData({ sight: 'answer' }));
    },
    onClose() {
      this.triggerEvent('close');
    },
    /** Catches touch moves, so that the page below does not scroll. */
    onHold() {},
  },
});
