import type { Artefact } from '../artefact';
import { fileAddress } from '../elements/image';
import type { ConditionsStore } from './conditions-store';
import type { OpenPage } from './types';

/** Height of WeChat's tab bar in px. */
const HEIGHT = 50;

/** Style of one tab bar item that wx.setTabBarItem changes. */
interface ItemChange {
  index: number;
  text?: string;
}

/**
 * The tab bar of app.json. A custom one is a component of the mini program, and shown by its page.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar
 */
export const createTabBar = (
  { app, theme }: Artefact,
  conditions: ConditionsStore,
  onTap: (item: { index: string; pagePath: string; text: string }) => void,
) => {
  const config = app.tabBar;
  /** A value that starts with @ is one of the theme's. */
  const themed = (value = ''): string =>
    value.startsWith('@') ? (theme[conditions.get().theme][value.slice(1)] ?? '') : value;
  const paths = (config?.list ?? []).map(({ pagePath }) => pagePath);
  const bar = document.createElement('div');
  bar.className = 'device-tab-bar';
  bar.hidden = true;
  const badges = new Map<number, string>();
  let shown: OpenPage | null = null;
  let isHidden = false;
  const items = (config?.list ?? []).map((item, index) => {
    const made = document.createElement('button');
    const shownItem = { ...item, index, made };
    made.addEventListener('click', () => {
      const { pagePath, text } = shownItem;
      onTap({ index: String(index), pagePath, text });
    });
    return shownItem;
  });
  const isTab = () => paths.includes(shown?.path ?? '');
  const draw = () => {
    const isShown = !config?.custom && !isHidden && isTab();
    bar.hidden = !isShown;
    bar.style.backgroundColor = themed(config?.backgroundColor) || '#fff';
    shown?.container.classList.toggle('device-page--tab', isShown);
    for (const { index, made, text, pagePath, iconPath, selectedIconPath } of items) {
      const isSelected = pagePath === shown?.path;
      const icon = isSelected ? (selectedIconPath ?? iconPath) : iconPath;
      made.style.color = themed(isSelected ? config?.selectedColor : config?.color);
      made.ariaCurrent = isSelected ? 'page' : null;
      const image = document.createElement('img');
      image.alt = '';
      if (icon) image.src = fileAddress(themed(icon), '');
      const badge = document.createElement('b');
      badge.textContent = badges.get(index) ?? '';
      made.replaceChildren(...(icon ? [image] : []), text, ...(badges.has(index) ? [badge] : []));
    }
  };
  conditions.onChange(draw);
  bar.append(...items.map(({ made }) => made));
  document.body.append(bar);
  const assertTab = () => {
    if (!isTab()) throw new Error('not TabBar page');
  };
  return {
    paths,
    isCustom: config?.custom === true,
    height: () => (bar.hidden ? 0 : HEIGHT),
    follow(page: OpenPage): void {
      shown = page;
      draw();
    },
    setHidden(hidden: boolean): void {
      assertTab();
      isHidden = hidden;
      draw();
    },
    setItem: ({ index, text }: ItemChange): void => {
      const item = items[index];
      if (!item) throw new Error('invalid tab bar index');
      item.text = text ?? item.text;
      draw();
    },
    setBadge(index: number, text: string | null): void {
      if (!items[index]) throw new Error('invalid tab bar index');
      if (text === null) badges.delete(index);
      else badges.set(index, text);
      draw();
    },
  };
};

/** The tab bar. */
export type TabBar = ReturnType<typeof createTabBar>;
