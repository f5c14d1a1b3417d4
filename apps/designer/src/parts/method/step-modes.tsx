import { Exact, type StepCount, type StepsScoring } from '@yardstick/model'
import { Radio } from 'antd'
import type { CurveView } from '../../evaluation/leaf-view.ts'
import { useDesigner } from '../../store/use-designer.ts'
import { domainOf } from '../curve-picture/frame.ts'
import { type Domain, drawn, strokesOf } from '../curve-picture/strokes.ts'
import { useWords } from '../words.ts'
import { type RuleEditing, withField } from './editing.ts'
import { useLeafView } from './use-leaf-view.ts'
import { methodWords } from './words.ts'

const COUNTS: readonly StepCount[] = ['prorata', 'whole', 'started']

/** The three ways to count a part of a step side by side, each with what the sample gets by it. A click chooses. */
export function StepModes({ scoring, leaf, onChange }: RuleEditing<StepsScoring>) {
  const w = useWords(methodWords)
  const ofScheme = useDesigner((state) => state.design?.scheme.stepCount)
  const variants = COUNTS.map((count) => counting(leaf.scoring, count))
  const view = useLeafView(leaf, variants)
  const chosen = scoring.count ?? ofScheme
  const choose = (count: StepCount | undefined) => onChange({ scoring: withField(scoring, 'count', count) })
  const known = view?.variants.filter((each) => each !== null) ?? []
  const domain = known.length === 0 ? undefined : whole(known.map(domainOf))
  return (
    <fieldset className="method-modes">
      <legend>{w.stepModes}</legend>
      <div className="method-modes-row">
        {COUNTS.map((count, index) => {
          const curve = view?.variants[index] ?? null
          return (
            <label key={count} className={`method-mode ${chosen === count ? 'method-mode-chosen' : ''}`}>
              <input
                type="radio"
                name={`step-count-${leaf.id}`}
                className="method-mode-input"
                checked={chosen === count}
                onChange={() => choose(count)}
              />
              <span className="method-mode-name">{w.countNames[count]}</span>
              {curve !== null && domain !== undefined && <SmallCurve view={curve} domain={domain} />}
              <span className="method-mode-score">
                {curve?.at == null ? '—' : w.sampleScore(Exact.fromText(curve.at.score)!.round(2).toText())}
              </span>
            </label>
          )
        })}
      </div>
      {ofScheme !== undefined && (
        <Radio checked={scoring.count === undefined} onClick={() => choose(undefined)}>
          {w.countOfScheme(w.countNames[ofScheme])}
        </Radio>
      )}
    </fieldset>
  )
}

/** The leaf's rule with every part of a step counted one way. */
function counting(scoring: RuleEditing['scoring'], count: StepCount): RuleEditing['scoring'] {
  if (scoring.method === 'rank' && scoring.rule.by === 'mean') {
    const inner = counting(scoring.rule.scoring, count)
    return inner.method === 'steps' ? { ...scoring, rule: { ...scoring.rule, scoring: inner } } : scoring
  }
  return scoring.method === 'steps' ? { ...scoring, count } : scoring
}

function whole(domains: readonly Domain[]): Domain {
  return {
    from: Math.min(...domains.map((each) => each.from)),
    to: Math.max(...domains.map((each) => each.to)),
    points: domains[0]!.points,
  }
}

const [WIDTH, HEIGHT, EDGE] = [84, 44, 4]

function SmallCurve({ view, domain }: { view: CurveView; domain: Domain }) {
  const x = (value: number) => EDGE + ((value - domain.from) / (domain.to - domain.from || 1)) * (WIDTH - 2 * EDGE)
  const y = (score: number) => HEIGHT - EDGE - (score / (domain.points || 1)) * (HEIGHT - 2 * EDGE)
  return (
    <svg className="method-mode-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M${EDGE} ${HEIGHT - EDGE}H${WIDTH - EDGE}`} className="method-mode-axis" />
      {strokesOf(view.pieces, domain).map(({ points }, index) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no identity but their place
          key={index}
          className="method-mode-line"
          d={points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`).join('')}
        />
      ))}
      {view.at !== null && (
        <circle className="method-mode-dot" cx={x(drawn(view.at.x))} cy={y(drawn(view.at.score))} r={3} />
      )}
    </svg>
  )
}
