/** WeChat sends at most so many requests at a time; the others wait. */
const AT_A_TIME = 10;

/** Starts tasks in order, as many at a time as WeChat does. */
export const createRequestQueue = () => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const startNext = () => {
    if (running >= AT_A_TIME) return;
    const start = waiting.shift();
    if (!start) return;
    running += 1;
    start();
  };
  return {
    run: async <Result>(task: () => Promise<Result>): Promise<Result> => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        startNext();
      });
      try {
        return await task();
      } finally {
        running -= 1;
        startNext();
      }
    },
  };
};
