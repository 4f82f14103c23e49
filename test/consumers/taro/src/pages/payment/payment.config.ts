export default definePageConfig({
  usingComponents: {
    'payment-detail': 'hydrogen-payment-history/dist/features/payment-detail/payment-detail',
  },
});
