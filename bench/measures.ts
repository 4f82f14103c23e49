/** Orders loaded beyond those that a list is filled with, to append and draw. */
export const AHEAD = 600;

/** The cost of one piece of work; times in ms. */
export interface Cost {
  /** Logic, applying the data and layout, without the preview's own checks. */
  readonly ms: number;
  /** Of `ms`: applying the data of setData, and the layout after it. */
  readonly setDataMs: number;
  /** Of `ms`: layout. */
  readonly layoutMs: number;
  readonly calls: number;
  readonly paths: readonly string[];
  /** UTF-8 bytes of the JSON of every setData, of the page and all components. */
  readonly bytes: number;
  /** Of `bytes`: the drawn rows; 0 where it is not measured. */
  readonly rowBytes: number;
}

/** The tree under a page's root. */
export interface Shape {
  readonly elements: number;
  readonly texts: number;
  readonly mostChildren: number;
  readonly depth: number;
  readonly rows: number;
  /** The distinct heights of the rows, in px. */
  readonly rowHeights: readonly number[];
}

/** What the frames of one scroll showed. */
export interface ScrollMeasurement {
  readonly frames: number;
  /** Frames of a 60 Hz screen that were skipped. */
  readonly dropped: number;
  /** 95th percentile of the frame interval, in ms. */
  readonly p95: number;
  /** Frames that showed a row-shaped placeholder where a row belongs. */
  readonly placeholderFrames: number;
  /** Frames that showed nothing where a row belongs. */
  readonly whiteFrames: number;
  /** The most rows missing in one frame. */
  readonly missingRows: number;
  /** How long the end of the loaded rows was visible while more existed, in ms. */
  readonly waited: number;
  readonly px: number;
}

/** The first rows of a page that was opened. */
export interface Arrival {
  /** Frames painted before the one with rows. */
  readonly framesBefore: number;
  /** From the call that opens the page until rows are laid out. */
  readonly ms: number;
  /** Requests sent before the first rows. */
  readonly requestsBefore: number;
  readonly orderRequests: number;
}

/** The measured lists; docs/performance.md describes them. */
export type SubjectName = 'ours' | 'peer' | 'naive' | 'recycle' | 'plain';

/** The functions of the probe in the device page. */
export interface Probe {
  open(subject: SubjectName): Promise<Arrival>;
  leave(): Promise<void>;
  /** Empties the mini program's storage. */
  forgetStored(): Promise<void>;
  /** Fills the list with `rows` rows and scrolls to its end. */
  fill(subject: SubjectName, rows: number): Promise<void>;
  /** Draws the next twenty rows. */
  append(subject: SubjectName): Promise<Cost>;
  /** Shows a change of one order on screen. */
  update(subject: SubjectName): Promise<Cost>;
  /** Refreshes the list without a change. */
  refresh(subject: SubjectName): Promise<Cost>;
  toTop(subject: SubjectName): Promise<void>;
  shape(subject: SubjectName): Promise<Shape>;
  /** Loads the next page of ours; null at the end. `rows` is the approximate length before. */
  loadPage(): Promise<{ rows: number; cost: Cost } | null>;
  setLatency(subject: SubjectName, ms: number): Promise<void>;
  ride(
    subject: SubjectName,
    plan: { speed: number; ms: number; rows: number },
  ): Promise<ScrollMeasurement>;
}
