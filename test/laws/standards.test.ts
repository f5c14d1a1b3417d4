import { standardContext } from '@yardstick/engine'
import { parseFormula, printFormula } from '@yardstick/formula'
import { isBranch, type Language, leaves } from '@yardstick/model'
import { printStandard, readStandard } from '@yardstick/wording'
import { expect, test } from 'vitest'
import { prepare, randomPairs } from './random/pair.ts'
import { pairCount } from './scale.ts'

/** Words and rules are two forms of one thing, on leaves as schemes have them. The packages hold the finer laws. */
const LANGUAGES: readonly Language[] = ['zh', 'en']

test('[E11] the printed 评分标准 of every leaf reads back to its rule', { timeout: 7_200_000 }, async () => {
  const broken: string[] = []
  let printed = 0
  for (const pair of randomPairs(900, pairCount(400))) {
    const { compiled } = await prepare(pair)
    for (const leaf of compiled.nodes) {
      if (leaf.type !== 'leaf') continue
      const context = standardContext(leaf, compiled)
      for (const language of LANGUAGES) {
        const text = printStandard(leaf.node.scoring, context, language)
        printed++
        const read = text === '' ? undefined : readStandard(text, context, language)
        if (read === undefined || !read.ok || !isEqual(read.value, leaf.node.scoring)) {
          broken.push(`seed ${pair.random.seed} ${leaf.node.id} ${language}: ${text} → ${JSON.stringify(read)}`)
        }
      }
    }
  }
  expect(printed).toBeGreaterThan(pairCount(1_000))
  expect(broken.length === 0 ? [] : [`${broken.length} of ${printed}`, ...broken.slice(0, 5)]).toEqual([])
})

test('[E12] every formula of a scheme, printed, parses to the same tree', { timeout: 7_200_000 }, async () => {
  const broken: string[] = []
  for (const pair of randomPairs(900, pairCount(400))) {
    const { scheme } = (await prepare(pair)).compiled
    const texts = [
      ...(scheme.measures ?? []).map((measure) => measure.formula),
      ...leaves(scheme).flatMap(({ node }) => (isBranch(node) ? [] : [node.actual ?? []].flat())),
    ]
    for (const text of texts) {
      const tree = parseFormula(text)
      if (!tree.ok) broken.push(`${text} does not parse`)
      for (const language of LANGUAGES) {
        const again = tree.ok ? parseFormula(printFormula(tree.value, language)) : tree
        if (!again.ok || !tree.ok || printFormula(again.value, 'en') !== printFormula(tree.value, 'en')) {
          broken.push(`seed ${pair.random.seed}: ${text}`)
        }
      }
    }
  }
  expect(broken.slice(0, 5)).toEqual([])
})

/** Equal as documents: the order of keys does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}
