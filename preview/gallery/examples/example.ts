import type { LayoutMetrics } from '../../../miniprogram/features/shared/layout-metrics';
import type { Texts } from '../../../miniprogram/texts/texts';

/** One component in one state. */
export interface Example {
  /** Short description of the state. */
  readonly state: string;
  /** All properties of the component; every example has the same names. */
  readonly props: object;
  /** Height of the frame in px, for a component without its own height. */
  readonly height?: number;
}

/** Texts and layout of the examples. */
export interface Setting {
  readonly texts: Texts;
  readonly measures: LayoutMetrics;
}

/** Examples by the folder name of the component. */
export type Examples = Readonly<Record<string, readonly Example[]>>;

/** Typed `Object.keys` of a complete Record. */
export const namesIn = <Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(table) as Name[];

/** The current time in every example: Monday, 23 November 2026. */
export const NOW = { year: 2026, month: 11, day: 23, hour: 16, minute: 0, second: 0 };
