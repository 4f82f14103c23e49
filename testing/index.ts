/**
 * Page objects of the tags for tests by miniprogram-automator.
 *
 * @packageDocumentation
 */
export type { Driver, Element, MiniProgram, Page } from './client';
export { Detail } from './detail';
export { History, type Footer } from './history';
export type { DrawnPart } from './drawn-part';
export type { RowOnScreen } from './row';
export { SearchAndFilters } from './search-and-filters';
export { Statistics, type CardOnScreen } from './statistics';
export { until } from './until';
