import { mistakeIn } from '../../preview/conditions';
import { takenPorts } from '../../preview/free-port';

test.each([
  ['theme', 'dark'],
  ['screen', 'small'],
  ['textSize', 1.5],
  ['foreground', false],
  ['now', null],
  ['pace', 1_000],
])('the phone has the condition %s = %p', (name, value) => {
  expect(mistakeIn(name, value)).toBeNull();
});

test.each([
  ['theme', 'night', 'theme must be light, dark'],
  ['screen', 'tiny', 'screen must be phone, notched'],
  ['textSize', 'large', 'textSize must be a number'],
  ['textSize', 0, 'textSize must be a number from 0.5 to 4'],
  ['pace', 0, 'pace must be a number from 0.01 to 1000000'],
  ['now', 1e16, 'now must be a number from -8640000000000000 to 8640000000000000, or null'],
  ['theme', ['dark'], 'theme must be light, dark'],
  ['foreground', 1, 'foreground must be true, false'],
  ['colour', 'red', 'the phone has no condition "colour"'],
  ['toString', 1, 'the phone has no condition "toString"'],
])('%s = %p is a mistake', (name, value, mistake) => {
  expect(mistakeIn(name, value)).toContain(mistake);
});

test('the wanted ports that were taken are named', () => {
  const wanted = { preview: 5170, sandbox: 5180, automator: 0 };
  const urls = { preview: 'http://127.0.0.1:5170', automator: 'ws://127.0.0.1:9420' };
  expect(takenPorts(wanted, { ...urls, sandbox: 'http://127.0.0.1:5181' })).toEqual([
    'sandbox 5180',
  ]);
  expect(takenPorts(wanted, { ...urls, sandbox: undefined })).toEqual([]);
  expect(takenPorts({ preview: 80 }, { preview: 'http://127.0.0.1:80' })).toEqual([]);
});
