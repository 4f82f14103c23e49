import type { Order } from '../../domain/order';
import type { Scope } from '../../domain/payment-sums';
import { hasTouch } from '../shared/touch';
import type { Texts } from '../../texts/texts';
import { unlessCancelled } from '../shared/cancelled';
import { csvOf } from './csv';
import { removeFolder } from './export-folder';
import { exportTable } from './export-table';

/** The file that was written last, and of what. */
export interface Exported {
  readonly of: readonly Order[];
  readonly scope: Scope;
  readonly filePath: string;
  readonly fileName: string;
  readonly payments: number;
}

/**
 * Writes the payments of a scope to a file of the mini program. A desktop saves a file under the name that it has,
 * so the file has the name that the person reads, in a folder that holds nothing else.
 *
 * @returns Null where it could not be written.
 */
export function writeExport(
  of: readonly Order[],
  scope: Scope,
  folder: string,
  texts: Texts,
): Exported | null {
  const table = exportTable(of, scope, texts);
  const fileName = `${texts.statistics.export.fileName(scope)}.csv`;
  const filePath = `${folder}/${fileName}`;
  const files = wx.getFileSystemManager();
  removeFolder(folder);
  try {
    files.mkdirSync(folder, true);
    files.writeFileSync(filePath, csvOf(table), 'utf8');
  } catch {
    return null;
  }
  return { of, scope, filePath, fileName, payments: table.length - 1 };
}

/**
 * Gives the file to the person: to a chat, or on a desktop to a folder. WeChat allows it only after a tap.
 *
 * @param refused - Called where WeChat cannot do it; not for a person who cancels.
 */
export function sendExport({ filePath, fileName }: Exported, refused: () => void): void {
  const fail = unlessCancelled(refused);
  const isDesktop = !hasTouch();
  if (isDesktop && wx.saveFileToDisk) wx.saveFileToDisk({ filePath, fail });
  else if (!isDesktop && wx.shareFileMessage) wx.shareFileMessage({ filePath, fileName, fail });
  else refused();
}
