/** A block of code of a document. */
export interface Block {
  /** The path that stands on a line of its own above the block; empty without one. */
  readonly file: string;
  readonly language: string;
  readonly code: string;
}

/** The blocks of code of a document. */
export const blocksIn = (text: string): Block[] =>
  [...text.matchAll(/^(?:`([\w./-]+)`\n\n)?```(\w*)\n([\s\S]*?)^```$/gm)].map(
    ([, file = '', language = '', code = '']) => ({ file, language, code }),
  );

/** The blocks that are files. */
export const filesIn = (text: string): Block[] => blocksIn(text).filter(({ file }) => file);

/** The part of a document from one heading to the next heading that starts with the same marks or fewer. */
export const sectionOf = (text: string, heading: RegExp): string => {
  const start = text.search(heading);
  if (start < 0) throw new Error(`no heading ${heading}`);
  const [marks = ''] = /^#+/.exec(text.slice(start)) ?? [];
  const rest = text.slice(start + marks.length);
  const end = rest.search(new RegExp(`^#{1,${marks.length}} `, 'm'));
  return marks + (end < 0 ? rest : rest.slice(0, end));
};
