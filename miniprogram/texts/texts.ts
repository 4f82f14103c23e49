import type * as english from './en';
import type { Language, Texts } from './types';
import type * as chinese from './zh-cn';

export type { ErrorText, Language, Texts } from './types';

/** A language is evaluated when it is first used. */
const LANGUAGES: Readonly<Record<Language, () => Texts>> = {
  'zh-CN': () => (require('./zh-cn') as typeof chinese).zhCN,
  en: () => (require('./en') as typeof english).en,
};

/** The texts in a language. */
export function textsIn(language: Language): Texts {
  return LANGUAGES[language]();
}
