import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { onDevice } from '../rpx';

/** Inline styles may use what those of style sheets may. */
export const convertInlineStyles = (): void => {
  const { prototype } = glassEasel.Element as unknown as {
    prototype: { setNodeStyle: (this: object, style: string, segment?: number) => void };
  };
  const set = prototype.setNodeStyle;
  prototype.setNodeStyle = function (style, segment) {
    set.call(this, onDevice(style), segment);
  };
};
