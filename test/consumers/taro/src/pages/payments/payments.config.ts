export default definePageConfig({
  usingComponents: {
    'payment-history': 'hydrogen-payment-history/dist/features/payment-history/payment-history',
  },
  enablePullDownRefresh: true,
});
