import { asyncApi } from './async-api';
import { toBase64 } from './request';

type Content = string | ArrayBuffer;

interface FileOptions {
  filePath: string;
  data?: Content;
  encoding?: string;
}

/** The folder that an app may write to. */
const USER_DATA = 'http://usr';

const bytesOf = (content: Content): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

/** Encodings that have the browser's own functions; WeChat has more. */
const read = (content: Uint8Array, encoding?: string): Content => {
  if (encoding === undefined) return content.slice().buffer;
  if (/^utf-?8$/.test(encoding)) return new TextDecoder().decode(content);
  if (encoding === 'base64') return toBase64(content.slice().buffer);
  if (encoding === 'hex')
    return [...content].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  throw new Error(`encoding ${encoding} is not supported in the preview`);
};

const written = (data: Content, encoding?: string): Uint8Array =>
  encoding === 'base64' && typeof data === 'string'
    ? Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    : bytesOf(data);

/**
 * The file system, in memory: it is empty after a reload.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.html
 */
const createFiles = () => {
  const files = new Map<string, Uint8Array>();
  const folders = new Set([USER_DATA]);
  const parentOf = (path: string) => path.replace(/\/[^/]*$/, '');
  const content = (path: string): Uint8Array => {
    const found = files.get(path);
    if (!found) throw new Error(`no such file or directory, open '${path}'`);
    return found;
  };
  const assertWritable = (path: string): void => {
    if (!path.startsWith(`${USER_DATA}/`)) throw new Error(`permission denied, open '${path}'`);
    if (!folders.has(parentOf(path))) throw new Error(`no such file or directory, open '${path}'`);
  };
  /** Each by its parameters; the synchronous call has the same name with Sync. */
  const calls = {
    writeFile(path: string, data: Content, encoding?: string): void {
      assertWritable(path);
      files.set(path, written(data, encoding));
    },
    appendFile(path: string, data: Content, encoding?: string): void {
      const joined = [...content(path), ...written(data, encoding)];
      files.set(path, Uint8Array.from(joined));
    },
    readFile(path: string, encoding?: string, position = 0, length?: number): Content {
      const all = content(path);
      const end = position + (length ?? all.length - position);
      if (position < 0 || end > all.length || end < position)
        throw new Error(
          `the value of "${length === undefined ? 'position' : 'length'}" is out of range`,
        );
      return read(all.slice(position, end), encoding);
    },
    truncate(path: string, length = 0): void {
      const kept = new Uint8Array(length);
      kept.set(content(path).slice(0, length));
      files.set(path, kept);
    },
    access(path: string): void {
      if (!files.has(path) && !folders.has(path))
        throw new Error(`no such file or directory, access '${path}'`);
    },
    unlink(path: string): void {
      content(path);
      files.delete(path);
    },
    mkdir(path: string, recursive?: boolean): void {
      if (folders.has(path)) throw new Error(`file already exists ${path}`);
      if (!recursive && !folders.has(parentOf(path)))
        throw new Error(`no such file or directory, mkdir '${path}'`);
      for (let folder = path; folder.startsWith(USER_DATA); folder = parentOf(folder))
        folders.add(folder);
    },
    rmdir(path: string, recursive?: boolean): void {
      if (!folders.has(path)) throw new Error(`no such file or directory, rmdir '${path}'`);
      const isBelow = (one: string) => one.startsWith(`${path}/`);
      const below = [...files.keys(), ...folders].filter(isBelow);
      if (below.length > 0 && !recursive) throw new Error(`directory not empty, rmdir '${path}'`);
      for (const one of [path, ...below]) {
        files.delete(one);
        folders.delete(one);
      }
    },
    readdir(path: string): string[] {
      if (!folders.has(path)) throw new Error(`no such file or directory, scandir '${path}'`);
      const inside = [...files.keys(), ...folders].filter((one) => parentOf(one) === path);
      return inside.map((one) => one.slice(path.length + 1));
    },
    copyFile(from: string, to: string): void {
      assertWritable(to);
      files.set(to, content(from));
    },
    rename(from: string, to: string): void {
      calls.copyFile(from, to);
      files.delete(from);
    },
    stat(path: string) {
      const isFolder = folders.has(path);
      const size = isFolder ? 0 : content(path).length;
      return { size, isFile: () => !isFolder, isDirectory: () => isFolder };
    },
  };
  return { calls, size: (path: string) => content(path).length };
};

/** Names of the parameters of each asynchronous call, and of its result. */
const SHAPES: Record<string, { parameters: string[]; result?: string }> = {
  writeFile: { parameters: ['filePath', 'data', 'encoding'] },
  appendFile: { parameters: ['filePath', 'data', 'encoding'] },
  readFile: { parameters: ['filePath', 'encoding', 'position', 'length'], result: 'data' },
  truncate: { parameters: ['filePath', 'length'] },
  access: { parameters: ['path'] },
  unlink: { parameters: ['filePath'] },
  mkdir: { parameters: ['dirPath', 'recursive'] },
  rmdir: { parameters: ['dirPath', 'recursive'] },
  readdir: { parameters: ['dirPath'], result: 'files' },
  copyFile: { parameters: ['srcPath', 'destPath'] },
  rename: { parameters: ['oldPath', 'newPath'] },
  stat: { parameters: ['path'], result: 'stats' },
};

/** Calls of WeChat's that fail here; those that have a synchronous call too. */
const UNSUPPORTED =
  'saveFile removeSavedFile getSavedFileList open close read write fstat ftruncate unzip readZipEntry readCompressedFile';
const SYNCHRONOUS = /^(saveFile|open|close|read|write|fstat|ftruncate|readCompressedFile)$/;

const unsupported = (): never => {
  throw new Error('not supported in the preview');
};

/** The browser's own download. */
const download = (name: string, content: ArrayBuffer): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

/**
 * The file system, and what is done with files.
 *
 * @param say - shows a line to the person in front of the preview
 */
export const fileSystem = (say: (text: string) => void) => {
  const { calls, size } = createFiles();
  const nameOf = (path: string) => path.split('/').at(-1) ?? '';
  const manager: Record<string, unknown> = {
    getFileInfo: asyncApi('getFileInfo', ({ filePath }: FileOptions) => ({ size: size(filePath) })),
  };
  const sync =
    (name: string, run: (...values: unknown[]) => unknown) =>
    (...values: unknown[]) => {
      try {
        return run(...values);
      } catch (error) {
        throw new Error(`${name}Sync:fail ${(error as Error).message}`);
      }
    };
  for (const name of UNSUPPORTED.split(' ')) {
    manager[name] = asyncApi(name, unsupported);
    if (SYNCHRONOUS.test(name)) manager[`${name}Sync`] = sync(name, unsupported);
  }
  for (const [name, { parameters, result }] of Object.entries(SHAPES)) {
    const call = (...values: unknown[]) =>
      (calls[name as keyof typeof calls] as (...given: unknown[]) => unknown)(...values);
    manager[name] = asyncApi(name, (options: Record<string, unknown>) => {
      const value = call(...parameters.map((parameter) => options[parameter]));
      return result ? { [result]: value } : undefined;
    });
    manager[`${name}Sync`] = sync(name, call);
  }
  return {
    env: { USER_DATA_PATH: USER_DATA },
    getFileSystemManager: () => manager,
    shareFileMessage: asyncApi('shareFileMessage', ({ filePath }: FileOptions) => {
      say(`转发 ${nameOf(filePath)}（${size(filePath)} B）`);
    }),
    saveFileToDisk: asyncApi('saveFileToDisk', ({ filePath }: FileOptions) => {
      download(nameOf(filePath), calls.readFile(filePath) as ArrayBuffer);
    }),
    openDocument: asyncApi('openDocument', ({ filePath }: FileOptions) => {
      say(`打开 ${nameOf(filePath)}（${size(filePath)} B）`);
    }),
  };
};
