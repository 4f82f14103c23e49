import type * as english from './en';
import type * as overriding from './overrides';
import type { Language, OwnLanguage, TextOverrides, Texts } from './types';
import type * as chinese from './zh-cn';

export type { ErrorText, Language, TextOverrides, Texts } from './types';

/** A language is evaluated when it is first used. */
const LANGUAGES: Readonly<Record<OwnLanguage, () => Texts>> = {
  'zh-CN': () => (require('./zh-cn') as typeof chinese).zhCN,
  en: () => (require('./en') as typeof english).en,
};

/** The language that the host app uses, and the words that it gives. */
export interface TextSettings {
  readonly language: Language;
  /** The words of the host app, by language. */
  readonly texts?: Readonly<Record<string, TextOverrides | undefined>> | undefined;
}

/** The texts in a language of the module; Chinese stands in for other kinds of Chinese, English for the rest. */
export function textsIn(language: Language): Texts {
  return LANGUAGES[/^zh/i.test(language) ? 'zh-CN' : 'en']();
}

/** The texts that the settings ask for: those of the host app, and the module's where it gives none. */
export function textsOf({ language, texts }: TextSettings): Texts {
  const own = texts && texts[language];
  if (!own) return textsIn(language);
  return (require('./overrides') as typeof overriding).overridden(textsIn(language), own);
}
