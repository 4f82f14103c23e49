declare module 'miniprogram-recycle-view' {
  /** Connects a recycle-view to its data. */
  export default function createRecycleContext(options: object): unknown;
}
