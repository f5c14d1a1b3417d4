import { type Issue, issue, type Leaf, type Mend, type StepCount, type StepsScoring } from '@yardstick/model'
import { asksCount, printStandard, readScoring } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { standardContext, textsOf } from '../explain/standard.ts'
import { mend, withMends } from './mend.ts'

/**
 * Methods that came in with a table and are not, or not in every part, what the author's 评分标准 says. They stand until
 * somebody confirms them or sets another one.
 *
 * source  domain.md 1.5 (1): how a part of a step counts is stated, not guessed
 */
export function checkAssumed(compiled: CompiledScheme): Issue[] {
  return compiled.nodes.flatMap((node) =>
    node.type === 'leaf' && node.node.scoringBasis === 'assumed' ? [checkLeaf(node, compiled)] : [],
  )
}

function checkLeaf(leaf: CompiledLeaf, compiled: CompiledScheme): Issue {
  const { node, pointer, path } = leaf
  const steps = stepsWithoutCount(leaf, compiled)
  const found = issue('SCORING_ASSUMED', {
    pointer: `${pointer}/scoring`,
    where: path,
    expected: node.standard ?? null,
    found: {
      open: steps === undefined ? null : 'count',
      zh: textsOf(leaf, compiled, 'zh').standard,
      en: textsOf(leaf, compiled, 'en').standard,
    },
  })
  return withMends(found, steps === undefined ? mendsOfUnread(node) : mendsOfCount(node, steps))
}

/** The rule that the standard states in all but how a part of a step counts. */
function stepsWithoutCount(leaf: CompiledLeaf, compiled: CompiledScheme): StepsScoring | undefined {
  const { standard, scoring } = leaf.node
  const { stepCount: _, ...context } = standardContext(leaf, compiled)
  if (standard === undefined || scoring.method !== 'steps' || !asksCount(scoring, context)) return undefined
  const isStated = (['zh', 'en'] as const).some((language) => {
    const read = readScoring(standard, context, language)
    return read.ok && printStandard(read.value, context, 'zh') === printStandard(scoring, context, 'zh')
  })
  return isStated ? scoring : undefined
}

function mendsOfCount({ id }: Leaf, steps: StepsScoring): Mend[] {
  return COUNTS.flatMap(([count, zh, en]) => mend({ type: 'set-scoring', id, scoring: { ...steps, count } }, zh, en))
}

const COUNTS: readonly (readonly [StepCount, string, string])[] = [
  ['whole', '满一步才扣', 'Whole steps only'],
  ['prorata', '按比例扣', 'In proportion'],
  ['started', '不足一步按一步扣', 'Each step begun'],
]

function mendsOfUnread({ id, scoring }: Leaf): Mend[] {
  return [
    ...mend({ type: 'set-indicator', id, fields: { scoringBasis: null } }, '与原文相符', 'The rule is right'),
    ...mend(
      scoring.method === 'judgement' ? undefined : { type: 'set-scoring', id, scoring: { method: 'judgement' } },
      '改为人工评分',
      'Have it judged',
    ),
  ]
}
