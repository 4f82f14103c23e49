import type { Artefact } from '../artefact';
import { postToShell } from '../shell/messages';
import type { ConditionsStore } from './conditions-store';
import type { OpenPage } from './types';

/** Sends the state of the navigation bar to the frame around the device, which draws it. */
export const createNavigationBar = (artefact: Artefact, conditions: ConditionsStore) => {
  const bar = { title: '', url: '', canGoBack: false, loading: false };
  /** Titles that pages set; a covered page keeps its own. */
  const titles = new WeakMap<OpenPage, string>();
  /** Colours that pages set. */
  const colors = new WeakMap<OpenPage, Record<string, string>>();
  let shown: OpenPage | null = null;
  const themed = (value: unknown): string => {
    const name = typeof value === 'string' ? value : '';
    if (!name.startsWith('@')) return name;
    return artefact.theme[conditions.get().theme][name.slice(1)] ?? '';
  };
  const show = () => {
    const own = shown ? artefact.components[shown.path]?.config : {};
    const settings: Record<string, unknown> = {
      ...artefact.app.window,
      ...own,
      ...(shown && colors.get(shown)),
    };
    document.documentElement.style.backgroundColor = themed(settings['backgroundColor']);
    postToShell({
      type: 'navigation',
      ...bar,
      isCustom: settings['navigationStyle'] === 'custom',
      background: themed(settings['navigationBarBackgroundColor']),
      textStyle: themed(settings['navigationBarTextStyle']) === 'white' ? 'white' : 'black',
    });
  };
  const change = (changes: Partial<typeof bar>) => {
    Object.assign(bar, changes);
    show();
  };
  conditions.onChange(show);
  return {
    setTitle(title: string): void {
      if (shown) titles.set(shown, title);
      change({ title });
    },
    setColors: ({ frontColor, backgroundColor }: Record<string, string>): void => {
      if (!shown || !frontColor || !backgroundColor) return;
      colors.set(shown, {
        navigationBarBackgroundColor: backgroundColor,
        navigationBarTextStyle: frontColor === '#ffffff' ? 'white' : 'black',
      });
      show();
    },
    setLoading: (loading: boolean) => change({ loading }),
    follow(page: OpenPage, pagesOpen: number): void {
      const own = artefact.components[page.path]?.config.navigationBarTitleText;
      const app = artefact.app.window?.['navigationBarTitleText'];
      shown = page;
      const title = titles.get(page) ?? own ?? (typeof app === 'string' ? app : '');
      change({ title, url: page.url, canGoBack: pagesOpen > 1, loading: false });
    },
  };
};

/** The phone's navigation bar. */
export type NavigationBar = ReturnType<typeof createNavigationBar>;
