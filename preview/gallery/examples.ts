import { layoutMetricsFor } from '../../miniprogram/features/shared/layout-metrics';
import { textsIn, type Language } from '../../miniprogram/texts/texts';
import { detailExamples } from './examples/detail';
import type { Examples, Setting } from './examples/example';
import { findExamples } from './examples/find';
import { listExamples } from './examples/list';
import { rowExamples } from './examples/rows';
import { statisticsExamples } from './examples/statistics';

/** Width of a column in px, that of a phone. */
const PHONE_WIDTH = 390;

/** The gallery's parts in their order. */
export const PARTS = {
  rows: rowExamples,
  list: listExamples,
  find: findExamples,
  detail: detailExamples,
  statistics: statisticsExamples,
} satisfies Record<string, (setting: Setting) => Examples>;

/** The name of a part. */
export type Part = keyof typeof PARTS;

/** The setting of a language and a text-size factor. */
export const settingOf = (language: Language, textSize: number): Setting => ({
  texts: textsIn(language),
  measures: layoutMetricsFor(textSize, PHONE_WIDTH),
});

/** Examples of all components, or of those of one part. */
export const examplesIn = (setting: Setting, part?: string): Examples => {
  const parts = Object.entries(PARTS).filter(([name]) => part === undefined || name === part);
  return Object.assign({}, ...parts.map(([, examples]) => examples(setting))) as Examples;
};
