import fc from 'fast-check';
import { hasLapsed, nextLapse } from '../../miniprogram/domain/payability';
import { beijingTime, nextMidnight } from '../../miniprogram/domain/time';

const NOW = Date.parse('2026-11-23T14:32:00+08:00');
const moments = fc.integer({ min: 0, max: Date.parse('2100-01-01T00:00:00Z') });

test('the next midnight begins the next day in Beijing', () => {
  fc.assert(
    fc.property(moments, (now) => {
      const midnight = nextMidnight(now);
      expect(midnight).toBeGreaterThan(now);
      expect(midnight - now).toBeLessThanOrEqual(86_400_000);
      expect(beijingTime(midnight / 1000)).toMatchObject({ hour: 0, minute: 0, second: 0 });
      expect(beijingTime(midnight / 1000 - 1).day).toBe(beijingTime(now / 1000).day);
    }),
  );
  expect(new Date(nextMidnight(NOW)).toISOString()).toBe('2026-11-23T16:00:00.000Z');
});

test('the next lapse is the first moment at which a payment becomes too old', () => {
  const statuses = fc.constantFrom('pending' as const, 'success' as const);
  const ages = fc.option(fc.integer({ min: -100, max: 10_000 }), { freq: 10 });
  fc.assert(
    fc.property(fc.array(fc.record({ status: statuses, age: ages })), (drawn) => {
      const orders = drawn
        .map(({ status, age }) => ({ status, createdAt: age === null ? null : NOW / 1000 - age }))
        .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
      const lapsed = (now: number) => orders.filter((order) => hasLapsed(order, now)).length;
      const next = nextLapse(orders, NOW);
      if (next === null) return expect(lapsed(NOW + 86_400_000)).toBe(lapsed(NOW));
      expect(next).toBeGreaterThan(NOW);
      expect(lapsed(next - 1)).toBe(lapsed(NOW));
      expect(lapsed(next)).toBeGreaterThan(lapsed(NOW));
    }),
  );
});
