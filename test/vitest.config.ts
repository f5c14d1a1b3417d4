import { defineConfig } from 'vitest/config'

/** `npm test` counts by the JSON report; the console of tests stays visible, since `NOT RUN: …` lines are read from it. */
const report = process.env['YARDSTICK_REPORT']

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
