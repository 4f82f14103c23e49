import type { ConditionsStore } from '../conditions-store';
import type { Dialogs } from '../overlays/dialogs';
import { asyncApi } from './async-api';

interface PaymentOptions {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType?: string;
  paySign: string;
}

const REQUIRED = ['timeStamp', 'nonceStr', 'package', 'paySign'] as const;

/** Has the sandbox settle what was paid, as WeChat Pay's notice to the merchant does. */
const settle = async (prepay: string): Promise<void> => {
  const response = await fetch('/payment', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ package: prepay }),
  });
  if (!response.ok) throw new Error(await response.text());
};

/**
 * wx.requestPayment against the sandbox; for a real app's orders there is nobody to pay.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/payment/wx.requestPayment.html
 */
export const payment = (conditions: ConditionsStore, dialogs: Dialogs) => ({
  requestPayment: asyncApi('requestPayment', async (options: PaymentOptions) => {
    for (const name of REQUIRED) {
      if (typeof options[name] === 'string') continue;
      throw new Error(`parameter error: parameter.${name} should be String`);
    }
    const wanted = conditions.get().payment;
    const outcome = wanted === 'ask' ? await dialogs.payment() : wanted;
    if (outcome === 'cancelled') throw new Error('cancel');
    if (outcome === 'failed') throw new Error('payment failed');
    await settle(options.package);
  }),
});
