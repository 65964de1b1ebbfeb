import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src-main/hosts/electron/main.ts',
          application: 'src-main/application/thread.ts',
          worker: 'src-main/worker/entry.ts',
        },
        // Shared parts lie beside the entries: a thread is started from the file beside the one that starts it.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      rolldownOptions: { input: { index: 'src-main/hosts/electron/preload.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    // electron-vite leaves the window's code as it is unless told to minify it: half as many bytes to read and parse at each start.
    build: { minify: true, cssMinify: true, chunkSizeWarningLimit: 700, rolldownOptions: { input: { index: 'src-renderer/index.html' } } },
    plugins: [react()],
  },
})
