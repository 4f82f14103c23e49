import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { createListeners } from './listeners';

/** Levels of the logic layer's console. */
const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** A line of the logic layer's console, or an uncaught error. */
export type Report =
  | { kind: 'log'; level: (typeof LEVELS)[number]; args: unknown[] }
  | { kind: 'exception'; message: string; stack: string };

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/**
 * Collects console output and uncaught errors, for the console panel and for automated tests.
 *
 * @param framework - reports errors it caught in lifetimes, observers and event handlers, and warnings
 */
export const createReports = (framework: typeof glassEasel) => {
  const reports = createListeners<[Report]>();

  /** Reports an uncaught error of the mini program. */
  const exception = (thrown: unknown): void => {
    const { message, stack = '' } = asError(thrown);
    reports.emit({ kind: 'exception', message, stack });
  };
  framework.addGlobalErrorListener((error) => {
    exception(error);
    return true;
  });
  // Warnings of the framework, such as a value of another type than its property.
  framework.addGlobalWarningListener((message, related) => {
    const component = typeof related === 'string' ? related : related.is;
    reports.emit({ kind: 'log', level: 'warn', args: [`${component}: ${message}`] });
    return true;
  });
  window.addEventListener('error', ({ error, message }) => exception(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => exception(reason));

  const logicConsole: Record<string, unknown> = {};
  for (const level of LEVELS) {
    logicConsole[level] = (...args: unknown[]) => {
      console[level](...args);
      reports.emit({ kind: 'log', level, args });
    };
  }
  return {
    logicConsole,
    exception,
    onReport: reports.on,
  };
};

/** Console output and uncaught errors. */
export type Reports = ReturnType<typeof createReports>;
