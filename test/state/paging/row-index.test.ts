import { createRowIndex } from '../../../miniprogram/state/paging/row-index';

const index = () => createRowIndex((item: string) => item);

it('finds rows that are appended one page after the other', () => {
  const rows = index();
  rows.append(['a', 'b'], 0);
  rows.append(['a', 'b', null, 'c'], 2);
  expect(['a', 'c', 'd'].map((key) => rows.of(key))).toEqual([0, 3, -1]);
});

it('finds rows that are appended after a change, before anything was looked up', () => {
  const rows = index();
  rows.append(['a', 'b'], 0);
  rows.replace(['b']);
  rows.append(['b', 'c'], 1);
  expect(['a', 'b', 'c'].map((key) => rows.of(key))).toEqual([-1, 0, 1]);
});
