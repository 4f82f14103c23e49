/**
 * The sandbox for tests of host apps.
 *
 * @packageDocumentation
 */
export { sandboxControl, type SandboxControl } from './control-client';
export type { Fault } from './faults';
export type { StoredOrder } from './order';
export type { LoggedRequest } from './request-log';
export { startSandbox, type Sandbox, type SandboxOptions } from './server';
