import { beijingTime, parseTime } from '../../miniprogram/domain/time';

describe('parseTime', () => {
  test.each([
    ['epoch seconds', 1497524129, 1497524129],
    ['epoch seconds with a fraction', 1497524129.9, 1497524129],
    ['epoch milliseconds', 1497524129123, 1497524129],
    ['seconds as digits', '1497524129', 1497524129],
    ['milliseconds as digits', '1497524129123', 1497524129],
    ['the first second of 1970', 1, 1],
    ['naive ISO as Beijing time', '2018-09-18T15:09:14.559063', 1537254554],
    ['naive ISO without a fraction', '2018-10-12T17:18:11', 1539335891],
    ['a blank between date and time', '2018-10-12 17:18:11', 1539335891],
    ['UTC', '2018-10-12T09:18:11Z', 1539335891],
    ['UTC in lower case', '2018-10-12t09:18:11z', 1539335891],
    ['a zone with a colon', '2018-10-12T17:18:11.5+08:00', 1539335891],
    ['a zone without a colon', '2018-10-12T04:18:11-0500', 1539335891],
    ['a zone in hours', '2018-10-12T17:18:11+08', 1539335891],
    ['a blank before the zone', '2018-10-12 17:18:11 +0800', 1539335891],
    ['seconds with a fraction as text', '1539335891.5', 1539335891],
    ['half-hour zones', '2018-10-12T14:48:11+05:30', 1539335891],
    ['a leap day', '2020-02-29T08:00:00', 1582934400],
    ['the first moment of a Beijing year', '2024-01-01T00:00:00', 1704038400],
  ])('reads %s', (_name, value, seconds) => {
    expect(parseTime(value)).toBe(seconds);
  });

  test.each([
    '2019-02-29T08:00:00',
    '2019-02-30T08:00:00',
    '2019-04-31T08:00:00',
    '2019-13-01T08:00:00',
    '2019-00-01T08:00:00',
    '2019-01-00T08:00:00',
    '2019-01-01T24:00:00',
    '2019-01-01T08:60:00',
    '2019-01-01T08:00:60',
    '2019-01-01',
    '0099-01-01T00:00:00',
    '2019-01-01T08:00:00+8',
    'yesterday',
    '20200320175220',
    20261123101010,
    1e13,
    '',
    ' ',
    0,
    '0',
    '1970-01-01T00:00:00Z',
    -1,
    NaN,
    Infinity,
    1e15,
    null,
    undefined,
    true,
    {},
    [1497524129],
  ])('returns null for %p', (value) => {
    expect(parseTime(value)).toBeNull();
  });
});

describe('beijingTime', () => {
  test('is eight hours ahead of UTC', () => {
    expect(beijingTime(1539335891)).toEqual({
      year: 2018,
      month: 10,
      day: 12,
      hour: 17,
      minute: 18,
      second: 11,
    });
  });

  test('starts the year in Beijing time', () => {
    expect(beijingTime(1704038399)).toMatchObject({ year: 2023, month: 12, day: 31, hour: 23 });
    expect(beijingTime(1704038400)).toMatchObject({ year: 2024, month: 1, day: 1, hour: 0 });
  });

  test('inverts parseTime for every hour of a leap year', () => {
    const pad = (part: number) => String(part).padStart(2, '0');
    for (let second = 1704038400; second < 1704038400 + 366 * 86400; second += 3600) {
      const { year, month, day, hour, minute, second: rest } = beijingTime(second);
      const clock = `${pad(hour)}:${pad(minute)}:${pad(rest)}`;
      if (parseTime(`${year}-${pad(month)}-${pad(day)}T${clock}`) !== second) {
        throw new Error(`${second} is read back as another moment`);
      }
    }
  });
});
