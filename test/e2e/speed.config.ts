import { defineConfig } from 'vitest/config'

/** `npm run speed`: figures for people, no tests; `-- -t graph` takes some of them. */
export default defineConfig({
  test: { include: ['test/e2e/speed.ts'], testTimeout: 300_000, hookTimeout: 60_000, fileParallelism: false },
})
