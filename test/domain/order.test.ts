import { GATEWAY_FAMILIES, GATEWAY_TYPES, gatewayFamily } from '../../miniprogram/domain/order';

describe('gatewayFamily', () => {
  it.each(GATEWAY_FAMILIES)('finds %s for each of its exact types', (family) => {
    expect(GATEWAY_TYPES[family].map(gatewayFamily)).toEqual(
      GATEWAY_TYPES[family].map(() => family),
    );
  });

  it.each([
    ['weixin_new', 'weixin'],
    ['alipayplus', 'unknown'],
    ['qfpay', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('finds the family of %j: %s', (type, family) => {
    expect(gatewayFamily(type)).toBe(family);
  });
});
