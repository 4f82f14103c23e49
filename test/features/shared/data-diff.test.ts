import { dataDiff } from '../../../miniprogram/features/shared/data-diff';

const row = (key: string, amount = '¥1.00') => ({ key, amount });

describe('a diff', () => {
  it('is empty between equal values', () => {
    const value = () => ({ height: 1, slots: [{ rows: [row('a')] }], lead: null });
    expect(dataDiff(value(), value())).toEqual({});
  });

  it('has the one field of the one row that changed', () => {
    const before = { slots: [{ rows: [row('a'), row('b')] }] };
    const after = { slots: [{ rows: [row('a'), row('b', '¥2.00')] }] };
    expect(dataDiff(before, after)).toEqual({ 'slots[0].rows[1].amount': '¥2.00' });
  });

  it('has only the items that are appended to an array', () => {
    expect(dataDiff({ rows: [row('a')] }, { rows: [row('a'), row('b')] })).toEqual({
      'rows[1]': row('b'),
    });
  });

  it('has the whole array when it has other items, or fewer', () => {
    const [a, b, c] = [row('a'), row('b'), row('c')];
    expect(dataDiff({ rows: [a, b] }, { rows: [c, a] })).toEqual({ rows: [c, a] });
    expect(dataDiff({ rows: [a, b] }, { rows: [a] })).toEqual({ rows: [a] });
    expect(dataDiff({ rows: [{ top: 1 }, { top: 2 }] }, { rows: [{ top: 1 }] })).toEqual({
      rows: [{ top: 1 }],
    });
    expect(dataDiff({ order: [0, 1, 2] }, { order: [1, 2, 0] })).toEqual({ order: [1, 2, 0] });
  });

  it('has null for a field that is gone, and the value for a field that was null', () => {
    expect(dataDiff({ lead: { top: 1 } }, { lead: null })).toEqual({ lead: null });
    expect(dataDiff({ lead: null }, { lead: { top: 1 } })).toEqual({ lead: { top: 1 } });
    expect(dataDiff({ row: { key: 'a', refund: 'failed' } }, { row: { key: 'a' } })).toEqual({
      'row.refund': null,
    });
    expect(dataDiff({ row: { key: 'a' } }, { row: { key: 'a' } })).toEqual({});
  });

  it('survives JSON, through which WeChat sends it', () => {
    const patch = dataDiff({ row: { key: 'a', refund: 'failed' } }, { row: { key: 'a' } });
    expect(JSON.parse(JSON.stringify(patch))).toEqual(patch);
  });
});
