import { defineConfig } from 'vitest/config'

/** `npm run load`: figures for people, no tests. */
export default defineConfig({
  test: {
    include: ['test/bench/load.ts', 'test/bench/workbooks.ts'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
