import { Random } from './seed/random';

/** How many users own seeded orders or exist without any: the last one has an empty history. */
export const seededUsers = 4;

const firstUserId = 61736923000000;

/** The id Hydrogen would give user 1, 2, …: fourteen digits, exact as a JSON number. */
export function userId(user: number): number {
  return firstUserId + user;
}

/** The user's WeChat openid: synthetic, always the same for the same user. */
export function openid(user: number): string {
  return `oSBX${Random.of(`openid ${user}`).text(24)}`;
}

/** Whose `wx.login` code it is: `user-2` is user 2's, every other code is user 1's. */
export function userOfCode(code: string): number {
  const number = /^user-([1-9]\d{0,5})$/.exec(code)?.[1];
  return number === undefined ? 1 : Number(number);
}
