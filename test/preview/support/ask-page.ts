/** What can be tapped and how large it is, in px. */
export interface Target {
  element: string;
  width: number;
  height: number;
}

/** What a page says when it is asked itself. */
export interface Asked {
  language: string;
  targets: Target[];
  /** Texts of rows that their sentence for a screen reader leaves out. */
  unsaid: string[];
  /** Names of what moves, though the person wants nothing to. */
  moving: string[];
  /** How far the page can be scrolled sideways, in px. */
  overflow: number;
}

/** Runs in the page, so it is text: source of an expression whose value is {@link Asked}. */
export const ASK = `(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const TAPPABLE = '[role=button], [role=tab], [role=radio], wx-input';
  // The small button in a notice is not all that answers the finger there.
  const targets = all(TAPPABLE).map((element) => element.closest("[class*='notice__action']") ?? element);
  return {
    language: document.documentElement.lang,
    targets: targets.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { element: element.outerHTML.slice(0, 200), width, height };
    }),
    unsaid: all('payment-row > [role=button][aria-label]:first-child').flatMap((row) =>
      ['description', 'time', 'amount', 'badges']
        .flatMap((name) => all(\`[class*='row__\${name}']\`, row))
        .flatMap((part) => part.innerText.split('\\n'))
        .filter((text) => text && !row.ariaLabel.includes(text)),
    ),
    moving: document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => effect.target.className),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()`;
