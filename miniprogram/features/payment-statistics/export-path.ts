/** One path for every export, so that the next visit removes what an earlier one has left. */
export function exportPath(): string {
  return `${wx.env.USER_DATA_PATH}/payments.csv`;
}

/** Removes the file of an export, if there is one. */
export function removeExport(): void {
  wx.getFileSystemManager().unlink({ filePath: exportPath(), fail: () => undefined });
}
