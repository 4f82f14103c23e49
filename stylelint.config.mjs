/** WXSS is CSS with rpx and WeChat's element names. wcsc rejects newer CSS; test/gates checks the artefact. */
export default {
  extends: 'stylelint-config-standard',
  rules: {
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    'selector-type-no-unknown': [
      true,
      { ignoreTypes: ['page', 'view', 'text', 'image', 'button', 'scroll-view', /^van-/] },
    ],
    // Its value grammar rejects rpx.
    'declaration-property-value-no-unknown': null,
    // WebViews before iOS 14.5 lack inset, and gap in flex boxes; test/gates checks the gaps.
    'property-disallowed-list': ['inset'],
    'declaration-block-no-redundant-longhand-properties': [true, { ignoreShorthands: ['inset'] }],
    'selector-pseudo-class-disallowed-list': ['is', 'where', 'has'],
    // BEM: block__element--modifier
    'selector-class-pattern': '^[a-z][a-z0-9-]*(__[a-z0-9-]+)?(--[a-z0-9-]+)?$',
    // wcsc supports neither url() in @import nor the newer notations.
    'import-notation': 'string',
    'media-feature-range-notation': 'prefix',
    'alpha-value-notation': 'number',
    'color-function-notation': 'legacy',
    'color-function-alias-notation': null,
  },
};
