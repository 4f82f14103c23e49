/** WeChat's own elements that the preview draws: those the module and its part of Vant use. */
export const BUILT_IN_ELEMENTS: readonly string[] = [
  'view',
  'text',
  'button',
  'image',
  'input',
  'textarea',
  'scroll-view',
];
