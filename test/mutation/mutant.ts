/** One deliberate fault of the product that a test must notice. */
export interface Mutant {
  /** What is wrong with the product then; unique. */
  readonly fault: string;
  /** Path from the root. */
  readonly file: string;
  /** Text that occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Test files that run first. Related node tests run after them when they pass. */
  readonly tests: readonly string[];
  /** Why no test can notice it. Such a mutant does not count as a survivor. */
  readonly equivalent?: string;
}

/** Text to find and its replacement; a third text says why no test can notice it. */
type Edit = readonly [find: string, replace: string, equivalent?: string];

/**
 * The mutants of one file.
 *
 * @param tests - Test files without `test/` and `.test.ts`.
 * @param edits - Edits by fault.
 */
export function mutantsOf(
  file: string,
  tests: readonly string[],
  edits: Readonly<Record<string, Edit>>,
): Mutant[] {
  return Object.entries(edits).map(([fault, [find, replace, equivalent]]) => ({
    ...{ fault, file, find, replace },
    tests: tests.map((test) => `test/${test}.test.ts`),
    ...(equivalent !== undefined && { equivalent }),
  }));
}
