/**
 * The ground of one month's rows, and the header that stays in sight while any of them is. Its host is as
 * tall as the whole month, however few of its rows are there, so whoever places it gives it that height.
 */
Component({
  properties: {
    /** The month in words. */
    title: String,
    /** How many payments and what they come to, in words. */
    count: String,
  },
});
