/** A gesture that pulls a scrolled box down. */
interface Pull {
  /** Whether a gesture may start now. */
  mayStart(): boolean;
  /** @param distance - of the finger, in px */
  move(distance: number): void;
  release(distance: number): void;
}

/** Watches pulls by touch and by mouse. */
export const watchPull = (target: HTMLElement | Document, pull: Pull): void => {
  let from: number | null = null;
  let pulled = 0;
  const start = (at: number) => {
    from = pull.mayStart() ? at : null;
    pulled = 0;
  };
  const move = (at: number) => {
    if (from === null) return;
    pulled = at - from;
    pull.move(pulled);
  };
  const release = () => {
    if (from === null) return;
    from = null;
    pull.release(pulled);
  };
  const on = (type: string, run: (at: number) => void) =>
    target.addEventListener(type, (event) => {
      const { clientY } =
        event instanceof TouchEvent ? (event.touches[0] ?? { clientY: 0 }) : (event as MouseEvent);
      run(clientY);
    });
  on('touchstart', start);
  on('mousedown', start);
  on('touchmove', move);
  on('mousemove', move);
  for (const end of ['touchend', 'touchcancel', 'mouseup']) target.addEventListener(end, release);
};
