import uni from '@dcloudio/vite-plugin-uni';
import { defineConfig } from 'vite';

// The plugin is a CommonJS module.
const plugin = (uni as unknown as { default?: typeof uni }).default ?? uni;

export default defineConfig({ plugins: [plugin()] });
