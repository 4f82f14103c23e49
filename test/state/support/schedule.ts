import * as fc from 'fast-check';
import { numberOf, type MovingServer, type ServerHabits } from './moving-server';
import type { Person } from './person';
import type { VirtualClock } from './virtual-clock';

/** What one schedule runs on; `counts` has how much happened. */
export interface Stage {
  readonly server: MovingServer;
  readonly person: Person;
  readonly clock: VirtualClock;
  readonly counts: { actions: number; changes: number };
}

const TABS = ['all', 'paid'];

/** One step of a schedule: an action of the user, a change at the server, or time. */
class Step implements fc.AsyncCommand<object, Stage> {
  constructor(
    private readonly name: string,
    private readonly kind: 'actions' | 'changes' | 'time',
    private readonly play: (stage: Stage) => void | Promise<void>,
  ) {}

  check = () => true;

  async run(_: object, stage: Stage): Promise<void> {
    if (this.kind !== 'time') stage.counts[this.kind]++;
    await this.play(stage);
  }

  toString = () => this.name;
}

const act = (name: string, play: (stage: Stage) => unknown) =>
  fc.constant(new Step(name, 'actions', (stage) => void play(stage)));

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });

/** @param play - Receives the name of the list, and an index in it. */
const change = (
  name: string,
  play: (server: MovingServer, list: string, index: number) => unknown,
) =>
  fc.tuple(fc.constantFrom(...TABS), fraction, fraction).map(([tab, among, at]) => {
    return new Step(`${name} at ${at.toFixed(3)} of ${tab}`, 'changes', ({ server }) => {
      const lists = server.listsOf(tab);
      const list = lists[Math.floor(among * lists.length)] ?? tab;
      play(server, list, Math.floor(at * server.list(list).length));
    });
  });

/** The actions of the user. */
const actions = [
  act('refresh', ({ person }) => person.refresh()),
  act('come back', ({ person }) => person.recheck()),
  act('retry', ({ person }) => person.retry()),
  act('two pages', ({ person }) => person.loadMore(2)),
  act('switch', ({ person }) => person.switchTo(person.tab === 'all' ? 'paid' : 'all')),
];

const loadMore = act('load more', ({ person }) => person.loadMore());

/** The changes at the server. */
const changes = [
  change('insert', (server, list) => server.insert(list)),
  change('remove', (server, list, index) => server.remove(index, list)),
  change('insert in the middle', (server, list, index) =>
    server.insert(list, server.list(list)[index]?.time ?? null),
  ),
  change('change', (server, list, index) => server.change(index, list)),
];

const wait = fc
  .integer({ min: 1, max: 900 })
  .map((ms) => new Step(`wait ${ms}`, 'time', ({ clock }) => clock.pass(ms)));

/** Any step, in the mix of an active user and a busy server. */
export const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(...actions) },
  { weight: 5, arbitrary: loadMore },
  { weight: 2, arbitrary: fc.oneof(...changes) },
  { weight: 4, arbitrary: wait },
);

const grants: [string, (asked: number) => number][] = [
  ['all', (asked) => asked],
  ['at most 3', (asked) => Math.min(asked, 3)],
  ['at most 1', (asked) => Math.min(asked, 1)],
  ['at most 7', (asked) => Math.min(asked, 7)],
  ['always 6', () => 6],
];

/**
 * The habits of a server, as far as they show where its list ends. A third of the lists shows only some
 * of its rows, and a row that changes may begin or cease to be shown; a third has two sources.
 */
export const anyHabits = fc
  .record({
    order: fc.constantFrom('honoured' as const, 'ignored' as const),
    grant: fc.constantFrom(...grants),
    tells: fc.boolean(),
    total: fc.constantFrom<ServerHabits['total']>('exact', 'exact', 'missing', 'zero', 'too many'),
    unreadable: fc.constantFrom(0, 0, 9, 2),
    shownEvery: fc.constantFrom(1, 1, 3),
    listsPerTab: fc.constantFrom<ServerHabits['listsPerTab']>(1, 1, 2),
  })
  .map(({ grant: [name, grant], tells, unreadable, shownEvery, ...habits }) => {
    const { total } = habits;
    const server: ServerHabits = {
      ...habits,
      grant,
      // A server that does not tell what it grants has to give an exact total.
      tellsGrant: tells || total !== 'exact',
      isUnreadable: (entry) => unreadable > 0 && numberOf(entry) % unreadable === 0,
      isShown:
        shownEvery === 1 ? undefined : (entry) => (numberOf(entry) + entry.text) % shownEvery === 0,
    };
    const shown = JSON.stringify({ ...habits, grants: name, tells, unreadable, shownEvery });
    return Object.assign(server, { [fc.toStringMethod]: () => shown });
  });
