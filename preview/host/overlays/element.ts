/** Makes an element of the device's own, with its class, words and children. */
export const element = (
  tag: keyof HTMLElementTagNameMap,
  className: string,
  ...content: (string | Node)[]
): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
};

/** A button of the device's own. */
export const button = (className: string, text: string, onClick: () => void): HTMLElement => {
  const made = element('button', className, text);
  made.addEventListener('click', onClick);
  return made;
};
