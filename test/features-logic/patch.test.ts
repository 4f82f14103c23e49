import { patchBetween } from '../../miniprogram/features/payment-history/patch';

const row = (key: string, amount = '¥1.00') => ({ key, amount });

describe('a patch', () => {
  it('is empty between equal pictures', () => {
    const picture = () => ({ height: 1, slots: [{ rows: [row('a')] }], lead: null });
    expect(patchBetween(picture(), picture())).toEqual({});
  });

  it('names the one field of the one row that changed', () => {
    const before = { slots: [{ rows: [row('a'), row('b')] }] };
    const after = { slots: [{ rows: [row('a'), row('b', '¥2.00')] }] };
    expect(patchBetween(before, after)).toEqual({ 'slots[0].rows[1].amount': '¥2.00' });
  });

  it('adds to an array without repeating it', () => {
    expect(patchBetween({ rows: [row('a')] }, { rows: [row('a'), row('b')] })).toEqual({
      'rows[1]': row('b'),
    });
  });

  it('sends an array whole when others stand in it, or fewer', () => {
    const [a, b, c] = [row('a'), row('b'), row('c')];
    expect(patchBetween({ rows: [a, b] }, { rows: [c, a] })).toEqual({ rows: [c, a] });
    expect(patchBetween({ rows: [a, b] }, { rows: [a] })).toEqual({ rows: [a] });
    expect(patchBetween({ order: [0, 1, 2] }, { order: [1, 2, 0] })).toEqual({ order: [1, 2, 0] });
  });

  it('makes null of what is gone, and a thing of what was null', () => {
    expect(patchBetween({ lead: { top: 1 } }, { lead: null })).toEqual({ lead: null });
    expect(patchBetween({ lead: null }, { lead: { top: 1 } })).toEqual({ lead: { top: 1 } });
    expect(patchBetween({ row: { key: 'a', refund: 'failed' } }, { row: { key: 'a' } })).toEqual({
      'row.refund': null,
    });
    expect(patchBetween({ row: { key: 'a' } }, { row: { key: 'a' } })).toEqual({});
  });

  it('survives WeChat’s way through JSON', () => {
    const patch = patchBetween({ row: { key: 'a', refund: 'failed' } }, { row: { key: 'a' } });
    expect(JSON.parse(JSON.stringify(patch))).toEqual(patch);
  });
});
