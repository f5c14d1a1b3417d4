import { type CompiledScheme, standardContext } from '@yardstick/engine'
import { type Language, leaves, type Scheme } from '@yardstick/model'
import { printMethodBrief, printStandard } from '@yardstick/wording'
import type { LeafTexts } from '../store/results.ts'

/** What each leaf's rule says, by id; also for a scheme that does not compile, then from the leaf alone. */
export function leafTexts(
  scheme: Scheme,
  compiled: CompiledScheme | null,
  language: Language,
): { [id: string]: LeafTexts } {
  const texts: { [id: string]: LeafTexts } = {}
  for (const { node } of leaves(scheme)) {
    const known = compiled?.nodeById.get(node.id)
    const context =
      known?.type === 'leaf' && compiled !== null
        ? standardContext(known, compiled)
        : {
            name: node.name,
            points: node.points,
            target: node.target,
            actual: node.actual,
            stepCount: scheme.stepCount,
          }
    texts[node.id] = {
      standard: printStandard(node.scoring, context, language),
      brief: printMethodBrief(node.scoring, language, context),
    }
  }
  return texts
}
