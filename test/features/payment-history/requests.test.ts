import { requestsOfStatistics, requestsOfVisit } from '../support/requests';

describe.each([5, 95, 300, 1000])('a visit to %d payments with the default settings', (count) => {
  test('makes at most two requests to open, three for a tab and four for a filter', async () => {
    const visit = await requestsOfVisit(count);
    const most = visit.map(({ action }) => (action === 'open' ? 2 : action.includes('+') ? 4 : 3));
    const tooMany = visit.filter(({ requests }, nth) => requests > (most[nth] ?? 0));
    expect(tooMany).toEqual([]);
    expect(visit.map(({ error }) => error)).toEqual(visit.map(() => null));
  });
});

test('a list that was read a moment ago is not read again', async () => {
  const paid = { what: 'tab', tab: 'paid' } as const;
  const all = { what: 'tab', tab: 'all' } as const;
  const visit = await requestsOfVisit(1000, [
    ['open'],
    ['paid', paid],
    ['all', all],
    ['paid', paid],
  ]);
  expect(visit.slice(2).map(({ requests }) => requests)).toEqual([0, 0]);
});

test('the statistics of 1,000 payments are ten requests', async () => {
  expect(await requestsOfStatistics(1000)).toBe(10);
});
