import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter';
import { button } from './button';
import { base, type Special } from './base';
import { input, textarea } from './field';
import { image } from './image';
import { scrollView } from './scroll-view';
import { BUILT_IN_ELEMENTS } from './names';

/** Elements with behaviour of their own; the others are plain boxes. */
const special: Record<string, Special> = {
  button,
  image,
  input,
  textarea,
  'scroll-view': scrollView,
};

/** Registers WeChat's elements for templates. Call before any component is registered. */
export const registerElements = (space: CodeSpace): void => {
  const components = space.getComponentSpace();
  for (const tag of BUILT_IN_ELEMENTS) {
    const definition = components.defineComponent({
      is: `wx-${tag}`,
      ...base(special[tag]),
    }) as unknown as glassEasel.GeneralComponentDefinition;
    components.setGlobalUsingComponent(tag, definition);
  }
};
