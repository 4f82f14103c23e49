/** The order API, at an address that the test chooses. */
export const connection = () => {
  const { paymentHistory } = wx.getExtConfigSync() as { paymentHistory: { host: string } };
  return { host: paymentHistory.host, clientId: 'sandbox-client' };
};
