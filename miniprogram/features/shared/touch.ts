/** WeChat's names of the platforms whose pages cannot be pulled down; in DevTools the mouse stands in for a finger. */
const WITHOUT_TOUCH: readonly string[] = ['windows', 'mac', 'ohos_pc', 'devtools'];

/** Whether pages can be pulled down; true where WeChat does not name its platform. */
export function hasTouch(): boolean {
  const { platform }: { platform?: unknown } = wx.getDeviceInfo ? wx.getDeviceInfo() : {};
  return typeof platform !== 'string' || !WITHOUT_TOUCH.includes(platform.toLowerCase());
}
