// A reporter for vitest beside its default one: writes how many tests passed, failed and were skipped to the file named
// by YARDSTICK_COUNTS. A file that fails without a failed test (it does not load, a hook throws) counts as one failure.
import { writeFileSync } from 'node:fs'

export default class CountReporter {
  onTestRunEnd(modules) {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      const before = counts.failed
      for (const test of module.children.allTests()) counts[stateOf(test)]++
      if (module.state() === 'failed' && counts.failed === before) counts.failed++
    }
    const file = process.env['YARDSTICK_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}

/** A test that never came to run, since the file stopped before it, is neither good nor bad. */
function stateOf(test) {
  const { state } = test.result()
  return state === 'pending' ? 'skipped' : state
}
