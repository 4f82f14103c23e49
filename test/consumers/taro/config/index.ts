import { defineConfig } from '@tarojs/cli';

export default defineConfig({
  projectName: 'taro-host',
  designWidth: 750,
  sourceRoot: 'src',
  outputRoot: 'dist',
  framework: 'react',
  compiler: 'webpack5',
});
