import type { Caller } from '../../host/types';

/**
 * Calls a method of a page or component by name.
 *
 * @throws Error naming a method that is not there
 */
export const callMember = (caller: Caller, method: string, args: unknown[]): unknown => {
  const member = caller[method];
  if (typeof member !== 'function') throw new Error(`${caller.is} has no method ${method}`);
  return (member as (...values: unknown[]) => unknown).apply(caller, args);
};
