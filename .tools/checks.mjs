// The checks of `npm test`: types, lint and unused code count as one check each, tests by their number. A line for each,
// then what failed, shortest first said; all that the tests printed is in `.cache/tests.log`. The plain last line
// `N passed, N failed` is for people and scripts alike.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root, run, toolPath } from './process.mjs'

/** `faults`: what the compiler said during set-up, if the packages do not build. */
export async function runChecks(faults) {
  // Two cores: the tests, which take longest, beside everything else.
  const tests = timed('tests', () => vitest([]))
  const types = await timed('types', () => checkTypes(faults))
  const lint = await timed('lint', () =>
    single([toolPath.biome, 'check', '--error-on-warnings', '--max-diagnostics=50', '.']),
  )
  const unused = await timed('unused code', () => single([toolPath.knip, '--no-progress']))
  const results = [types, lint, unused, await tests]
  for (const { output, failed } of results) if (failed > 0) console.log(`\n${output.trim()}`)
  return conclude(results)
}

/** Only vitest, with arguments of its own: a path or `-t name`; its output is shown as it comes. */
export async function runFiltered(args, faults) {
  const results = [await vitest(args, { echo: true })]
  if (faults !== undefined) {
    const errors = faults.match(/error TS\d+/g)?.length ?? 1
    console.log(`FAIL  types: ${errors} error${errors === 1 ? '' : 's'}, listed by npm run build`)
    results.push({ passed: 0, failed: 1, skipped: 0, notRun: [] })
  }
  return conclude(results)
}

function conclude(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const notRun = [...new Set(results.flatMap((result) => result.notRun))]
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
  console.log('')
  for (const what of notRun) console.log(`not run: ${what}`)
  for (const what of results.flatMap(({ again = [] }) => again)) console.log(`only at its second try: ${what}`)
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed > 0 ? 1 : 0
}

async function timed(name, check) {
  const started = Date.now()
  const result = await check()
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6)
  const counts = name === 'tests' ? `  ${result.passed} passed, ${result.failed} failed` : ''
  console.log(`${result.failed > 0 ? 'FAIL' : 'ok  '}  ${name.padEnd(12)}${seconds} s${counts}`)
  return result
}

/** The packages were compiled during set-up; the root project adds the tests. */
function checkTypes(faults) {
  if (faults !== undefined) return { passed: 0, failed: 1, skipped: 0, notRun: [], output: faults }
  return single([toolPath.tsc, '-b'])
}

async function single(args) {
  const { code, output } = await run(process.execPath, args)
  const good = code === 0
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, notRun: [], output }
}

/** A test that cannot run here (no Python, no browser) prints `NOT RUN: what, why`; that is repeated at the end. */
async function vitest(args, { echo = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
  const file = join(folder, 'run.json')
  const notRun = []
  const onLine = (line) => {
    const told = /^\s*NOT RUN: (.+)$/.exec(line)
    if (told) notRun.push(told[1].trim())
  }
  const reporters = ['--reporter=default', '--reporter=./.tools/run-reporter.mjs']
  const whole = [toolPath.vitest, 'run', '--config', 'test/vitest.config.ts', '--root', '.', ...reporters, ...args]
  const env = { ...process.env, YARDSTICK_RUN: file }
  const { code, output } = await run(process.execPath, whole, { env, echo, onLine })
  const outcome = readOutcome(file)
  const { passed, skipped, again = [] } = outcome
  rmSync(folder, { recursive: true, force: true })
  // An error outside any test, or no count at all, fails the run without a failed test to show for it.
  const failed = outcome.failed === 0 && code !== 0 ? 1 : outcome.failed
  return { passed, failed, skipped, notRun, again, output: said(outcome, output) }
}

/** The failures alone, where they are known; else all there is. */
function said({ faults = [], slowest = [] }, output) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(join(root, '.cache/tests.log'), stripVTControlCharacters(`${output}\n\n${slowest.join('\n')}\n`))
  return faults.length > 0 ? faults.join('\n\n') : output
}

function readOutcome(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
