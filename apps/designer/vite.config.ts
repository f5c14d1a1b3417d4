import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { builtInTemplates } from './vite/built-in-templates.mjs'

/** Chromium 88 and newer; relative addresses, so that the folder can be served from anywhere. */
export default defineConfig({
  base: './',
  plugins: [react(), builtInTemplates()],
  build: { target: 'chrome87', outDir: 'dist/web', emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  worker: { format: 'es' },
  // Pages are loaded anew by hand: nothing is exchanged under someone who is typing.
  server: { host: '127.0.0.1', hmr: false },
})
