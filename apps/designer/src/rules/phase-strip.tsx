import { stageOfRule } from '@yardstick/engine'
import { useWords } from '../parts/words.ts'
import type { RuleDraft } from './rule-draft.ts'
import { ruleWords } from './words.ts'

/** When the rule is asked: the order of scoring as a line of steps, with this rule's step marked. */
export function PhaseStrip({ draft: { effect, params } }: { draft: RuleDraft }) {
  const w = useWords(ruleWords)
  const stage = stageOfRule({ event: { type: effect, params } as never })
  const now = STEP[stage]
  return (
    <div className="rules-phases">
      <ol aria-label={w.phase}>
        {w.phases.map((name, index) => (
          <li
            key={name}
            className={index === now ? 'rules-phase-now' : ''}
            aria-current={index === now ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
      <span>{w.when[stage]}</span>
    </div>
  )
}

/** The step of `phases` at which each stage is asked. */
const STEP = { items: 0, leaves: 2, total: 4, grade: 5, flag: 6 } as const
