import { hasTouch } from '../../../miniprogram/features/shared/touch';

afterEach(() => Object.assign(globalThis, { wx: undefined }));

test.each([
  ['ios', true],
  ['android', true],
  ['ohos', true],
  ['windows', false],
  ['Windows', false],
  ['mac', false],
  ['ohos_pc', false],
  ['devtools', false],
  [undefined, true],
  [null, true],
])('on the platform %p pages are pulled down by touch: %p', (platform, expected) => {
  Object.assign(globalThis, { wx: { getDeviceInfo: () => ({ platform }) } });
  expect(hasTouch()).toBe(expected);
});

test('a WeChat without device information counts as a phone', () => {
  Object.assign(globalThis, { wx: {} });
  expect(hasTouch()).toBe(true);
});
