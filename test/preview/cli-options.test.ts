import { miniProgram } from './support/mini-program';
import { readCliOptions, UsageError } from '../../preview/cli-options';

const read = (line: string, token?: string) =>
  readCliOptions(line.split(' ').filter(Boolean), token);

describe('the command line of npm start', () => {
  test('defaults to 95 payments of the sandbox', () => {
    expect(read('')).toMatchObject({ orders: 95, dialect: 'documented', open: true, watch: false });
    expect(read('').realApp).toBeUndefined();
  });

  test('takes the token of a real app', () => {
    const line = '--host https://abc.myminapp.com/ --client-id abc';
    expect(read(line, 'secret').realApp).toEqual({
      host: 'https://abc.myminapp.com',
      clientId: 'abc',
      token: 'secret',
    });
  });

  test('opens no browser in headless mode', () => {
    expect(read('--headless')).toMatchObject({ headless: true, open: false });
  });

  test.each([
    ['--orders many', '--orders must be a whole number from 0 to 200000, not "many"'],
    ['--orders -1', '--orders'],
    ['--dialect klingon', '--dialect must be documented or captured, not "klingon"'],
    ['--port 70000', '--port must be a whole number from 0 to 65535, not "70000"'],
    ['--clock yesterday', '--clock must be a time with its zone'],
    ['--clock 0001-01-01T00:00:00Z', '--clock must be a time with its zone from 1970 to 9999'],
    ['--clock 9999-12-31T23:59:59Z', '--clock must be a time with its zone from 1970 to 9999'],
    ['--clock 2026-02-30T00:00:00Z', '--clock must be a time with its zone'],
    ['--clock 2026-11-23T16:00:00', '--clock must be a time with its zone'],
    ['--host https://abc.myminapp.com', '--host and --client-id belong together'],
    ['--client-id abc', '--host and --client-id belong together'],
    [
      '--host abc --client-id abc',
      '--host must be an address like https://abc.myminapp.com, not "abc"',
    ],
    ['--host http://example.com --client-id abc', '--host must be https'],
    ['--host https://abc.myminapp.com --client-id abc', 'HYDROGEN_TOKEN is empty'],
    ['--dist test', '--dist must be the folder of app.json, like miniprogramRoot of'],
    ['--dist dist --watch', '--watch builds this project: leave it out with --dist'],
    [
      '--dist dist --gallery',
      "--gallery shows this project's components: leave it out with --dist",
    ],
    ['--colour red', '--colour'],
  ])('refuses %s with its reason', (line, message) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(message);
  });

  test.each([
    ['{"window":{}}', 'app.json must list the pages, like {"pages": ["pages/index/index"]}'],
    ['{"pages":[]}', 'app.json must list the pages'],
    ['null', 'app.json must list the pages'],
    ['{"pages":', 'app.json is not JSON: '],
  ])('refuses a mini program with the app.json %s', (text, message) => {
    const args = ['--dist', miniProgram({ 'app.json': text })];
    expect(() => readCliOptions(args, undefined)).toThrow(UsageError);
    expect(() => readCliOptions(args, undefined)).toThrow(message);
  });

  test.each(['1970-01-01T00:00:00Z', '2024-02-29T23:59:59.5+08:00', '9999-12-31T23:59:59+08:00'])(
    'takes the clock %s',
    (clock) => {
      expect(read(`--clock ${clock}`).now).toBe(Date.parse(clock));
    },
  );
});
