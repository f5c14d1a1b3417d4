import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { padded, verdict } from './report.mjs'

/**
 * `npm run bench` measures every bar that the engine is held against; `npm run bench -- columns peers` some of them. Each
 * part runs in a process of its own, both sides of a ratio in turns within it. The last lines repeat the bars.
 */
const PARTS = [
  'wrong',
  'objects',
  'large',
  'columns',
  'workers',
  'peers',
  'trace',
  'growth',
  'compile',
  'batch',
  'bound',
  'change',
]

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !PARTS.includes(part))
if (unknown.length > 0) {
  console.error(`没有这一项 / no such part: ${unknown.join(' ')}; ${PARTS.join(' ')}`)
  process.exit(2)
}

console.log(surroundings())
const bars = []
for (const part of asked.length > 0 ? asked : PARTS) {
  console.log(`\n${part}`)
  bars.push(...(await run(part)))
}
console.log('\nall bars')
for (const { what, figure, bar, isMet } of bars) {
  console.log(`${verdict(isMet)} ${padded(what, 62)} ${padded(figure, 34)} ${bar}`)
}
if (bars.some(({ isMet }) => isMet === false)) process.exitCode = 1

function run(part) {
  const child = fork(fileURLToPath(new URL('part.mjs', import.meta.url)), [part])
  return new Promise((resolve, reject) => {
    let found = []
    child.on('message', (message) => {
      found = message
    })
    child.on('exit', (code) => {
      if (code === 0) resolve(found)
      else reject(new Error(`${part} ended with ${code}`))
    })
  })
}

function surroundings() {
  const processors = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const versions = ['@gorules/zen-engine', 'json-rules-engine'].map((name) => `${name} ${versionOf(name)}`)
  return [
    `node ${process.version}, V8 ${process.versions.v8}, ${processors.length} × ${processors[0]?.model ?? 'cpu'}, ${memory}`,
    `load ${loadavg()[0].toFixed(1)}; ${versions.join(', ')}`,
  ].join('\n')
}

function versionOf(name) {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? []
  for (const path of paths) {
    try {
      return JSON.parse(readFileSync(`${path}/${name}/package.json`, 'utf8')).version
    } catch {
      // Not in this folder; the next one up may have it.
    }
  }
  return 'not installed'
}
