import { type CompiledLeaf, standardContext } from '@yardstick/engine'
import { printStandard } from '@yardstick/wording'
import type { Command } from '../command.ts'
import { readScheme } from '../read/read-scheme.ts'
import { refuse } from '../refuse.ts'
import { type LeafStandard, standardLines } from '../render/standard-list.ts'
import { declarationOption } from './shared-options.ts'

/** Every leaf's 评分标准 as its rule says it, beside the author's own words where they differ. */
export const standard: Command = {
  name: 'standard',
  files: 'SCHEME',
  summary: { zh: '印出各指标的评分标准，由规则写成', en: 'print the scoring standard of every leaf from its rule' },
  details: {
    zh: '“原文”是编制者自己的写法，与规则写成的不同时一并印出。\n--json 输出数组：id、path、points、standard，有原文的另有 own。',
    en: "Where the author's own words differ they stand beside it.\n--json prints an array of id, path, points, standard, and own where there are such words.",
  },
  options: [declarationOption],

  async run(given, shell) {
    const scheme = await readScheme(shell.io, given.file(0), given.values.get('declaration'))
    if (!scheme.ok) return refuse(scheme, shell)
    const { compiled } = scheme.value
    const standards = compiled.nodes
      .filter((node): node is CompiledLeaf => node.type === 'leaf')
      .map((leaf): LeafStandard => {
        const { id, standard: own } = leaf.node
        const printed = printStandard(leaf.node.scoring, standardContext(leaf, compiled), shell.language)
        const differs = own !== undefined && own !== printed
        const { path, points } = leaf
        return { id, path, points: points.toText(), standard: printed, ...(differs ? { own } : {}) }
      })
    if (shell.isJson) shell.printJson(standards)
    else shell.print(standardLines(standards, shell))
    return 0
  },
}
