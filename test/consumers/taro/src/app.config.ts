export default defineAppConfig({
  pages: ['pages/payments/payments', 'pages/payment/payment'],
});
