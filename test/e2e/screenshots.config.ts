import { defineConfig } from 'vitest/config'

/** `npm run screenshots`: pictures for people, no tests; `-- -t "1366 light zh"` takes some of them, `-t "methods 1366"` the methods alone. */
export default defineConfig({
  test: { include: ['test/e2e/screenshots.ts'], testTimeout: 600_000, hookTimeout: 60_000, fileParallelism: false },
})
