let tags = 0;

/** The path of a folder for the file of one tag. The first call removes what an interrupted visit has left. */
export function exportFolder(): string {
  const parent = `${wx.env.USER_DATA_PATH}/payment-exports`;
  if (tags === 0) removeFolder(parent);
  tags += 1;
  return `${parent}/${tags}`;
}

/** Removes a folder with everything in it, if there is one. */
export function removeFolder(path: string): void {
  try {
    wx.getFileSystemManager().rmdirSync(path, true);
  } catch {
    // There is none.
  }
}
