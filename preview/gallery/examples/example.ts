import type { LayoutMetrics } from '../../../miniprogram/features/shared/layout-metrics';
import type { Texts } from '../../../miniprogram/texts/texts';

/** One component in one state. */
export interface Example {
  /** In a few words, for whoever looks at the gallery. */
  readonly state: string;
  /** All properties of the component; the same names in all examples of it. */
  readonly props: object;
  /** In px, for what has no height of its own. */
  readonly height?: number;
}

/** In which words, and how large, the examples are. */
export interface Setting {
  readonly texts: Texts;
  readonly measures: LayoutMetrics;
}

/** The examples of some components, by the names of the components' folders. */
export type Examples = Readonly<Record<string, readonly Example[]>>;

/** The names in a table that the compiler keeps complete. */
export const namesIn = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[];

/** Monday, 23 November 2026, when every example is looked at. */
export const NOW = { year: 2026, month: 11, day: 23, hour: 16, minute: 0, second: 0 };
