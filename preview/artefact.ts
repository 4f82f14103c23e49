/** Static JSON of a page or component: the fields that the host reads. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  /** By tag: the tag that stands for a component until its script has run. */
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  [key: string]: unknown;
}

/** app.json: the fields that the host reads. */
export interface AppConfig {
  pages: string[];
  window?: Record<string, unknown>;
  usingComponents?: Record<string, string>;
  themeLocation?: string;
  lazyCodeLoading?: string;
  [key: string]: unknown;
}

/** One compiled page or component of dist/. */
export interface CompiledComponent {
  /** Config with every path in usingComponents made absolute (no leading slash). */
  config: ComponentConfig;
  /** Plain CSS; classes of an isolated component have the prefix `scope`. */
  css: string;
  /** Prefix of its classes in the DOM; empty for a page, whose styles are shared. */
  scope: string;
}

/** The compiled mini program: preview/compile makes it from dist/, preview/host runs it. */
export interface Artefact {
  app: AppConfig;
  theme: Record<'light' | 'dark', Record<string, string>>;
  appCss: string;
  components: Record<string, CompiledComponent>;
  /** Sources of the logic layer's scripts by path, with .js. */
  scripts: Record<string, string>;
}
