declare module 'miniprogram-recycle-view' {
  /** Joins a recycle-view to its data. */
  export default function createRecycleContext(options: object): unknown;
}
