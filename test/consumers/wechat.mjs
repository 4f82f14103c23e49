/**
 * WeChat's own tools, offline and without a key. miniprogram-ci keeps its process alive, so this one ends itself.
 *
 * node wechat.mjs pack PACKAGE_JSON DIST   构建 npm; prints its warnings
 * node wechat.mjs compile PROJECT          compiles as for an upload; prints the bytes of each file
 */
import ci from 'miniprogram-ci';

const [command, from, to] = process.argv.slice(2);

async function pack() {
  const { warnList } = await ci.packNpmManually({
    packageJsonPath: from,
    miniprogramNpmDistDir: to,
  });
  return warnList;
}

async function compile() {
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath: from,
    privateKey: 'not used offline',
    ignores: ['node_modules/**/*'],
  });
  // The attributes of the app; WeChat's server has them.
  project.attr = () => Promise.resolve({ ...ci.DefaultProjectAttr });
  const setting = { es6: true, es7: true, minify: true, autoPrefixWXSS: true };
  const files = await ci.getCompiledResult({ project, desc: '', version: '1', setting });
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => [file, Buffer.byteLength(content)]),
  );
}

try {
  const result = command === 'pack' ? await pack() : await compile();
  process.stdout.write(`\n${JSON.stringify(result)}`, () => process.exit(0));
} catch (error) {
  console.error(error);
  process.exit(1);
}
