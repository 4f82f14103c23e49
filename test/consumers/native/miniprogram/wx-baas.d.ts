import type { HydrogenSdk } from 'hydrogen-payment-history';

declare global {
  namespace WechatMiniprogram {
    interface Wx {
      readonly BaaS: HydrogenSdk;
    }
  }
}
