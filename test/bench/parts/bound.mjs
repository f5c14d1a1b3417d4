import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schemeB, submissionsB } from '../scheme-b.mjs'
import { yardstick } from '../table.mjs'

const UNITS = 20_000

/** A province: every unit has a declaration of its own, and so a scheme of its own, and submits once. */
export async function measure({ say, bar }) {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-bench-'))
  try {
    const [scheme, declarations, data, out] = ['scheme.json', 'declarations.ndjson', 'data.ndjson', 'out.csv'].map(
      (name) => join(folder, name),
    )
    const document = openScheme()
    writeFileSync(scheme, JSON.stringify(document))
    const submissions = submissionsB(12, UNITS)
    const lines = (list) => `${list.map((each) => JSON.stringify(each)).join('\n')}\n`
    writeFileSync(data, lines(submissions))
    writeFileSync(declarations, lines(submissions.map((each, n) => declarationOf(document, each, n))))
    const { ms, said, code } = await yardstick(
      'batch',
      scheme,
      data,
      '--declaration',
      declarations,
      '-o',
      out,
      '--restart',
    )
    say(said.trim().split('\n').slice(-4).join('\n'))
    const seconds = ms / 1000
    bar('20,000 bound schemes, one submission each', `${seconds.toFixed(1)} s`, '≤ 20 s', code === 0 && seconds <= 20)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Twelve leaves; targets that are plain numbers are for the units to set. */
function openScheme() {
  const document = schemeB(12)
  for (const leaf of document.indicators) {
    if (leaf.target?.value !== undefined && leaf.target.comparator === '>=') leaf.declared = {}
  }
  return { ...document, declarations: 'required' }
}

function declarationOf(scheme, { subject, period }, n) {
  const open = scheme.indicators.filter(({ declared }) => declared !== undefined)
  const target = ({ target: { comparator, value } }) => {
    if (value.endsWith('%')) return { comparator, value: `${80 + (n % 20)}%` }
    return { comparator, value: String(Number(value) + (n % 50)) }
  }
  return {
    yardstick: 'declaration/1',
    scheme: { id: scheme.id },
    subject,
    period,
    targets: Object.fromEntries(open.map((leaf) => [leaf.id, target(leaf)])),
  }
}
