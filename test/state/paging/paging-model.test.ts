import * as fc from 'fast-check';
import { canLoadMore } from '../../../miniprogram/state/paging/paging-state';
import {
  WELL_BEHAVED,
  MovingServer,
  type ServerHabits,
  type RequestConditions,
} from '../support/moving-server';
import { Person } from '../support/person';
import { anyHabits, anyStep, type Stage } from '../support/schedule';
import { writeFigures } from '../../support/figures';
import { virtualClock } from '../support/virtual-clock';

const SHORT = 10_000;
/** The long run: see docs/reliability.md. */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? SHORT);

// Small pages and short lists, so that borders of pages matter often.
const limits = fc.constantFrom({ limit: 3, laterLimit: 8 }, { limit: 5, laterLimit: 5 });

/** An endless sequence of latencies and failures from one seed. */
const conditionStream = fc.infiniteStream(
  fc.record({
    latency: fc.integer({ min: 2, max: 1000 }),
    fails: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
);

interface Setting {
  habits: ServerHabits;
  limits: { limit: number; laterLimit: number };
  rows: [number, number];
}

const setting: fc.Arbitrary<Setting> = fc.record({
  habits: anyHabits,
  limits,
  rows: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })),
});

function stageOf(
  { habits, limits, rows }: Setting,
  conditions: Iterator<RequestConditions>,
): Stage {
  const clock = virtualClock();
  const server = new MovingServer(clock, habits).fill(rows[0]).fill(rows[1], 'paid');
  server.nextConditions = () => conditions.next().value as RequestConditions;
  const person = new Person(server, clock, limits);
  return { clock, server, person, counts: { actions: 0, changes: 0 } };
}

/** Waits, refreshes and scrolls to the end. */
async function lookAtEverything({ server, person }: Stage): Promise<void> {
  server.nextConditions = () => ({ latency: 50, fails: false });
  await person.wait();
  void person.refresh();
  await person.scrollToEnd();
}

it(
  'shows the server’s list after any schedule, and no wrong state before',
  async () => {
    const counts = { actions: 0, changes: 0 };
    await fc.assert(
      fc.asyncProperty(
        setting,
        conditionStream,
        fc.commands([anyStep], { maxCommands: 90, size: 'max' }),
        async (given, conditions, steps) => {
          const stage = stageOf(given, conditions);
          await fc.asyncModelRun(() => ({ model: {}, real: stage }), steps);
          await lookAtEverything(stage);
          const { person, server } = stage;
          expect(person.paging.state.items).toEqual(server.shown(person.tab));
          expect(person.paging.state).toMatchObject({ phase: 'ready', isLast: true, error: null });
          expect(person.unsettled()).toBe(0);
          expect(server.mostInFlight).toBeLessThanOrEqual(2);
          counts.actions += stage.counts.actions;
          counts.changes += stage.counts.changes;
        },
      ),
      { numRuns: SCHEDULES },
    );
    expect(counts.actions / SCHEDULES).toBeGreaterThanOrEqual(20);
    expect(counts.changes / SCHEDULES).toBeGreaterThanOrEqual(3);
    if (SCHEDULES === SHORT) return;
    writeFigures(
      'schedules',
      `${SCHEDULES} schedules: 0 wrong lists; ${counts.actions} actions of a person, ${counts.changes} changes of the server's lists.`,
    );
  },
  SCHEDULES * 100,
);

const moves = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'insert', 'remove', 'remove', 'insert among', 'none'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }),
  { maxLength: 12 },
);

const driftHabits = fc.constantFrom<Partial<ServerHabits>>(
  {},
  { grant: (asked) => Math.min(asked, 7) },
  { order: 'ignored' },
  { order: 'ignored', grant: (asked) => Math.min(asked, 7) },
);

function play(server: MovingServer, kind: string, at: number): void {
  const place = Math.floor(at * server.list().length);
  if (kind === 'insert') server.insert();
  if (kind === 'remove') server.remove(place);
  if (kind === 'insert among') server.insert('all', server.list()[place]?.time ?? null);
}

it('reconciles one move between any two pages without a refresh', async () => {
  await fc.assert(
    fc.asyncProperty(
      driftHabits,
      fc.integer({ min: 0, max: 120 }),
      moves,
      async (given, rows, moved) => {
        const clock = virtualClock();
        const server = new MovingServer(clock, { ...WELL_BEHAVED, ...given }).fill(rows);
        const person = new Person(server, clock, { limit: 5, laterLimit: 10 });
        void person.refresh();
        await person.wait();
        for (const { kind, at } of moved) {
          if (!canLoadMore(person.paging.state)) break;
          play(server, kind, at);
          void person.loadMore();
          await person.wait();
          const { items, confirmed } = person.paging.state;
          expect(items.slice(0, confirmed)).toEqual(server.list().slice(0, confirmed));
        }
        await person.scrollToEnd();
        expect(person.paging.state.items).toEqual(server.list());
      },
    ),
    { numRuns: 2_000 },
  );
}, 300_000);
