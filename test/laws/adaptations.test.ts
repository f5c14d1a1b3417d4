import { walk } from '@yardstick/model'
import { expect, test } from 'vitest'
import { adaptations } from './adaptations/library.ts'
import { rebasedLineage, writeRebased } from './adaptations/rebase.ts'

/**
 * The published reports are adaptations of the national framework, and say so: their lineage names its package by the hash
 * that every Yardstick makes of the same folder. When a national scheme or its README changes, its adaptations are based
 * on it anew by `REBASE_ADAPTATIONS=1 npx vitest run test/laws/adaptations.test.ts`; scores never change by it.
 */
const isRebasing = process.env.REBASE_ADAPTATIONS === '1'
if (isRebasing) adaptations.forEach(writeRebased)

test.skipIf(isRebasing).each(adaptations)('$folder follows $from as it stands in the library now', (adaptation) => {
  const mend = 'its template changed: run this test once with REBASE_ADAPTATIONS=1, and look through what it wrote'
  expect(adaptation.lineage, mend).toEqual(rebasedLineage(adaptation))
})

test.each(adaptations)('every indicator of $folder stands for at most one of its template', ({ scheme, lineage }) => {
  const origins = Object.entries(lineage.nodes ?? {}).map(([id, { from }]) => from ?? id)
  expect(new Set(origins).size).toBe(origins.length)
  const here = new Set(walk(scheme).map(({ node }) => node.id))
  const taken = Object.keys(lineage.nodes ?? {}).filter((id) => here.has(id))
  expect(taken.length).toBeGreaterThan(0)
})
