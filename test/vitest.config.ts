import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/dist/**']
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } }
/**
 * Processes, databases and browsers share two cores with whatever else runs there: what fails beside them is tried once
 * more, and `npm test` names what needed it. Pure functions and what a power cut leaves have no second try.
 */
const withOthers = { ...timeouts, retry: 1 }

/** Killed processes, power cuts: they take longest, and would be waited for alone if they did not begin first. */
const kills = ['apps/server/src/store/durability/*.test.ts', 'apps/server/src/jobs/killed-workers.test.ts']

/**
 * What runs in Node, on every core, and then what needs a browser, two of them at a time: a page waits more than it works.
 * Files of Node share modules, which halves what pure functions take: a test that stubs or mocks gives it back. Projects of
 * one group begin in order of their names. The console of tests stays visible: `npm test` collects the lines
 * `NOT RUN: what, why` from it.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'kills', include: kills, exclude: outside, maxWorkers: '100%', ...timeouts } },
      {
        test: {
          name: 'node',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...outside, 'apps/server/**', 'test/e2e/**'],
          maxWorkers: '100%',
          isolate: false,
          ...timeouts,
        },
      },
      {
        test: {
          name: 'server',
          include: ['apps/server/src/**/*.test.ts'],
          exclude: [...outside, ...kills],
          globalSetup: 'apps/server/src/store/shared-databases.testing.ts',
          maxWorkers: '100%',
          isolate: false,
          ...withOthers,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          exclude: outside,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          ...withOthers,
        },
      },
    ],
  },
})
