import { explain } from '../../../miniprogram/services/http/mistakes';

const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);

/** Runs as the version of a mini program that has this name at WeChat. */
function runAs(envVersion: string): void {
  const account = { miniProgram: { envVersion } };
  Object.assign(globalThis, { wx: { getAccountInfoSync: () => account } });
}

afterEach(() => printed.mockClear());

test.each(['develop', 'trial'])('the developer of a version %s reads an advice once', (name) => {
  runAs(name);
  explain('refunds', `a mistake in ${name}`);
  explain('refunds', `a mistake in ${name}`);
  expect(printed.mock.calls).toEqual([[expect.stringContaining(`a mistake in ${name}`)]]);
});

test('the people of a released mini program get no advice', () => {
  runAs('release');
  explain('refunds', 'a mistake in release');
  expect(printed).not.toHaveBeenCalled();
});

test('a host on this machine is not a matter of the request domains', () => {
  runAs('develop');
  explain('host', 'http://127.0.0.1:5180');
  expect(printed.mock.calls).toEqual([[expect.stringContaining('不校验合法域名')]]);
  expect(String(printed.mock.calls[0])).not.toContain('mp.weixin.qq.com');
});
