declare namespace WechatMiniprogram {
  interface Wx {
    /** What minapp-sdk adds to `wx` once it has run; missing in an app without it. */
    readonly BaaS: import('../miniprogram/services/sdk-session').HydrogenSdk;
  }
}
