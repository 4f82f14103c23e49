/** A touch target and its size in px. */
export interface Target {
  element: string;
  width: number;
  height: number;
}

/** Measurements taken inside the page. */
export interface PageMeasurements {
  language: string;
  targets: Target[];
  /** Visible texts of rows that are missing in the row's label. */
  unsaid: string[];
  /** Class names of elements with a running animation. One that only hides an element moves nothing. */
  moving: string[];
  /** Horizontal overflow of the page in px. */
  overflow: number;
}

/** Source of an expression that runs in the page; its value is {@link PageMeasurements}. */
export const ASK = `(() => {
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const STILL = ['visibility', 'offset', 'computedOffset', 'easing', 'composite'];
  const TAPPABLE = '[role=button], [role=tab], [role=radio], wx-input';
  // The touch target of a notice's button is the area around it.
  const targets = all(TAPPABLE).map((element) => element.closest("[class*='notice__action']") ?? element);
  return {
    language: document.documentElement.lang,
    targets: targets.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return { element: element.outerHTML.slice(0, 200), width, height };
    }),
    unsaid: all('[class*="--payment--"] > [role=button][aria-label]:first-child').flatMap((row) =>
      ['description', 'time', 'amount', 'badges']
        .flatMap((name) => all(\`[class*='row__\${name}']\`, row))
        .flatMap((part) => part.innerText.split('\\n'))
        .filter((text) => text && !row.ariaLabel.includes(text)),
    ),
    moving: document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !STILL.includes(name))))
      .map(({ effect }) => effect.target.className),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()`;
