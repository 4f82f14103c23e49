import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { withoutRpx } from '../rpx';

type Value = number | string;

/** What wx.createAnimation exports (preview/host/wx/animation.ts). */
interface Exported {
  actions: {
    animates: { type: string; args: Value[] }[];
    option: {
      transformOrigin: string;
      transition: { duration: number; timingFunction: string; delay: number };
    };
  }[];
}

/** Layer of glass-easel's styles that an animation sets. */
const STYLE_LAYER = 2;

const TRANSFORM = /^(matrix|rotate|scale|skew|translate)/;

/** A transform as in CSS; a number without unit is a length in px or an angle in degrees. */
const transform = (type: string, values: Value[]): string => {
  const unit = type.startsWith('translate') ? 'px' : /^(rotate|skew)/.test(type) ? 'deg' : '';
  const texts = values.map((value, nth) =>
    typeof value !== 'number' || (type === 'rotate3d' && nth < 3) ? String(value) : value + unit,
  );
  return `${type}(${texts.map(withoutRpx).join(', ')})`;
};

/** Runs the steps of the `animation` attribute, one after another. */
export const runSteps = (node: glassEasel.Element, animation: Exported | null): void => {
  const styles = new Map<string, Value>();
  let wait = 0;
  for (const { animates, option } of animation?.actions ?? []) {
    const { duration, timingFunction, delay } = option.transition;
    const run = () => {
      const transforms = animates.filter(({ type }) => type !== 'style');
      for (const { type, args } of animates) {
        if (type === 'style') styles.set(String(args[0]), args[1] ?? '');
      }
      if (transforms.length > 0) {
        styles.set(
          'transform',
          transforms.map(({ type, args }) => transform(type, args)).join(' '),
        );
      }
      styles.set('transform-origin', option.transformOrigin);
      styles.set('transition', `${duration}ms ${timingFunction} ${delay}ms`);
      const text = [...styles].map(([name, value]) => `${name}:${value}`).join(';');
      node.setNodeStyle(text, STYLE_LAYER);
    };
    if (wait === 0) run();
    else setTimeout(run, wait);
    wait += duration + delay;
  }
};

/** A key frame of `this.animate`: styles, transforms, `ease` and `offset`. */
type KeyFrame = Record<string, Value | Value[]>;

const cssFrame = (frame: KeyFrame): Keyframe => {
  const entries = Object.entries(frame);
  const transforms = entries.filter(([name]) => TRANSFORM.test(name));
  const { ease, ...styles } = Object.fromEntries(
    entries.filter(([name]) => !TRANSFORM.test(name)),
  ) as Keyframe & { ease?: string };
  return {
    ...styles,
    ...(ease && { easing: ease }),
    ...(transforms.length > 0 && {
      transform: transforms.map(([type, value]) => transform(type, [value].flat())).join(' '),
    }),
  };
};

/**
 * `this.animate` of a page or component.
 *
 * @param duration - in milliseconds
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/view/animation.html
 */
export const animateNodes = (
  elements: readonly HTMLElement[],
  frames: KeyFrame[],
  duration: number,
  done?: () => void,
): void => {
  const running = elements.map((element) =>
    element.animate(frames.map(cssFrame), { duration, fill: 'forwards' }),
  );
  if (done) void Promise.all(running.map(({ finished }) => finished)).then(done, () => undefined);
};

/** `this.clearAnimation`: removes what `this.animate` has set. */
export const clearAnimations = (elements: readonly HTMLElement[], done?: () => void): void => {
  for (const element of elements) element.getAnimations().forEach((one) => one.cancel());
  done?.();
};
