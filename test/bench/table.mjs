import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { leaves, scheme } from './scheme-a.mjs'

const bin = fileURLToPath(new URL('../../apps/cli/bin/yardstick.js', import.meta.url))

/**
 * `yardstick` in a process of its own.
 *
 * returns how long it took, the most memory it had resident, and what it said
 */
export async function yardstick(...args) {
  const started = performance.now()
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  let mostKb = 0
  const looking = setInterval(() => {
    mostKb = Math.max(mostKb, residentKb(child.pid))
  }, 50)
  const [code] = await once(child, 'exit')
  clearInterval(looking)
  if (code > 1) throw new Error(said)
  return { ms: performance.now() - started, mostMb: mostKb / 1024, said, code }
}

/** The highest so far, as Linux keeps it; 0 on other systems and once the process has ended. */
function residentKb(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Submissions of A as a table, as many rows as are wanted, with heads that name items and leaves. */
export async function writeTable(file, submissions, rows) {
  const items = scheme.items.map(({ id, unit, type }) => ({
    id,
    isRate: type === 'rate',
    head: headOf(id, unit, type),
  }))
  const elements = leaves.flatMap((leaf) =>
    (leaf.scoring.elements ?? []).map((element) => ({
      leaf: leaf.id,
      id: element.id,
      head: `${leaf.name}·${element.id}`,
    })),
  )
  const judged = leaves.filter((leaf) => leaf.scoring.method === 'judgement')
  const heads = [...items, ...elements].map(({ head }) => head).concat(judged.map(({ name }) => name))
  const lines = submissions.map(({ items: values, judgements }) =>
    [
      ...items.map(({ id, isRate }) => (isRate ? Math.round(values[id] * 10_000) / 100 : values[id])),
      ...elements.map(({ leaf, id }) => (judgements[leaf].elements[id] ? 1 : 0)),
      ...judged.map(({ id }) => judgements[id].layers[0].value),
    ].join(','),
  )
  const stream = createWriteStream(file)
  stream.write(`${heads.join(',')}\n`)
  const all = `${lines.join('\n')}\n`
  for (let row = 0; row < rows; row += lines.length) {
    if (!stream.write(all)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

function headOf(id, unit, type) {
  const shown = type === 'rate' ? '%' : unit
  return shown === undefined ? id : `${id}（${shown}）`
}
