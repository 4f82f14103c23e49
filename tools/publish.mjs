/**
 * Sends the built demo app to WeChat. `npm run build` comes first.
 *
 * node publish.mjs preview   prints a QR code for a phone
 * node publish.mjs upload    uploads a version; WECHAT_VERSION names it
 *
 * WECHAT_APPID is the AppID, WECHAT_PRIVATE_KEY the content of its upload key. The key never goes to a file.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');

const fail = (message) => {
  console.error(message);
  process.exit(2);
};

const [command] = process.argv.slice(2);
if (command !== 'preview' && command !== 'upload') fail('Use: node publish.mjs preview|upload');
const { WECHAT_APPID: appid, WECHAT_PRIVATE_KEY: privateKey, WECHAT_VERSION } = process.env;
if (!appid) fail('WECHAT_APPID is missing: the AppID of the mini program.');
if (!privateKey) {
  fail(
    'WECHAT_PRIVATE_KEY is missing: the content of the upload key, from mp.weixin.qq.com → 管理 → 开发管理 → 开发设置 → 小程序代码上传.',
  );
}
if (!existsSync(path.join(ROOT, 'dist/app.json'))) fail('There is no dist/: run npm run build.');

const { default: ci } = await import('miniprogram-ci').catch(() =>
  fail('miniprogram-ci is missing: run npm ci in tools/.'),
);
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const { setting } = JSON.parse(readFileSync(path.join(ROOT, 'project.config.json'), 'utf8'));
const project = new ci.Project({
  appid,
  type: 'miniProgram',
  projectPath: ROOT,
  privateKey,
  ignores: ['node_modules/**/*'],
});
const options = {
  project,
  version: WECHAT_VERSION ?? version,
  desc: `version ${version}`,
  setting,
};
try {
  if (command === 'upload') await ci.upload(options);
  else await ci.preview({ ...options, qrcodeFormat: 'terminal' });
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
