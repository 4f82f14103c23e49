import * as fc from 'fast-check';
import type { MovingServer, ServerHabits } from './moving-server';
import type { Person } from './person';
import type { VirtualClock } from './virtual-clock';

/** What one schedule is played on; the counts say afterwards how much happened. */
export interface Stage {
  readonly server: MovingServer;
  readonly person: Person;
  readonly clock: VirtualClock;
  readonly counts: { actions: number; changes: number };
}

const TABS = ['all', 'paid'];

/** One step of a schedule: something that the person does, that the server does, or time. */
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

const change = (name: string, play: (stage: Stage, place: number) => void) =>
  fc.tuple(fc.constantFrom(...TABS), fc.double({ min: 0, max: 0.999, noNaN: true })).map(
    ([tab, at]) =>
      new Step(`${name} at ${at.toFixed(3)} of ${tab}`, 'changes', (stage) => {
        const inTab = { ...stage, person: { ...stage.person, tab } };
        play(inTab as Stage, Math.floor(at * stage.server.list(tab).length));
      }),
  );

/** What a person does. */
const actions = [
  act('refresh', ({ person }) => person.refresh()),
  act('come back', ({ person }) => person.recheck()),
  act('retry', ({ person }) => person.retry()),
  act('two pages', ({ person }) => person.loadMore(2)),
  act('switch', ({ person }) => person.switchTo(person.tab === 'all' ? 'paid' : 'all')),
];

const loadMore = act('load more', ({ person }) => person.loadMore());

/** What the server does. */
export const insertion = change('insert', ({ server, person }) => void server.insert(person.tab));

export const removal = change('remove', ({ server, person }, i) => server.remove(i, person.tab));

const changes = [
  insertion,
  removal,
  change('insert in the middle', ({ server, person }, place) => {
    server.insert(person.tab, server.list(person.tab)[place]?.time ?? null);
  }),
  change('change', ({ server, person }, place) => server.change(place, person.tab)),
];

const wait = fc
  .integer({ min: 1, max: 900 })
  .map((ms) => new Step(`wait ${ms}`, 'time', ({ clock }) => clock.pass(ms)));

/** Any step, in the mix of a busy person and a busy server. */
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

/** A server's habits, as far as they leave a way to tell where its list ends; its name tells them. */
export const anyHabits = fc
  .record({
    order: fc.constantFrom('honoured' as const, 'ignored' as const),
    grant: fc.constantFrom(...grants),
    tells: fc.boolean(),
    total: fc.constantFrom<ServerHabits['total']>('exact', 'exact', 'missing', 'zero', 'too many'),
    unreadable: fc.constantFrom(0, 0, 9),
  })
  .map(({ order, grant: [name, grant], tells, total, unreadable }) => {
    const habits: ServerHabits = {
      order,
      grant,
      // Who hides what is granted has to say truly how much there is.
      tellsGrant: tells || total !== 'exact',
      total,
      isUnreadable: ({ key }) => unreadable > 0 && Number(key.split('-')[1]) % unreadable === 0,
    };
    const shown = JSON.stringify({ order, grants: name, tells, total, unreadable });
    return Object.assign(habits, { [fc.toStringMethod]: () => shown });
  });
