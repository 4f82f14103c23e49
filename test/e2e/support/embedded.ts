import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const DIST = path.join(__dirname, '../../../dist');
/** The folders whose scripts are pages and components. */
const ELEMENTS = ['components', 'features', 'pages'];

/**
 * The part of the app that the test drives. An app whose `isSlow` is true gives its token when the test calls
 * `answer`.
 */
export interface Host {
  token: string;
  user: string;
  isSlow: boolean;
  /** Every setData of pages and components: the path of the script, and the data. */
  patches: [script: string, data: string][];
  /** What the setting `refunds` answers. */
  refunds: object[];
  /** The same for the events. */
  events: [script: string, detail: string][];
  signIn(user: number): void;
  signOut(): void;
  answer(): void;
}

/** The sessions of the app, as code. */
export const SESSIONS = {
  silentLogin: 'silentLogin({ host, clientId })',
  fixedToken: 'fixedToken(() => app.give())',
  'fixedToken with userOf': 'fixedToken(() => app.give(), () => app.user)',
  sdkSession: `sdkSession({
    getAuthToken: () => Promise.resolve(app.token),
    clearSession: () => app.signOut(),
    auth: { loginWithWechat: () => Promise.resolve() },
    storage: { get: () => app.user },
  })`,
} as const;

const appWith = (session: string) => `
  const { configurePaymentHistory, fixedToken, sdkSession, silentLogin } = require('./index.js');
  const clientId = 'sandbox-client';
  App({
    token: '',
    user: '',
    isSlow: false,
    waiting: [],
    patches: [],
    refunds: [],
    events: [],
    onLaunch() {
      const app = this;
      const { host } = wx.getExtConfigSync().paymentHistory;
      const session = ${session};
      const onEvent = (event) => app.events.push(['onEvent', JSON.stringify(event)]);
      const choices = { perMinute: Infinity, language: 'zh-CN', customerService: 'event' };
      const refunds = () => Promise.resolve(app.refunds);
      configurePaymentHistory({ host, clientId, session, onEvent, refunds, ...choices });
    },
    give() {
      if (!this.isSlow) return this.token;
      return new Promise((resolve) => this.waiting.push(() => resolve(this.token)));
    },
    answer() {
      this.isSlow = false;
      this.waiting.splice(0).forEach((answer) => answer());
    },
    signIn(user) {
      this.user = '';
      this.answer();
      wx.request({
        url: wx.getExtConfigSync().paymentHistory.host + '/hserve/v2.5/idp/wechat/silent-login/',
        method: 'POST',
        header: { 'X-Hydrogen-Client-ID': clientId },
        data: { code: 'user-' + user, create_user: true },
        success: ({ data }) => {
          this.user = String(user);
          this.token = data.token;
        },
      });
    },
    signOut() {
      this.user = '';
      this.token = '';
    },
  });`;

/** Makes a page or component record what it sends. */
const recorded = (name: string, script: string) => `
  (function (Component, Page) {${script}
  })(...['attached', 'onLoad'].map((starts, nth) => (definition) => {
    const define = [Component, Page][nth];
    const owner = nth === 0 ? (definition.lifetimes = { ...definition.lifetimes }) : definition;
    const start = owner[starts];
    owner[starts] = function (...args) {
      const { setData, triggerEvent } = this;
      this.setData = (patch, done) => {
        getApp().patches.push(['${name}', JSON.stringify(patch)]);
        setData.call(this, patch, done);
      };
      if (triggerEvent) {
        this.triggerEvent = (event, ...more) => {
          getApp().events.push(['${name}', JSON.stringify(more)]);
          triggerEvent.call(this, event, ...more);
        };
      }
      if (start) start.apply(this, args);
    };
    return define(definition);
  }));`;

const isElement = (script: string) => /\b(Component|Page)\(/.test(script);

/** Writes the demo app with a session of its own. The folder is removed after the tests of the file. */
export const embeddedApp = (session: keyof typeof SESSIONS): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
  cpSync(DIST, folder, { recursive: true });
  writeFileSync(path.join(folder, 'app.js'), appWith(SESSIONS[session]));
  for (const part of ELEMENTS) {
    for (const name of readdirSync(path.join(folder, part), {
      recursive: true,
      encoding: 'utf8',
    })) {
      const file = path.join(folder, part, name);
      const script = name.endsWith('.js') ? readFileSync(file, 'utf8') : '';
      if (isElement(script)) writeFileSync(file, recorded(`${part}/${name}`, script));
    }
  }
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
