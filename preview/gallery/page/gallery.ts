import type { Language } from '../../../miniprogram/texts/texts';
import { TEXT_SIZES } from '../../conditions';
import { examplesIn, settingOf } from '../examples';
import type { Examples } from '../examples/example';

type Tapped<Value> = WechatMiniprogram.CustomEvent<object, object, { value: Value }>;

const LANGUAGES: readonly { value: Language; text: string }[] = [
  { value: 'zh-CN', text: '中文' },
  { value: 'en', text: 'English' },
];

const START: { language: Language; textSize: number } = { language: 'zh-CN', textSize: 1 };

/** Shows every component in every state, in the phone's theme and in any language and text size. */
Page({
  data: {
    languages: LANGUAGES,
    textSizes: TEXT_SIZES,
    ...START,
    /** The examples; those of one part when the address names a part. */
    examples: null as Examples | null,
  },
  onLoad() {
    const phone = wx.getAppBaseInfo();
    this.show(phone.language === 'en' ? 'en' : 'zh-CN', phone.fontSizeScaleFactor ?? 1);
  },
  onLanguage({ currentTarget }: Tapped<Language>) {
    this.show(currentTarget.dataset.value, this.data.textSize);
  },
  onTextSize({ currentTarget }: Tapped<number>) {
    this.show(this.data.language, currentTarget.dataset.value);
  },
  show(language: Language, textSize: number) {
    const setting = settingOf(language, textSize);
    const { measures } = setting;
    const examples = examplesIn(setting, this.options['part']);
    this.setData({ language, textSize, measures, examples });
  },
});
