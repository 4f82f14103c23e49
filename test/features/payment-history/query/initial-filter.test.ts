import { NO_FILTER } from '../../../../miniprogram/features/payment-history/query/filter';
import {
  filterFromProperties,
  NO_INITIAL_FILTER,
  initialFilterFromRoute,
  monthFromRoute,
} from '../../../../miniprogram/features/payment-history/query/initial-filter';

let warned: string[];
beforeEach(() => {
  warned = [];
  jest.spyOn(console, 'warn').mockImplementation((text: string) => void warned.push(text));
});
afterEach(() => jest.restoreAllMocks());

describe('the route parameters of a page', () => {
  it('the parameters set the filter that they name, decoded', () => {
    expect(
      initialFilterFromRoute({ tab: 'pending', merchandise_record_id: 'a%3D%E5%92%96', from: 'x' }),
    ).toEqual({ ...NO_INITIAL_FILTER, tab: 'pending', merchandiseRecordId: 'a=咖' });
  });

  it('a parameter may be cut in the middle of a character', () => {
    expect(initialFilterFromRoute({ merchandise_record_id: '%E5%92' }).merchandiseRecordId).toBe(
      '%E5%92',
    );
  });
});

describe('the month of a route', () => {
  it.each([
    ['2026-3', { year: 2026, month: 3 }],
    ['2026-03', { year: 2026, month: 3 }],
    ['2019-12', { year: 2019, month: 12 }],
  ])('%s is read', (month, read) => {
    expect(monthFromRoute({ month })).toEqual(read);
  });

  it.each([undefined, '', 'undefined', '2026', '2026-0', '2026-13', '26-3', '2026-3-1'])(
    '%s is none',
    (month) => {
      expect(monthFromRoute({ month })).toBeNull();
    },
  );
});

describe('the properties of the first filter', () => {
  it('empty properties set no filter', () => {
    expect(filterFromProperties(NO_INITIAL_FILTER)).toBeNull();
    expect(
      filterFromProperties({ ...NO_INITIAL_FILTER, phase: 'idle' } as typeof NO_INITIAL_FILTER),
    ).toBeNull();
  });

  it('the properties set a filter', () => {
    const preset = {
      tab: 'refunded',
      refund: 'partial',
      gateway: 'alipay',
      merchandiseRecordId: 'r1',
      merchandiseSchemaId: '7',
    };
    expect(filterFromProperties(preset)).toEqual(preset);
    expect(warned).toEqual([]);
  });

  it.each([
    ['tab', 'refunds', 'tab is "refunds"; allowed: all, paid, pending, refunded'],
    ['refund', 'half', 'refund is "half"; allowed: none, partial, complete, failed'],
    ['gateway', 'cash', 'gateway is "cash"; allowed: weixin, alipay'],
    ['merchandiseSchemaId', '7x', 'merchandiseSchemaId is another text; allowed: an integer'],
    [
      'merchandiseRecordId',
      ' ',
      'merchandiseRecordId is another text; allowed: text that is not blank, without lone surrogates',
    ],
  ])('an invalid %s is reported and ignored', (name, value, words) => {
    expect(filterFromProperties({ ...NO_INITIAL_FILTER, [name]: value })).toEqual(NO_FILTER);
    expect(warned).toHaveLength(1);
    expect(warned[0]).toContain(words);
  });
});
