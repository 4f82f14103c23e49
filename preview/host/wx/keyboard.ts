import { createListeners } from '../listeners';

/** Keys of a desktop's keyboard; as in WeChat, none is reported while a field has the focus. */
export const keyboard = () => {
  const downs = createListeners<[object]>();
  document.addEventListener('keydown', ({ target, key, code, altKey, shiftKey, timeStamp }) => {
    if (target instanceof HTMLElement && target.matches('input, textarea')) return;
    downs.emit({ key, code, altKey, shiftKey, timeStamp });
  });
  return { onKeyDown: downs.on, offKeyDown: downs.off };
};
