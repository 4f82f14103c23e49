import {
  INITIAL_CONDITIONS,
  mistakeIn,
  SCREENS,
  type Conditions,
  type ScreenName,
} from '../conditions';
import type { DeviceMessage, ShellMessage } from './messages';
import { addSandboxFaults } from './sandbox-faults';
import { fillTools } from './tools';

/** What the frame reads of settings.json. */
interface ShellSettings {
  /** Initial conditions that differ from INITIAL_CONDITIONS. */
  conditions: Partial<Conditions>;
  /** Whether the order API is a sandbox, whose faults the toolbar sets. */
  hasSandbox: boolean;
}

/** Lines the console panel keeps. */
const CONSOLE_LINES = 500;
/** The toolbar is shown when the window is wider than the phone by this, in px. */
const TOOLBAR_ROOM = 110;

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`shell.html has no #${id}`);
  return found as T;
};

const device = element<HTMLIFrameElement>('device');
let openUrl = '';

const showReport = ({ level, text }: Extract<ShellMessage, { type: 'report' }>): void => {
  const lines = element('console');
  const line = document.createElement('li');
  line.className = `console__line console__line--${level}`;
  line.textContent = text;
  lines.append(line);
  while (lines.childElementCount > CONSOLE_LINES) lines.firstElementChild?.remove();
  line.scrollIntoView({ block: 'nearest' });
};

/** A value of the address: a number, true, false, or text. */
const valueOf = (text: string): number | boolean | string => {
  if (/^(true|false)$/.test(text)) return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
};

/** Conditions of the address, like ?theme=dark&textSize=1.5. One that the phone does not have is left out. */
const conditionsOfAddress = (): Partial<Conditions> => {
  const given = [...new URLSearchParams(location.search)].map(
    ([name, value]): [string, unknown] => [name, valueOf(value)],
  );
  return Object.fromEntries(
    given.filter(([name, value]) => {
      const mistake = mistakeIn(name, value);
      if (mistake) showReport({ type: 'report', level: 'warn', text: mistake });
      return !mistake;
    }),
  );
};
/** The conditions that differ from those with which the preview was started. */
let conditions = conditionsOfAddress();

let screen: ScreenName = conditions.screen ?? INITIAL_CONDITIONS.screen;

/** Gives the phone the size of its screen, or of the window when only the phone fits. */
const fit = (): void => {
  const { width, height, insets } = SCREENS[screen];
  const isPhoneOnly = innerWidth <= width + TOOLBAR_ROOM;
  const isWindow = isPhoneOnly && screen === INITIAL_CONDITIONS.screen;
  const phone = element('phone');
  document.body.classList.toggle('phone-only', isPhoneOnly);
  phone.classList.toggle('phone--turned', width > height);
  phone.style.width = isWindow ? '100vw' : `${width}px`;
  phone.style.height = isWindow ? '100vh' : `${height}px`;
  phone.style.setProperty('--side', `${insets[1]}px`);
};

const post = (message: DeviceMessage) =>
  device.contentWindow?.postMessage(message, location.origin);

const open = (): void => {
  const address = new URLSearchParams({ conditions: JSON.stringify(conditions) });
  if (openUrl) address.set('entry', openUrl);
  device.src = `device?${address.toString()}`;
};

const showNavigation = (message: Extract<ShellMessage, { type: 'navigation' }>): void => {
  openUrl = message.url;
  element('title').textContent = message.title;
  element('back').hidden = !message.canGoBack;
  element('phone').style.backgroundColor = message.background;
  const bar = element('bar');
  bar.hidden = message.isCustom;
  bar.style.backgroundColor = message.background;
  bar.classList.toggle('bar--white', message.textStyle === 'white');
  bar.classList.toggle('bar--loading', message.loading);
};

window.addEventListener('message', ({ data, origin, source }: MessageEvent<ShellMessage>) => {
  if (origin !== location.origin || source !== device.contentWindow) return;
  if (data.type === 'navigation') showNavigation(data);
  if (data.type === 'report') showReport(data);
  if (data.type === 'screen') {
    screen = data.screen;
    fit();
  }
  if (data.type === 'conditions') {
    conditions = { ...conditions, ...data.changes };
    showConditions(data.changes);
  }
});
element('back').addEventListener('click', () => post({ type: 'back' }));
element('clear').addEventListener('click', () => element('console').replaceChildren());
const showConditions = fillTools(element('tools'), (changes) => {
  conditions = { ...conditions, ...changes };
  post({ type: 'conditions', changes });
});
/** Shows in the toolbar with what the preview was started. */
const followSettings = async (): Promise<void> => {
  const answer = await fetch('settings.json');
  const settings = (await answer.json()) as ShellSettings;
  showConditions({ ...INITIAL_CONDITIONS, ...settings.conditions, ...conditions });
  const onRefusal = (text: string) => showReport({ type: 'report', level: 'error', text });
  if (settings.hasSandbox) addSandboxFaults(element('tools'), onRefusal);
};
void followSettings();
window.addEventListener('resize', fit);
fit();
// After a build the page that was open is loaded again.
new EventSource('reload').addEventListener('message', open);
open();
