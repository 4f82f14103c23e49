/** One thing that is known, with its name. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** What a screen reader says of its copy button; without it there is none. */
  readonly copyLabel?: string;
}
