import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { fastScheme } from '../fast/fast-scheme.ts'
import { compile } from './compile.ts'
import type { CompiledScheme } from './compiled.ts'

const seeds = fileURLToPath(new URL('../../../../rules/seeds', import.meta.url))
const files = readdirSync(seeds, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('scheme.json'))

/** Whatever a plan is made from and then lets go. */
function madeOf({ nodes, measureByName }: CompiledScheme) {
  const leaves = nodes.flatMap((node) => {
    if (node.type !== 'leaf') return []
    const { actual, formula, target, curve } = node.method
    const goal = target?.kind === 'formula' ? target.formula : undefined
    const formulas = [actual, formula, goal].map((each) => each && [each.expression, each.root, each.names])
    return [[node.node.id, formulas, typeof curve === 'function' ? 'by its target' : curve]]
  })
  const measures = [...measureByName].map(([name, { formula }]) => [name, 'root' in formula && formula.root])
  return { leaves, measures }
}

describe('what is let go once a plan is made is the same when it is made again', () => {
  it.each(files)('%s', (path) => {
    const read = validate('scheme', JSON.parse(readFileSync(`${seeds}/${path}`, 'utf8')))
    const scheme = (read as { value: Scheme }).value
    const compiled = () => {
      const result = compile(scheme, { sha256: (text) => String(text.length) })
      if (!result.ok) throw new Error(JSON.stringify(result.issues))
      return result.value
    }
    const planned = compiled()
    fastScheme(planned)
    expect(madeOf(planned)).toEqual(madeOf(compiled()))
  })
})
