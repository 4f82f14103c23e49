/** What the preview cannot do as WeChat does: an error when it is strict, a line in the console otherwise. */
export interface Problems {
  isStrict: boolean;
  /** @throws Error with the message when the preview is strict */
  add(message: string): void;
  messages: readonly string[];
}

/** Collects the problems of one mini program. */
export const createProblems = (isStrict: boolean): Problems => {
  const messages: string[] = [];
  return {
    isStrict,
    messages,
    add(message) {
      if (isStrict) throw new Error(message);
      messages.push(message);
    },
  };
};
