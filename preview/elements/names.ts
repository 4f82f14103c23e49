/** WeChat's elements that the preview implements: those that the module and its part of Vant use. */
export const BUILT_IN_ELEMENTS: readonly string[] = [
  'view',
  'text',
  'button',
  'image',
  'input',
  'textarea',
  'scroll-view',
];
