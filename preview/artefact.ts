/** Static JSON of a page or component: the fields that the host reads. */
export interface ComponentConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  /** By tag: the tag that stands for a component until its script has run. */
  componentPlaceholder?: Record<string, string>;
  /** By tag: the component that stands for it where its user names none. */
  componentGenerics?: Record<string, { default?: string }>;
  styleIsolation?: string;
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  [key: string]: unknown;
}

/** `tabBar` in app.json. */
export interface TabBarConfig {
  custom?: boolean;
  position?: 'bottom' | 'top';
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}

/** app.json: the fields that the host reads. */
export interface AppConfig {
  /** Of the main package and of all sub-packages. */
  pages: string[];
  entryPagePath?: string;
  tabBar?: TabBarConfig;
  window?: Record<string, unknown>;
  usingComponents?: Record<string, string>;
  themeLocation?: string;
  resolveAlias?: Record<string, string>;
  lazyCodeLoading?: string;
  /** `v2`: the newer look of the elements. */
  style?: string;
  [key: string]: unknown;
}

/** One compiled page or component of dist/. */
export interface CompiledComponent {
  /** Config with every path in usingComponents made absolute (no leading slash). */
  config: ComponentConfig;
  /** Plain CSS; classes of an isolated component have the prefix `scope`. */
  css: string;
  /** Prefix of its classes in the DOM; empty for a page whose styles are shared. */
  scope: string;
}

/** Classes of the element around a page: the styles of the page, and those of app.wxss, apply inside of it. */
export const APP_STYLES = 'device-app-styles';
export const pageStyles = (page: string): string => `device-page--${page.replace(/\W/g, '-')}`;

/** The compiled mini program: preview/compile makes it from dist/, preview/host runs it. */
export interface Artefact {
  app: AppConfig;
  theme: Record<'light' | 'dark', Record<string, string>>;
  appCss: string;
  components: Record<string, CompiledComponent>;
  /** Sources of the logic layer's scripts by path, with .js. */
  scripts: Record<string, string>;
  /** By script: the scripts it requires, by the text in `require`. */
  requires: Record<string, Record<string, string>>;
  /** Tags of templates that are neither a component nor an element of the preview. */
  unknownTags: string[];
  /** Whether an unknown tag, behavior or call is an error. */
  isStrict: boolean;
  /** What was found missing while compiling; the host prints it. */
  problems: string[];
}
