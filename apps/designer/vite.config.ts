import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { aheadOfTimeValidators } from './vite/ahead-of-time-validators.mjs'
import { builtInTemplates } from './vite/built-in-templates.mjs'
import { compressedBeside } from './vite/compressed-beside.mjs'
import { leftOut } from './vite/left-out.mjs'
import { loadAgain } from './vite/load-again.mjs'
import { polyfillFirst } from './vite/polyfill-first.mjs'
import { workerBesidePage } from './vite/worker-beside-page.mjs'

/** Chromium 88 and newer; relative addresses, so that the folder can be served from anywhere. */
export default defineConfig({
  base: './',
  plugins: [
    react(),
    leftOut(),
    polyfillFirst(),
    workerBesidePage(),
    loadAgain(),
    builtInTemplates(),
    aheadOfTimeValidators(),
    compressedBeside(),
  ],
  build: { target: 'chrome87', outDir: 'dist/web', emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  worker: { format: 'es', plugins: () => [aheadOfTimeValidators()] },
  // Pages are loaded anew by hand: nothing is exchanged under someone who is typing.
  server: { host: '127.0.0.1', hmr: false },
})
