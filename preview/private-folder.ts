import { lstat } from 'node:fs/promises';

/** Permissions of group and others. */
const FOREIGN_PERMISSIONS = 0o077;

/**
 * Checks that only this user can have written a folder, before a program in it is executed.
 *
 * @throws Error when the folder belongs to another user, is open to others, or is a symbolic link
 */
export const assertPrivate = async (folder: string): Promise<void> => {
  const found = await lstat(folder);
  const isOwn = found.uid === process.getuid?.();
  if (found.isDirectory() && isOwn && (found.mode & FOREIGN_PERMISSIONS) === 0) return;
  throw new Error(`${folder} is not a private folder of this user: remove it`);
};
