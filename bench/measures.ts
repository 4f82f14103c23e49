/** Orders loaded beyond those that a list is filled with, to append and draw. */
export const AHEAD = 800;

/** The cost of one piece of work; times in ms. */
export interface Cost {
  /** Logic, applying the data and layout, without the preview's own checks. */
  readonly ms: number;
  /** Of `ms`: applying the data of setData, and the layout after it. */
  readonly setDataMs: number;
  /** The longest single setData with its layout; all of `ms` where nothing is sent. */
  readonly longestMs: number;
  readonly calls: number;
  /** Moves of the window that drew; 1 for lists without a window. */
  readonly moves: number;
  /** UTF-8 bytes of the JSON of every setData, of the page and all components. */
  readonly bytes: number;
  /** Of `bytes`: the drawn rows; 0 where it is not measured. */
  readonly rowBytes: number;
}

/** What a framework does for twenty rows that replace twenty others. */
export interface FrameworkWork {
  /** Updates of components' templates. */
  readonly updates: number;
  /** Properties of components that are set. */
  readonly sets: number;
}

/** The tree under a page's root. */
export interface Shape {
  readonly elements: number;
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
  /** Frames longer than 1.5 frames of a 60 Hz screen. */
  readonly overBudget: number;
  /** The longest frame, in ms. */
  readonly longestMs: number;
  /** Frames that showed a row-shaped placeholder where a row belongs. */
  readonly placeholderFrames: number;
  /** Frames that showed nothing where a row belongs. */
  readonly whiteFrames: number;
  /** The most rows missing in one frame. */
  readonly missingRows: number;
  /** How long the end of the loaded rows was visible while more existed, in ms. */
  readonly waited: number;
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

/** A start of the app with the history as its first page. */
export interface Start {
  /** From the compilation of app.js to the first frame with rows laid out. */
  readonly ms: number;
  /** Order requests until then. */
  readonly orderRequests: number;
  /** The scripts that were evaluated until then; bytes are UTF-8. */
  readonly scripts: readonly { readonly file: string; readonly bytes: number }[];
}

/** The measured lists; docs/performance.md describes them. */
export type PageSubject = 'ours' | 'peer' | 'naive' | 'recycle' | 'plain';

/** A measured list, or the history of the former build, which is `ours` in its own page. */
export type SubjectName = PageSubject | 'former';

/** The functions of the probe in the device page. */
export interface Probe<Subject = PageSubject> {
  /** Waits for the first rows of the app's first page. */
  start(): Promise<Start>;
  open(subject: Subject): Promise<Arrival>;
  leave(): Promise<void>;
  /** Empties the mini program's storage. */
  forgetStored(): Promise<void>;
  /** Fills the list with `rows` rows and scrolls to its end. */
  fill(subject: Subject, rows: number): Promise<void>;
  /** Draws the next twenty rows; a history draws them chunk by chunk, as scrolling does. */
  append(subject: Subject): Promise<Cost>;
  /** Draws the next twenty rows of a history and counts the framework's work. */
  countWork(): Promise<FrameworkWork>;
  /** Shows a change of one order on screen. */
  update(subject: Subject): Promise<Cost>;
  /** Refreshes the list without a change. */
  refresh(subject: Subject): Promise<Cost>;
  toTop(subject: Subject): Promise<void>;
  shape(subject: Subject): Promise<Shape>;
  /** Loads the next page of ours; null at the end. `rows` is the approximate length before. */
  loadPage(): Promise<{ rows: number; cost: Cost } | null>;
  setLatency(subject: Subject, ms: number): Promise<void>;
  ride(
    subject: Subject,
    plan: { speed: number; ms: number; rows: number },
  ): Promise<ScrollMeasurement>;
}
