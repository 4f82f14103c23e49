// What preview/compile makes of dist/ and preview/host runs.

/** A component's or page's static JSON, as far as the host reads it. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  styleIsolation?: string;
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  [key: string]: unknown;
}

/** app.json, as far as the host reads it. */
export interface AppConfig {
  pages: string[];
  window?: Record<string, unknown>;
  usingComponents?: Record<string, string>;
  themeLocation?: string;
  [key: string]: unknown;
}

/** One page or component of dist/, ready for the browser host. */
export interface CompiledComponent {
  /** Config with every path in usingComponents made absolute (no leading slash). */
  config: ComponentConfig;
  /** Plain CSS; classes carry the component's scope where its styles are isolated. */
  css: string;
  /** Prefix of its classes in the DOM; empty for pages, whose styles are shared. */
  scope: string;
}

/** The compiled mini program as one value the browser host can load. */
export interface Artefact {
  app: AppConfig;
  theme: Record<'light' | 'dark', Record<string, string>>;
  appCss: string;
  components: Record<string, CompiledComponent>;
  /** Sources of all scripts of the logic layer by path with .js. */
  scripts: Record<string, string>;
}
