import type { Order } from '../../domain/order';
import type { Scope } from '../../domain/payment-sums';
import { hasTouch } from '../../services/platform';
import type { Texts } from '../../texts/texts';
import { csvOf } from './csv';
import { exportPath } from './export-path';
import { exportTable } from './export-table';

/** The file that was written last, and of what. */
export interface Exported {
  readonly of: readonly Order[];
  readonly scope: Scope;
  readonly fileName: string;
  readonly payments: number;
}

/**
 * Writes the payments of a scope to a file of the mini program.
 *
 * @returns Null where WeChat refuses it.
 */
export function writeExport(
  of: readonly Order[],
  scope: Scope,
  texts: Texts,
): Promise<Exported | null> {
  const table = exportTable(of, scope, texts);
  const fileName = `${texts.statistics.export.fileName(scope)}.csv`;
  return new Promise((resolve) =>
    wx.getFileSystemManager().writeFile({
      ...{ filePath: exportPath(), data: csvOf(table), encoding: 'utf8' },
      success: () => resolve({ of, scope, fileName, payments: table.length - 1 }),
      fail: () => resolve(null),
    }),
  );
}

/**
 * Gives the file to the person: to a chat, or on a desktop to a folder. WeChat allows it only after a tap.
 *
 * @param refused - Called where WeChat cannot do it; not for a person who cancels.
 */
export function sendExport({ fileName }: Exported, refused: () => void): void {
  const filePath = exportPath();
  const fail = ({ errMsg }: { readonly errMsg: string }) => {
    if (!/cancel/.test(errMsg)) refused();
  };
  if (hasTouch()) wx.shareFileMessage({ filePath, fileName, fail });
  else wx.saveFileToDisk({ filePath, fail });
}
