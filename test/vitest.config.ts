import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/dist/**']
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } }

/**
 * Two groups, one after the other: what runs in Node, then what needs a browser, whose files do not run beside each other,
 * since a browser takes both cores. The console of tests stays visible: `npm test` collects the lines
 * `NOT RUN: what, why` from it.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...outside, 'test/e2e/**'],
          ...timeouts,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          exclude: outside,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...timeouts,
        },
      },
    ],
  },
})
