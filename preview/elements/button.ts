const TEXT_PROPERTIES = [
  'size',
  'type',
  'formType',
  'openType',
  'lang',
  'sessionFrom',
  'sendMessageTitle',
  'sendMessagePath',
  'sendMessageImg',
  'businessId',
  'appParameter',
];

/**
 * WeChat's <button>: its box comes from preview/host/device.css, its open types from the WeChat app, so
 * here they are known and do nothing.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export const button = {
  properties: {
    ...Object.fromEntries(TEXT_PROPERTIES.map((name) => [name, String])),
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    showMessageCard: Boolean,
  },
};
