import { beijingHour } from '../beijing';
import type { Random } from './random';

const minute = 60;
const hour = 3600;
const day = 24 * hour;
const usualGap = 7.5 * day;
const longestHistory = 8 * 365 * day;

/** Hours of the day in Beijing at which people pay; frequent hours appear more than once. */
const payingHours = [
  ...[7, 8, 8, 9, 10, 11, 12, 12, 12, 13, 14, 15, 16, 17, 18, 18, 19, 19, 20, 20, 21, 22, 23],
] as const;

function atPayingHour(time: number, random: Random): number {
  const shift = random.pick(payingHours) - beijingHour(time);
  return time + shift * hour;
}

/** One order in this many has the same second as its neighbour, as in a busy app. */
const twinEvery = 40;

/**
 * Generates the creation times of a user's orders, newest first, in epoch seconds.
 *
 * The newest is minutes old. Several orders fall in each month, more when they would not fit in eight years.
 */
export function timeline(count: number, now: number, random: Random): number[] {
  const gap = Math.min(usualGap, longestHistory / Math.max(1, count));
  const newest = now - random.integer(8 * minute, 50 * minute);
  const times: number[] = [];
  let time = newest;
  for (let index = 0; index < count; index++) {
    const moved = index === 0 ? time : atPayingHour(Math.floor(time), random);
    times.push(moved > newest ? moved - day : moved);
    time -= gap * (0.2 + 1.6 * random.fraction());
  }
  times.sort((a, b) => b - a);
  return times.map((own, index) => (index % twinEvery === 17 ? (times[index - 1] ?? own) : own));
}
