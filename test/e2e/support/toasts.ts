import type { Stage } from './stage';

/** A global of the logic layer, where evaluated functions run. */
declare function getApp(): { toasts?: string[] };

/** Records the toasts of the app until `stop`; WeChat's own clipboard toast is not recorded. */
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
