import fs from 'node:fs';
import { VANT, vantClosure, vantFile } from '../vant-files';

const BUTTON = `${VANT}/lib/mixins/button.js`;

test('the files of Vant that the components use include its button, without a file of its icons', () => {
  const files = vantClosure('miniprogram');
  expect(files).toContain(BUTTON);
  expect(files.filter((file) => file.includes('/icon/'))).toEqual([]);
});

test('the build fails where a newer Vant lacks a text that is to be left out', () => {
  expect(vantFile(BUTTON)).toContain('onContact');
  const read = jest.spyOn(fs, 'readFileSync').mockReturnValueOnce('exports.button = newer;');
  expect(() => vantFile(BUTTON)).toThrow("Vant's mixins/button.js has no");
  read.mockRestore();
});
