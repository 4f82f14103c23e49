import { Random } from '../../../sandbox/seed/random';
import { startWorld } from '../support/list-world';

const SCHEDULES = Number(process.env['SCHEDULES'] ?? 100);
const STEPS = 40;
const MONTHS = ['2026年11月', '2026年10月', '2026年9月', '2026年8月'] as const;

type World = ReturnType<typeof startWorld>;

/** What happens, and how often in relation to the rest. Actions of a person need the page. */
const EVENTS: readonly (readonly [
  name: string,
  weight: number,
  happen: (world: World, random: Random) => unknown,
])[] = [
  ['the view', 22, (world) => world.view()],
  ['the logic', 22, (world) => world.logic()],
  ['an answer', 10, (world) => world.answer()],
  ['a long scroll', 5, (world, random) => world.scroll(random.integer(0, 50_000))],
  [
    'a short scroll',
    11,
    (world, random) => world.scroll(world.scrollTop() + random.integer(-900, 2100)),
  ],
  ['a month', 6, ({ controller }, random) => controller.months.goTo(random.pick(MONTHS))],
  ['a look', 5, ({ controller }) => void controller.look()],
  ['hide', 3, (world) => world.setHidden(true)],
  ['show', 3, (world) => world.setHidden(false)],
  [
    'a refresh',
    6,
    (world, random) => {
      world.add(random.integer(1, 3));
      void world.controller.refresh();
    },
  ],
  ['another list', 4, (world) => world.search()],
];
const NEEDS_PAGE = /scroll|month|look|another/;
const MOVES_ON = /scroll|month/;

/** Plays one schedule. @returns What is wrong at its end; null for nothing. */
async function play(seed: number, origin: number): Promise<string | null> {
  const world = startWorld(origin);
  const random = new Random(seed);
  await world.rest();
  const happened: string[] = [];
  let isAtTop = false;
  for (let step = 0; step < STEPS; step += 1) {
    const [name, , happen] = random.weighted(EVENTS.map((event) => [event, event[1]] as const));
    if (world.isHidden() && NEEDS_PAGE.test(name)) continue;
    await happen(world, random);
    happened.push(name);
    if (MOVES_ON.test(name)) isAtTop = false;
    if (name === 'another list') isAtTop = true;
  }
  world.setHidden(false);
  await world.rest();
  world.controller.dispose();
  const top = world.scrollTop();
  const wrong = [
    world.blank() > 0 && `${world.blank()} px of the screen have no rows`,
    world.strayScrolls() > 0 && 'another page was scrolled',
    isAtTop && top > origin && `another list is shown from ${top} px`,
  ].filter(Boolean);
  return wrong.length > 0 ? `seed ${seed}: ${wrong.join('; ')}: ${happened.join(', ')}` : null;
}

afterEach(() => Reflect.deleteProperty(globalThis, 'wx'));

test.each([0, 300])(
  'no schedule of scrolling, months, refreshes and other lists leaves the list wrong, %d px below the top',
  async (origin) => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= SCHEDULES; seed += 1) {
      const found = await play(seed, origin);
      if (found !== null) wrong.push(found);
    }
    expect(wrong).toEqual([]);
  },
  Math.max(60_000, SCHEDULES * 1000),
);
