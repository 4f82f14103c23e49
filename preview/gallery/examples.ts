import { layoutMetricsFor } from '../../miniprogram/features/shared/layout-metrics';
import { textsIn, type Language } from '../../miniprogram/texts/texts';
import { detailExamples } from './examples/detail';
import type { Examples, Setting } from './examples/example';
import { findExamples } from './examples/find';
import { listExamples } from './examples/list';
import { rowExamples } from './examples/rows';

/** Every column is as wide as a phone, in px. */
const PHONE_WIDTH = 390;

/** The gallery's parts, in the order in which it shows them. */
export const PARTS = {
  rows: rowExamples,
  list: listExamples,
  find: findExamples,
  detail: detailExamples,
} satisfies Record<string, (setting: Setting) => Examples>;

/** The name of a part. */
export type Part = keyof typeof PARTS;

/** A setting of the gallery; `textSize` is WeChat's factor. */
export const settingOf = (language: Language, textSize: number): Setting => ({
  texts: textsIn(language),
  measures: layoutMetricsFor(textSize, PHONE_WIDTH),
});

/** Every component in every state, or those of one part. */
export const examplesIn = (setting: Setting, part?: string): Examples => {
  const parts = Object.entries(PARTS).filter(([name]) => part === undefined || name === part);
  return Object.assign({}, ...parts.map(([, examples]) => examples(setting))) as Examples;
};
