import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openPreview } from '../../support/open-preview';
import { connectDevice } from '../support/device-client';
import { miniProgram } from '../support/mini-program';
import { appAndPages } from './app-page';
import { calls } from './calls';
import { components } from './components';
import { elements } from './elements';
import { events } from './events';
import { firstValues } from './first-values';
import { modules } from './modules';
import { moreCalls } from './more-calls';
import { notFound, routes } from './routes';
import { styles } from './styles';
import type { Question, Topic } from './topic';
import { wxmlTopic } from './wxml';
import { wxs } from './wxs';
import { wxsEvents } from './wxs-events';

const TOPICS = [
  modules,
  appAndPages,
  wxmlTopic,
  wxs,
  wxsEvents,
  components,
  events,
  styles,
  elements,
  firstValues,
  calls,
  moreCalls,
  routes,
  notFound,
];

/** Two pixels beside each other, for questions about images. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4z8AARAAI/gH/xp559wAAAABJRU5ErkJggg==';

const TOPIC_MS = 120_000;

/** Questions whose answer differs from WeChat's, and the reason. */
const DIFFERENT: Record<string, string> = {};

/** What the code of a question can use. */
const HELPERS = `
  const app = getApp(), log = app.log, page = getCurrentPages().slice(-1)[0];
  const root = () => page._$.getShadowRoot();
  const node = (selector) => root().querySelector(selector);
  const all = (selector) => root().querySelectorAll(selector);
  const text = (selector) => node(selector).getBackendElement().innerText;
  const texts = (selector) => all(selector).map((one) => one.getBackendElement().innerText);
  const count = (selector) => all(selector).length;
  const classes = (selector) => node(selector).class;
  const dataset = (selector) => node(selector).dataset;
  const property = (selector, name) => node(selector).data[name];
  const component = (selector) => page.selectComponent(selector);
  const within = (owner, selector) => owner === 'page' ? node(selector) : node(owner).getShadowRoot().querySelector(selector);
  const inside = (owner, selector) => within(owner, selector).getBackendElement().innerText;
  const insideBox = (owner, selector, given) => within(owner, given || selector).getBackendElement().getBoundingClientRect().toJSON();
  const style = (of, name) => { const element = of.getBackendElement(); return element.ownerDocument.defaultView.getComputedStyle(element)[name] };
  const scrollTop = (selector) => node(selector).getBackendElement().scrollTop;
  const fieldOf = (selector) => node(selector).getBackendElement().querySelector('input');
  const typed = (selector) => fieldOf(selector).value;
  const typeInto = (selector, text) => { fieldOf(selector).value = text; fieldOf(selector).dispatchEvent(Reflect.construct(fieldOf(selector).ownerDocument.defaultView.Event, ['input'])); };
  const later = (run, wait = 60) => new Promise((resolve, reject) => setTimeout(() => { try { resolve(run()) } catch (error) { reject(error) } }, wait));
  const box = (selector) => new Promise((resolve) => page.createSelectorQuery().select(selector).boundingClientRect().exec(([found]) => resolve(found)));
  const { host } = (wx.getExtConfigSync() || {}).paymentHistory || {};
  const send = (options) => new Promise((resolve, reject) => wx.request({ ...options, success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) }));
`;

type Device = Awaited<ReturnType<typeof connectDevice>>;

/** The preview's answer to a question; an error is an answer too. */
const answerTo = async (device: Device, [, code, , ...taps]: Question): Promise<unknown> => {
  try {
    const { pageId } = (await device.send('App.getCurrentPage', {})) as { pageId: number };
    for (const selector of taps) {
      const { elementId } = (await device.send('Page.getElement', { pageId, selector })) as {
        elementId: string;
      };
      await device.send('Element.tap', { elementId });
    }
    const functionDeclaration = `async () => { ${HELPERS} return await (${code}) }`;
    const { result } = (await device.send('App.callFunction', {
      functionDeclaration,
      args: [],
    })) as { result?: unknown };
    return result;
  } catch (error) {
    return `error: ${(error as Error).message}`;
  }
};

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const differences: string[] = [];
let asked = 0;

const askAll = async ({ title, files, groups }: Topic): Promise<void> => {
  const folder = miniProgram(files);
  writeFileSync(path.join(folder, 'pixel.png'), Buffer.from(PIXEL, 'base64'));
  const preview = await openPreview(['--dist', folder]);
  const device = await connectDevice(preview.automatorUrl);
  for (const { page, questions } of groups) {
    for (const question of questions) {
      const [asks, , expected] = question;
      const answer = await answerTo(device, question);
      asked += 1;
      if (same(answer, expected)) continue;
      const name = `${title}: ${asks}`;
      const reason = DIFFERENT[name] ?? 'not known to differ';
      differences.push(
        `${name}: ${JSON.stringify(answer)} instead of ${JSON.stringify(expected)} (${page}): ${reason}`,
      );
    }
  }
  device.close();
  await preview.stop();
};

describe('questions about documented behaviour', () => {
  test.each(TOPICS)('$title', askAll, TOPIC_MS);

  test('are answered as in WeChat', () => {
    console.log([`${asked - differences.length} of ${asked}`, ...differences].join('\n'));
    expect(asked).toBeGreaterThanOrEqual(300);
    expect(differences.filter((one) => one.endsWith('not known to differ'))).toEqual([]);
  });
});
