/** Orders behind those that a list is filled with, to be drawn and appended. */
export const AHEAD = 600;

/** What some work cost; times in ms. */
export interface Cost {
  /** All of it: logic, applying what was sent, layout; without the preview's own checks. */
  readonly ms: number;
  /** Of that, applying what setData sent and the layout after it. */
  readonly setDataMs: number;
  /** Of that, layout. */
  readonly layoutMs: number;
  readonly calls: number;
  readonly paths: readonly string[];
  /** UTF-8 of the JSON of every setData, of the page and all components. */
  readonly bytes: number;
  /** Of the drawn rows alone; 0 where that was not looked at. */
  readonly rowBytes: number;
}

/** The tree under a page's root. */
export interface Shape {
  readonly elements: number;
  readonly texts: number;
  readonly mostChildren: number;
  readonly depth: number;
  readonly rows: number;
  /** Different heights of the rows, in px. */
  readonly rowHeights: readonly number[];
}

/** What was seen while the page scrolled. */
export interface Ride {
  readonly frames: number;
  /** Frames of a 60 Hz screen that did not come. */
  readonly dropped: number;
  /** Interval between frames that 95 % stay below, in ms. */
  readonly p95: number;
  /** Frames that showed a row-shaped placeholder where a row belongs. */
  readonly placeholderFrames: number;
  /** Frames that showed nothing where a row belongs. */
  readonly whiteFrames: number;
  /** The most rows missing in one frame. */
  readonly missingRows: number;
  /** How long the end of what is loaded was in sight with more to come, in ms. */
  readonly waited: number;
  readonly px: number;
}

/** How a page came up. */
export interface Arrival {
  /** Frames painted before the one with rows. */
  readonly framesBefore: number;
  /** From the call that opens the page until rows are laid out. */
  readonly ms: number;
  /** Requests sent before there were rows. */
  readonly requestsBefore: number;
  readonly orderRequests: number;
}

/** The subjects: see docs/performance.md. */
export type SubjectName = 'ours' | 'peer' | 'naive' | 'recycle' | 'hand';

/** What the probe in the device answers. */
export interface Probe {
  open(subject: SubjectName): Promise<Arrival>;
  leave(): Promise<void>;
  /** Empties the mini program's storage. */
  forgetStored(): Promise<void>;
  /** Brings the list to `rows` rows and its end on screen, so that more can be appended or drawn. */
  fill(subject: SubjectName, rows: number): Promise<void>;
  /** Draws the next twenty rows. */
  append(subject: SubjectName): Promise<Cost>;
  /** Shows that one order on screen changed. */
  update(subject: SubjectName): Promise<Cost>;
  /** Asks for the newest orders anew. */
  refresh(subject: SubjectName): Promise<Cost>;
  toTop(subject: SubjectName): Promise<void>;
  shape(subject: SubjectName): Promise<Shape>;
  /** Loads one more page of ours; null at the end. `rows` is about how many there were. */
  loadPage(): Promise<{ rows: number; cost: Cost } | null>;
  setLatency(subject: SubjectName, ms: number): Promise<void>;
  ride(subject: SubjectName, plan: { speed: number; ms: number; rows: number }): Promise<Ride>;
}
