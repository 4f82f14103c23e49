import { DEADLINE_MS, until } from '../../testing/until';

const STALE = 'element element-103 is stale: it is no longer on its page, select it again';

/** Reads one of these after another; an error is thrown, and the last one is read for ever. */
const reads = (...steps: unknown[]) => {
  const read = jest.fn<Promise<unknown>, []>();
  for (const step of steps) {
    if (step instanceof Error) read.mockRejectedValueOnce(step);
    else read.mockResolvedValueOnce(step);
  }
  return read;
};

it.each([STALE, 'there is no element #list'])('a read is repeated after "%s"', async (message) => {
  const read = reads(new Error(message), null, 'paid');
  expect(await until('the state', read)).toBe('paid');
  expect(read).toHaveBeenCalledTimes(3);
});

it('any other failure ends the wait', async () => {
  await expect(until('the state', reads(new Error('the app is closed')))).rejects.toThrow(
    'the app is closed',
  );
});

it('a state that is never reached is named, with the element that is missing', async () => {
  const now = jest.spyOn(Date, 'now');
  try {
    now.mockReturnValueOnce(0).mockReturnValue(DEADLINE_MS + 1);
    await expect(until('the last row', reads(new Error(STALE)))).rejects.toThrow(
      `not reached within ${DEADLINE_MS} ms: the last row; ${STALE}`,
    );
  } finally {
    now.mockRestore();
  }
});
