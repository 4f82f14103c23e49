import type { glassEasel } from 'glass-easel-miniprogram-adapter';

/** Levels of the logic layer's console. */
const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Something the console was told, or an error nobody caught. */
export type Report =
  | { kind: 'log'; level: (typeof LEVELS)[number]; args: unknown[] }
  | { kind: 'exception'; message: string; stack: string };

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));

/**
 * Collects what the mini program says and what goes wrong in it, for the panel and for automated tests.
 *
 * @param framework - tells of errors it caught in lifetimes, observers and event handlers
 */
export const createReports = (framework: typeof glassEasel) => {
  const listeners = new Set<(report: Report) => void>();
  const tell = (report: Report) => listeners.forEach((listener) => listener(report));

  /** An uncaught error of the mini program. */
  const exception = (thrown: unknown): void => {
    const { message, stack = '' } = asError(thrown);
    tell({ kind: 'exception', message, stack });
  };
  framework.addGlobalErrorListener((error) => {
    exception(error);
    return true;
  });
  window.addEventListener('error', ({ error, message }) => exception(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => exception(reason));

  const logicConsole: Record<string, unknown> = {};
  for (const level of LEVELS) {
    logicConsole[level] = (...args: unknown[]) => {
      console[level](...args);
      tell({ kind: 'log', level, args });
    };
  }
  return {
    logicConsole,
    exception,
    onReport: (listener: (report: Report) => void): void => void listeners.add(listener),
  };
};

/** What the mini program says and what goes wrong in it. */
export type Reports = ReturnType<typeof createReports>;
