import type { Stage } from './stage';

/** Logic-layer globals, where functions that the client sends over run. */
declare function getApp(): { toasts?: string[] };

/** Notes what the app says in toasts, until it is told to stop; WeChat's own about the clipboard are not among them. */
export const recordToasts = async ({ miniProgram }: Stage) => {
  await miniProgram.evaluate(() => void (getApp().toasts = []));
  await miniProgram.mockWxMethod('showToast', ({ title }: { title: string }) => {
    getApp().toasts?.push(title);
    return {};
  });
  return {
    seen: async () => (await miniProgram.evaluate(() => getApp().toasts)) as string[],
    stop: () => miniProgram.restoreWxMethod('showToast'),
  };
};
