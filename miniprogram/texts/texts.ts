import { en } from './en';
import type { Language, Texts } from './types';
import { zhCN } from './zh-cn';

export type { ErrorText, Language, Texts } from './types';

const LANGUAGES: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCN, en };

/** The texts in a language. */
export function textsIn(language: Language): Texts {
  return LANGUAGES[language];
}
