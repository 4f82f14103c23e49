/** What a person or a test may set about the phone while the mini program runs. */
export interface Conditions {
  theme: 'light' | 'dark';
  language: 'zh_CN' | 'en';
  /** WeChat's text-size factor, `fontSizeScaleFactor`. */
  textSize: number;
  network: 'wifi' | '4g' | 'none';
  /** Epoch milliseconds at which the clock stands; null for real time. */
  now: number | null;
  /** Whether the app's privacy guideline lets it write the clipboard. */
  clipboard: 'allowed' | 'refused';
  /** What becomes of wx.requestPayment: a sheet asks the person, or it ends by itself. */
  payment: 'ask' | 'paid' | 'cancelled' | 'failed';
  /** False while WeChat is in the background. */
  foreground: boolean;
}

/** A phone as it comes. */
export const INITIAL_CONDITIONS: Conditions = {
  theme: 'light',
  language: 'zh_CN',
  textSize: 1,
  network: 'wifi',
  now: null,
  clipboard: 'allowed',
  payment: 'ask',
  foreground: true,
};

/** The factors WeChat's text-size setting gives. */
export const TEXT_SIZES: readonly number[] = [0.94, 1, 1.1, 1.2, 1.3, 1.5, 1.75];
