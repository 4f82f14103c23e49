import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../paths';

const TYPES = path.join(ROOT, 'node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts');

/** The names of all calls of WeChat, from its type declarations. */
export const wechatCalls = async (): Promise<string[]> => {
  const types = await readFile(TYPES, 'utf8');
  const declared = types.slice(types.indexOf('    interface Wx {'));
  const calls = [...declared.matchAll(/^ {8}(\w+)[(<]/gm)].map(([, name = '']) => name);
  return [...new Set([...calls, 'cloud'])];
};
