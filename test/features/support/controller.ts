import { configurePaymentHistory, paymentHistory } from '../../../miniprogram/configure';
import { createEvent } from '../../../miniprogram/core/event';
import {
  createHistoryController,
  type HistoryStart,
} from '../../../miniprogram/features/payment-history/controller';
import type { HistoryState } from '../../../miniprogram/features/payment-history/history-state';
import type { Renderer } from '../../../miniprogram/features/payment-history/renderer';
import type { Snapshot } from '../../../miniprogram/features/payment-history/snapshot';
import type { Session } from '../../../miniprogram/services/session/session';
import type { Viewport } from '../../../miniprogram/state/window/window';
import { METRICS } from './history-state';
import { manualRequests, noon } from './manual-requests';

export const NOON = noon('2026-11-23') * 1000;
export const NO_SNAPSHOT: Snapshot = {
  orders: [],
  at: null,
  follow: () => undefined,
  edit: () => undefined,
  forget: () => undefined,
};

export const SESSION: Session = { token: () => Promise.resolve('token'), drop: () => undefined };

/** A controller of a configured module, whose renderer records states and draws nothing. */
export async function startController(
  changes: Partial<HistoryStart> = {},
  session: Session = SESSION,
  perMinute = Infinity,
) {
  const wire = manualRequests(settle);
  configurePaymentHistory({
    host: 'https://history.example',
    clientId: 'client',
    session,
    transport: wire.send,
    retries: 0,
    language: 'zh-CN',
    prefetch: false,
    perMinute,
    platform: {
      now: () => NOON,
      after: () => () => undefined,
      onHide: () => undefined,
      onShow: () => undefined,
      onNetwork: () => undefined,
    },
  });
  const states: HistoryState[] = [];
  const moved = createEvent<Viewport>();
  const drawn = createEvent();
  const sight = createEvent();
  const renderer: Renderer = {
    onMove: moved.subscribe,
    onSight: sight.subscribe,
    isObserved: true,
    locate: () => Promise.resolve(),
    look: () => Promise.resolve(),
    onDrawn: drawn.subscribe,
    move: (viewport) => {
      moved.emit(viewport);
      sight.emit();
    },
    render: (state) => void states.push(state),
    setHidden: () => undefined,
    dispose: () => undefined,
  };
  const controller = createHistoryController(
    {
      ...{ module: paymentHistory(), snapshot: NO_SNAPSHOT, preset: null, metrics: METRICS },
      hidesExpired: false,
      abilities: { canContinue: true, canOpen: true, actions: null },
      ...changes,
    },
    renderer,
  );
  controller.start();
  await settle();
  return {
    ...{ controller, wire, states, drawn },
    last: () => states[states.length - 1] as HistoryState,
  };
}

/** Waits until an answer has had its effect. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));
