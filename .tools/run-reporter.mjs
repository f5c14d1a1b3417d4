// A reporter for vitest beside its default one: writes what a run came to, as JSON, to the file named by YARDSTICK_RUN.
//
// passed, failed, skipped   tests; a file that fails without a failed test (it does not load, a hook throws) counts as one
// faults                    each failure in a few lines: where, what it says, the first place of ours
// again                     tests that passed at their second try only
// slowest                   the files that took longest, `seconds file`
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

export default class RunReporter {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    const faults = errors.map((error) => faultText('outside any test', error))
    const again = []
    for (const module of modules) {
      const before = counts.failed
      for (const test of module.children.allTests()) {
        const name = `${module.relativeModuleId} > ${test.fullName}`
        const { state, errors: own = [] } = test.result()
        // A test that never came to run, since the file stopped before it, is neither good nor bad.
        counts[state === 'pending' ? 'skipped' : state]++
        // Each try has failed in its own way, or in the same.
        if (state === 'failed') faults.push(...new Set(own.map((error) => faultText(name, error))))
        if (test.diagnostic()?.flaky) again.push(faultText(name, own[0] ?? 'passed at its second try'))
      }
      if (module.state() === 'failed' && counts.failed === before) counts.failed++
      for (const error of module.errors()) faults.push(faultText(module.relativeModuleId, error))
    }
    const file = process.env['YARDSTICK_RUN']
    if (file) writeFileSync(file, JSON.stringify({ ...counts, faults, again, slowest: slowest(modules) }))
  }
}

function faultText(where, error) {
  const says = String(error.message ?? error)
    .split('\n')
    .slice(0, 12)
  const place = error.stacks?.find(({ file }) => !file.includes('node_modules'))
  const at = place ? [`at ${relative(process.cwd(), place.file)}:${place.line}`] : []
  const difference = error.diff ? error.diff.split('\n').slice(0, 20) : []
  return stripVTControlCharacters([where, ...says, ...difference, ...at].join('\n  ')).trim()
}

function slowest(modules) {
  const times = modules.map((module) => {
    const { duration, collectDuration, environmentSetupDuration, prepareDuration } = module.diagnostic()
    return [duration + collectDuration + environmentSetupDuration + prepareDuration, module.relativeModuleId]
  })
  times.sort(([a], [b]) => b - a)
  return times.slice(0, 12).map(([ms, file]) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${file}`)
}
