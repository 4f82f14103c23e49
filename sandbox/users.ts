import { Random } from './seed/random';

/** Number of users that exist after a reset; the last one has no orders. */
export const seededUsers = 4;

/** The highest number of a user. */
export const maxUser = 999_999;

const firstUserId = 61736923000000;

/** The Hydrogen id of user 1, 2, …: fourteen digits, exact as a JSON number. */
export function userId(user: number): number {
  return firstUserId + user;
}

/** The user's WeChat openid: synthetic and constant. */
export function openid(user: number): string {
  return `oSBX${Random.of(`openid ${user}`).text(24)}`;
}

/** The user of a `wx.login` code: `user-2` is user 2, every other code is user 1. */
export function userOfCode(code: string): number {
  const number = /^user-([1-9]\d{0,5})$/.exec(code)?.[1];
  return number === undefined ? 1 : Number(number);
}
