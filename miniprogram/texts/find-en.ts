import type { FindTexts } from './find';

const filters = (count: number): string => (count === 1 ? '1 filter' : `${count} filters`);

/** English. */
export const findEn: FindTexts = {
  tabs: { all: 'All', paid: 'Paid', pending: 'Unpaid', refunded: 'Refunds' },
  filter: {
    button: (active) => (active === 0 ? 'Filter' : `Filter ${active}`),
    label: (active) =>
      active === 0 ? 'Filter payments' : `Filter ${active}, payments by ${filters(active)}`,
    title: 'Filter',
    close: 'Close the filter',
    reset: 'Reset',
    apply: 'Apply',
    refund: 'Refund',
    gateway: 'Payment method',
    noRestriction: 'Any',
    noRefund: 'Not refunded',
    merchandise: 'This item',
    clear: 'Clear',
    remove: (filter) => `Remove filter: ${filter}`,
    empty: {
      paid: 'Nothing paid yet',
      pending: 'Nothing to pay',
      refunded: 'No refunds',
      filtered: 'No payment matches',
    },
    emptyAdvice: 'Try other filters, or see all payments',
    showAll: 'See all',
  },
  search: {
    placeholder: 'Number or item',
    shortPlaceholder: 'Search',
    clear: 'Clear the search',
    soFar: (found, looked, back) => `${found} found in the ${looked} loaded, back to ${back}`,
    everywhere: (found, looked) => `${found} found in all ${looked}`,
    further: 'Search further back',
    going: 'Searching further back',
    nothingYet: 'Nothing found among the loaded payments',
    nothing: 'Nothing found',
    lookingUp: 'Looking for this number',
    unknownNumber: 'No payment has this number',
    unknownNumberAdvice: 'Check the number, or whether you paid with this account',
  },
};
