import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: process.env['YARDSTICK_REPORT']
      ? ['default', ['json', { outputFile: process.env['YARDSTICK_REPORT'] }]]
      : ['default'],
  },
})
