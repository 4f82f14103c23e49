/** A screen and its insets, in px. */
interface Screen {
  readonly width: number;
  readonly height: number;
  /** Notch and home indicator, as CSS orders them: top, right, bottom, left. */
  readonly insets: readonly [number, number, number, number];
}

/** Screens of the phone. In a narrow window the first one takes the size of the window. */
export const SCREENS = {
  phone: { width: 390, height: 844, insets: [0, 0, 0, 0] },
  notched: { width: 390, height: 844, insets: [0, 0, 34, 0] },
  small: { width: 320, height: 568, insets: [0, 0, 0, 0] },
  large: { width: 430, height: 932, insets: [0, 0, 34, 0] },
  landscape: { width: 844, height: 390, insets: [0, 47, 21, 47] },
  cutout: { width: 740, height: 360, insets: [0, 0, 0, 32] },
  pad: { width: 768, height: 1024, insets: [0, 0, 20, 0] },
  wide: { width: 1366, height: 1024, insets: [0, 0, 20, 0] },
} as const satisfies Record<string, Screen>;

/** Name of one of the {@link SCREENS}. */
export type ScreenName = keyof typeof SCREENS;

/** State of the phone that a person or a test can change while the mini program runs. */
export interface Conditions {
  screen: ScreenName;
  theme: 'light' | 'dark';
  language: 'zh_CN' | 'en';
  /** `platform` of wx.getDeviceInfo. */
  platform: 'ios' | 'android' | 'windows' | 'mac' | 'devtools';
  /** WeChat's text-size factor, `fontSizeScaleFactor`. */
  textSize: number;
  network: 'wifi' | '4g' | 'none';
  /** Fixed time of the clock in epoch milliseconds; null for real time. */
  now: number | null;
  /** Whether the app's privacy guideline lets it write the clipboard. */
  clipboard: 'allowed' | 'refused';
  /** Result of wx.requestPayment; `ask` shows a sheet with the choices. */
  payment: 'ask' | 'paid' | 'cancelled' | 'failed';
  /** False while WeChat is in the background. */
  foreground: boolean;
  /** Acceleration of the mini program's timers and request timeouts. */
  pace: number;
}

/** Default conditions. */
export const INITIAL_CONDITIONS: Conditions = {
  screen: 'phone',
  theme: 'light',
  language: 'zh_CN',
  platform: 'android',
  textSize: 1,
  network: 'wifi',
  now: null,
  clipboard: 'allowed',
  payment: 'ask',
  foreground: true,
  pace: 1,
};

const NAMES = new Map<string, readonly string[]>(
  Object.entries({
    screen: Object.keys(SCREENS),
    theme: ['light', 'dark'],
    language: ['zh_CN', 'en'],
    platform: ['ios', 'android', 'windows', 'mac', 'devtools'],
    network: ['wifi', '4g', 'none'],
    clipboard: ['allowed', 'refused'],
    payment: ['ask', 'paid', 'cancelled', 'failed'],
  }),
);

/** Factors of WeChat's text-size setting. */
export const TEXT_SIZES: readonly number[] = [0.94, 1, 1.1, 1.2, 1.3, 1.5, 1.75];

/** The last moment of `Date`, in epoch milliseconds. */
const LAST_MOMENT = 8.64e15;

/** Conditions that are numbers: the smallest and the largest value. */
const RANGES = new Map<string, readonly [number, number]>(
  Object.entries({
    textSize: [0.5, 4],
    now: [-LAST_MOMENT, LAST_MOMENT],
    pace: [0.01, 1_000_000],
  }),
);

/** What is wrong with a condition, as a sentence with the allowed values; null where nothing is. */
export const mistakeIn = (name: string, value: unknown): string | null => {
  const names = NAMES.get(name);
  if (names)
    return names.some((one) => one === value) ? null : `${name} must be ${names.join(', ')}`;
  if (name === 'foreground')
    return typeof value === 'boolean' ? null : `${name} must be true, false`;
  const range = RANGES.get(name);
  if (!range) return `the phone has no condition ${JSON.stringify(name)}`;
  const [min, max] = range;
  const isNull = name === 'now' && value === null;
  if (isNull || (typeof value === 'number' && value >= min && value <= max)) return null;
  return `${name} must be a number from ${min} to ${max}${name === 'now' ? ', or null' : ''}`;
};
