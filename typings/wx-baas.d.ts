import type { HydrogenSdk } from '../miniprogram/services/session/sdk-session';

declare global {
  namespace WechatMiniprogram {
    interface Wx {
      /** What minapp-sdk adds to `wx` once it has run; missing in an app without it. */
      readonly BaaS: HydrogenSdk;
    }
  }
}
