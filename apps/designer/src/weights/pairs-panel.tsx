import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { type Judgements, joined, MOST_MEMBERS, matrixOf, prioritiesOf } from './ahp.ts'
import { Consistency } from './consistency.tsx'
import { JudgementMatrix } from './judgement-matrix.tsx'
import type { Weighed } from './new-points.ts'
import { weightWords } from './words.ts'
import type { Work } from './work.ts'

const MOST_EXPERTS = 20

/** Comparison in pairs, expert by expert, and all of them together. */
export function PairsPanel({
  work,
  weighed: { children },
  onChange,
}: {
  work: Work
  weighed: Weighed
  onChange: (next: Work) => void
}) {
  const w = useWords(weightWords)
  const [shown, setShown] = useState<number | 'all'>(0)
  const { judgements } = work
  if (children.length > MOST_MEMBERS) return <p className="weights-note">{w.tooMany(MOST_MEMBERS)}</p>
  const expert = shown === 'all' ? shown : Math.min(shown, judgements.length - 1)
  const names = children.map((child) => child.name)
  const set = (index: number, next: Judgements) =>
    onChange({ ...work, judgements: judgements.map((each, at) => (at === index ? next : each)) })
  const matrices = judgements.map((each) => matrixOf(children.length, each))
  return (
    <>
      <div className="weights-experts" role="tablist" aria-label={w.ways.pairs}>
        {judgements.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: experts are known by their place
          <span key={index} className="weights-expert">
            <button type="button" role="tab" aria-selected={expert === index} onClick={() => setShown(index)}>
              {w.expert(index + 1)}
            </button>
            {judgements.length > 1 && (
              <Button
                type="text"
                icon={<CloseOutlined />}
                title={w.removeExpert(index + 1)}
                aria-label={w.removeExpert(index + 1)}
                onClick={() => onChange({ ...work, judgements: judgements.filter((_, at) => at !== index) })}
              />
            )}
          </span>
        ))}
        {judgements.length > 1 && (
          <span className="weights-expert">
            <button type="button" role="tab" aria-selected={expert === 'all'} onClick={() => setShown('all')}>
              {w.all}
            </button>
          </span>
        )}
        {judgements.length < MOST_EXPERTS && (
          <Button
            type="link"
            icon={<PlusOutlined />}
            onClick={() => {
              onChange({ ...work, judgements: [...judgements, {}] })
              setShown(judgements.length)
            }}
          >
            {w.addExpert}
          </Button>
        )}
      </div>
      {expert === 'all' ? (
        <>
          <p className="weights-note">{w.combined(judgements.length)}</p>
          <Consistency names={names} priorities={prioritiesOf(joined(matrices))} />
        </>
      ) : (
        <>
          <JudgementMatrix members={children} judgements={judgements[expert]!} onChange={(next) => set(expert, next)} />
          <Consistency
            names={names}
            priorities={prioritiesOf(matrices[expert]!)}
            judgements={judgements[expert]!}
            onChange={(next) => set(expert, next)}
          />
        </>
      )}
      <p className="weights-note">{w.source}</p>
    </>
  )
}
