import type { Evaluation, Scheme } from '@yardstick/model'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { ScoreSteps } from '../../../parts/explanation/score-steps.tsx'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { SchemeTable } from './scheme-table.tsx'
import { useSample } from './use-sample.ts'
import { previewWords } from './words.ts'

/** 预览: the tree with points and 评分标准, and what its rules give one of the samples that it brings. */
export function PreviewTab({ scheme }: { scheme: Scheme }) {
  const w = useWords(previewWords)
  const cases = scheme.cases ?? []
  const [picked, setPicked] = useState(0)
  const index = picked < cases.length ? picked : 0
  const sample = useSample(scheme, index)
  const [chosen, setChosen] = useState<string | null>(null)
  const evaluation = sample?.evaluation ?? null
  const result = evaluation?.indicators.find(({ id }) => id === chosen)
  return (
    <div className="templates-preview">
      <SchemeTable
        scheme={scheme}
        texts={sample?.leaves ?? {}}
        evaluation={evaluation}
        chosen={chosen}
        onChoose={evaluation === null ? undefined : setChosen}
      />
      <aside className="templates-side" aria-label={w.sample}>
        {cases.length === 0 ? (
          <p className="management-how">{w.noSample}</p>
        ) : (
          <Select
            className="templates-sample"
            value={index}
            aria-label={w.samplePick}
            prefix={w.sample}
            options={cases.map(({ name }, value) => ({ value, label: name }))}
            onChange={(next) => setPicked(next)}
          />
        )}
        {cases.length > 0 && sample === undefined && <p className="management-how">{w.scoring}</p>}
        {evaluation !== null && (
          <>
            <Total evaluation={evaluation} />
            {result === undefined ? (
              <>
                <Parts evaluation={evaluation} />
                <p className="management-how">{w.whyHint}</p>
              </>
            ) : (
              <section aria-label={w.why(result.path.at(-1) ?? '')} className="templates-why" aria-live="polite">
                <h3>
                  {result.path.at(-1)}{' '}
                  <Button type="link" onClick={() => setChosen(null)}>
                    {w.back}
                  </Button>
                </h3>
                <ScoreSteps result={result} />
              </section>
            )}
          </>
        )}
        <Limits scheme={scheme} />
      </aside>
    </div>
  )
}

function Total({ evaluation: { total, fullScore, grade, indicators } }: { evaluation: Evaluation }) {
  const w = useWords(previewWords)
  const signs = useWords(signWords)
  const open = indicators.filter(({ score, trace }) => score === null && trace !== undefined && 'inputs' in trace)
  return (
    <div className="templates-total" role="status">
      <strong>{total ?? w.noScore}</strong>
      <span>{` / ${fullScore}`}</span>
      {grade !== null && <span className="badge badge-accent">{grade}</span>}
      {total === null && <p>{w.notScored(open.map(({ path }) => path.at(-1)).join(signs.list))}</p>}
    </div>
  )
}

/** The top of the tree as bars: where the sample's points went. */
function Parts({ evaluation }: { evaluation: Evaluation }) {
  const w = useWords(previewWords)
  const tops = evaluation.indicators.filter(({ path }) => path.length === 1)
  return (
    <ul className="templates-parts" aria-label={w.parts}>
      {tops.map(({ id, path, points, score }) => (
        <li key={id}>
          <span title={path[0]}>{path[0]}</span>
          <progress max={points} value={score ?? '0'} aria-label={w.scoreOf(score ?? w.noScore, points)} />
          <span>{`${score ?? w.noScore} / ${points}`}</span>
        </li>
      ))}
    </ul>
  )
}

/** What its author leaves to those who adopt it. */
function Limits({ scheme: { sharing, lineage } }: { scheme: Scheme }) {
  const w = useWords(previewWords)
  const inherited = lineage?.mode === 'reference' ? (lineage.boundaries?.length ?? 0) : 0
  const [parameters, boundaries] = [sharing?.parameters?.length ?? 0, sharing?.boundaries?.length ?? 0]
  return (
    <section className="templates-limits">
      <h3>{w.limits}</h3>
      {parameters + boundaries + inherited === 0 ? (
        <p>{w.noSharing}</p>
      ) : (
        <ul>
          {parameters > 0 && <li>{w.parameters(parameters)}</li>}
          {boundaries > 0 && <li>{w.boundaries(boundaries)}</li>}
          {inherited > 0 && <li>{w.inherited(inherited)}</li>}
        </ul>
      )}
    </section>
  )
}
