import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { Evaluation, Scheme } from '@yardstick/model'
import type { ReactNode } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import type { Explanation } from '../../../parts/report/result-source.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { scoringWords } from '../scoring-words.ts'
import { nextGrade, whyNoNext } from './next-grade.ts'
import { resultWords } from './words.ts'

/** Total, grade, what is missing to the next one; whether the stored scores come out again. */
export function ResultHead({
  evaluation,
  scheme,
  explained,
  trouble,
  children,
}: {
  evaluation: Evaluation
  scheme: Scheme | undefined
  explained: Explanation | undefined
  trouble: unknown
  children: ReactNode
}) {
  const w = useWords(scoringWords)
  const { total, fullScore, grade, sentence } = evaluation
  return (
    <header className="result-head">
      <p className="result-total">
        <strong>{total === null ? w.noGrade : w.full(total, fullScore)}</strong>
        {grade !== null && <span className="badge badge-accent">{grade}</span>}
        {scheme !== undefined && <ToNext evaluation={evaluation} scheme={scheme} />}
      </p>
      <p className="result-sentence">{sentence}</p>
      {children}
      <Recomputed explained={explained} trouble={trouble} />
    </header>
  )
}

function ToNext({ evaluation, scheme }: { evaluation: Evaluation; scheme: Scheme }) {
  const w = useWords(resultWords)
  const signs = useWords(signWords)
  if (evaluation.total === null || (scheme.grades ?? []).length === 0) return null
  const next = nextGrade(scheme, evaluation)
  if (next === null) {
    const why = whyNoNext(scheme, evaluation)
    return why === 'uncertain' ? null : <span className="result-next">{w[why]}</span>
  }
  const nameOf = (id: string) => evaluation.indicators.find((each) => each.id === id)?.name ?? id
  const { leaves } = next
  const how =
    leaves === null
      ? undefined
      : leaves.length === 0
        ? w.nextNot
        : leaves.length > 2
          ? w.nextByLost(leaves.length)
          : w.nextBy(leaves.map(nameOf).join(signs.list))
  return (
    <span className="result-next">
      <strong>{w.next(next.name, next.from, next.short)}</strong>
      {how !== undefined && signs.semicolon + how}
    </span>
  )
}

function Recomputed({ explained, trouble }: { explained: Explanation | undefined; trouble: unknown }) {
  const w = useWords(scoringWords)
  if (explained === undefined) {
    return trouble === undefined ? <p className="result-check">{w.checking}</p> : <Trouble of={trouble} />
  }
  const text = (total: string | null) => total ?? w.noGrade
  return explained.same ? (
    <p className="result-check result-same">
      <CheckCircleOutlined aria-hidden="true" /> <strong>{w.recomputedHead}</strong> {w.recomputed}
    </p>
  ) : (
    <p className="result-check result-differs" role="alert">
      <WarningOutlined aria-hidden="true" /> <strong>{w.differsHead}</strong>{' '}
      {w.differs(text(explained.stored.total), text(explained.recomputed.total))}
    </p>
  )
}
