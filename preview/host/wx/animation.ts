interface Options {
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}

/** Methods that set one property of the style; a number is a length in px. */
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'bottom', 'right'];

const TRANSFORMS = (
  'matrix matrix3d rotate rotate3d rotateX rotateY rotateZ scale scale3d scaleX scaleY scaleZ skew skewX skewY ' +
  'translate translate3d translateX translateY translateZ'
).split(' ');

/**
 * wx.createAnimation: collects steps. `export` returns them, and empties the list.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/ui/animation/Animation.html
 */
export const createAnimation = (given: Options = {}) => {
  const defaults = {
    duration: 400,
    timingFunction: 'linear',
    delay: 0,
    transformOrigin: '50% 50% 0',
    ...given,
  };
  let steps: object[] = [];
  let animates: object[] = [];
  const animation: Record<string, unknown> = {
    step(options: Options = {}) {
      const { transformOrigin, ...transition } = { ...defaults, ...options };
      steps.push({ animates, option: { transformOrigin, transition } });
      animates = [];
      return animation;
    },
    export() {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  for (const type of TRANSFORMS) {
    animation[type] = (...args: number[]) => {
      animates.push({ type, args });
      return animation;
    };
  }
  for (const name of STYLES) {
    animation[name] = (value: number | string) => {
      const isLength = typeof value === 'number' && name !== 'opacity';
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      animates.push({ type: 'style', args: [property, isLength ? `${value}px` : value] });
      return animation;
    };
  }
  return animation;
};
