import { ignored } from './ignored';

/** Shows words to the person for a moment. */
export function toast(title: string): void {
  wx.showToast({ title, icon: 'none', fail: ignored });
}
