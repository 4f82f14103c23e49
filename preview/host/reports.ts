import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { createListeners } from './listeners';

/** Levels of the logic layer's console. */
const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** A line of the logic layer's console, or an uncaught error. */
export type Report =
  | { kind: 'log'; level: (typeof LEVELS)[number]; args: unknown[] }
  | { kind: 'exception'; message: string; stack: string; isRejection?: boolean };

/** An error of the host or of the mini program, whose built-ins differ. */
export const isError = (value: unknown): value is Error =>
  Object.prototype.toString.call(value) === '[object Error]';

const asError = (thrown: unknown): Error => {
  if (isError(thrown)) return thrown;
  const { message, errMsg } = (thrown ?? {}) as { message?: unknown; errMsg?: unknown };
  const text = message ?? errMsg ?? thrown;
  return new Error(typeof text === 'string' ? text : JSON.stringify(text));
};

/** A script is compiled with this many lines before its first. */
const LINES_BEFORE = 2;

/** The innermost place of the mini program's scripts on a stack: file, line and column. */
const scriptPlace = (stack = ''): string => {
  const [, file = '', line = '0', column = ''] =
    /\bdist\/([^\s:()]+):(\d+):(\d+)/.exec(stack) ?? [];
  return file && `${file}:${Number(line) - LINES_BEFORE}:${column}`;
};

/**
 * Collects console output and uncaught errors, for the console panel and for automated tests.
 *
 * @param framework - reports errors it caught in lifetimes, observers and event handlers, and warnings
 * @param isStrict - whether an attribute that an element of the preview does not have is worth a warning
 */
export const createReports = (framework: typeof glassEasel, isStrict: boolean) => {
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
  framework.addGlobalWarningListener((message, related, node) => {
    const tag = (node as Partial<glassEasel.GeneralComponent> | undefined)?.is ?? '';
    if (!isStrict && tag.startsWith('wx-') && message.endsWith('is not a valid property'))
      return true;
    const component = typeof related === 'string' ? related : related.is;
    reports.emit({ kind: 'log', level: 'warn', args: [`${component}: ${message}`] });
    return true;
  });
  window.addEventListener('error', ({ error, message }) => exception(error ?? message));
  const rejections = createListeners<[PromiseRejectionEvent]>();
  /** Reports a promise that was rejected, and that nothing handles. */
  const rejection = (event: PromiseRejectionEvent): void => {
    const { message, stack = '' } = asError(event.reason);
    reports.emit({ kind: 'exception', message, stack, isRejection: true });
    rejections.emit(event);
  };
  window.addEventListener('unhandledrejection', rejection);

  const logicConsole: Record<string, unknown> = {};
  for (const level of LEVELS) {
    logicConsole[level] = (...args: unknown[]) => {
      console[level](...args);
      reports.emit({ kind: 'log', level, args });
    };
  }
  const reported = new Set<string>();
  return {
    logicConsole,
    exception,
    rejection,
    onRejection: rejections.on,
    /** Prints what the preview does not do, with the place in the mini program; once for each place. */
    unsupported(message: string): void {
      const place = scriptPlace(new Error().stack);
      const line = place ? `${message} (${place})` : message;
      if (reported.has(line)) return;
      reported.add(line);
      (logicConsole['error'] as (text: string) => void)(line);
    },
    onReport: reports.on,
  };
};

/** Console output and uncaught errors. */
export type Reports = ReturnType<typeof createReports>;
