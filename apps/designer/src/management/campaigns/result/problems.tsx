import { CheckCircleOutlined } from '@ant-design/icons'
import type { Evaluation } from '@yardstick/model'
import { IssueText } from '../../../parts/issue-text.tsx'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { resultWords } from './words.ts'

/** 发现的问题: what is missing, what rules did to the whole, what does not go together. */
export function Problems({ evaluation }: { evaluation: Evaluation }) {
  const w = useWords(resultWords)
  const signs = useWords(signWords)
  const { missing, events, findings } = evaluation
  const isNone = missing.length + events.length + findings.length === 0
  const names = missing.map(({ name, path }) => (path.length === 0 ? name : signs.headed(path.at(-1)!, name)))
  return (
    <section className="result-card">
      <h4>{w.problems}</h4>
      {isNone && (
        <p className="result-clean">
          <CheckCircleOutlined aria-hidden="true" /> {w.noProblems}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <span className="badge badge-warn">{w.missing}</span> {[...new Set(names)].join(signs.semicolon)}
        </p>
      )}
      <ul className="result-list">
        {events.map(({ rule, effect, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may have done several things
          <li key={`${rule} ${at}`}>
            <span className={`badge ${effect === 'bonus' ? 'badge-good' : effect === 'flag' ? '' : 'badge-bad'}`}>
              {w.effects[effect]}
            </span>{' '}
            {reason}
          </li>
        ))}
        {findings.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings may be alike, and never move
          <li key={at}>
            <IssueText issue={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}
