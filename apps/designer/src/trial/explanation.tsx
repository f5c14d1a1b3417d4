import { CopyOutlined } from '@ant-design/icons'
import type { Evaluation, IndicatorResult, InputTrace, LeafTrace } from '@yardstick/model'
import { Exact } from '@yardstick/model'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { copyText } from '../parts/copy-text.ts'
import { signWords } from '../parts/sign-words.ts'
import { useWords } from '../parts/words.ts'
import { BranchParts, TotalExplanation } from './branch-explanation.tsx'
import { useExplained } from './explained.ts'
import { ShortfallList } from './shortfall-list.tsx'
import { indicatorStateText } from './state-text.ts'
import { trialWords } from './words.ts'

/** Why the selected indicator has its score: submitted → rule → given → lost → basis. Without a selection, the total. */
export function Explanation({ evaluation }: { evaluation: Evaluation }) {
  const { id: active } = useExplained()
  const result = evaluation.indicators.find(({ id }) => id === active)
  if (result === undefined) return <TotalExplanation evaluation={evaluation} />
  return <IndicatorExplanation key={result.id} result={result} evaluation={evaluation} />
}

function IndicatorExplanation({ result, evaluation }: { result: IndicatorResult; evaluation: Evaluation }) {
  const w = useWords(trialWords)
  const { message } = App.useApp()
  const { trace, score, points, path } = result
  const isLeaf = trace !== undefined && 'inputs' in trace
  const lost = score === null ? null : Exact.of(points).minus(Exact.of(score))
  return (
    <section className="trial-why" aria-label={w.explanation}>
      <h3>
        {path.length > 1 && <small>{path.slice(0, -1).join(' / ')}</small>}
        {result.name}
        <span className="trial-why-score">
          {indicatorStateText(result, w)} {w.ofPoints(points)}
          {result.provisional === true && <span className="trial-provisional">{w.provisional}</span>}
        </span>
      </h3>
      <dl className="trial-steps">
        {isLeaf && <Submitted trace={trace} />}
        {result.standard !== undefined && <Step label={w.rule}>{result.standard}</Step>}
        {isLeaf && <Computed trace={trace} result={result} />}
        <Step label={w.given}>
          {result.sentence}
          {result.exact !== undefined && <small> {w.exactly(result.exact)}</small>}
        </Step>
        {trace !== undefined && !isLeaf && trace.addends.length > 0 && (
          <Step label={w.madeUpOf}>
            <BranchParts trace={trace} evaluation={evaluation} />
          </Step>
        )}
        {result.events?.map((event) => (
          <Step key={event.rule} label={w.effects[event.effect]}>
            {event.reason}
            {event.points !== undefined && <strong> {event.points}</strong>}
          </Step>
        ))}
        {lost !== null && lost.sign > 0 && result.kind !== 'bonus' && (
          <Step label={w.lostHere}>
            <strong className="trial-bad">−{lost.toText()}</strong>
            {isLeaf && <ShortfallList leaf={result.id} />}
          </Step>
        )}
        {result.basis !== undefined && <Step label={w.basis}>{result.basis}</Step>}
      </dl>
      <Button
        type="text"
        className="trial-address"
        icon={<CopyOutlined />}
        title={w.copyAddressHint}
        onClick={() => copyText(result.address) && message.success(w.copied)}
      >
        {w.copyAddress}
      </Button>
    </section>
  )
}

function Step({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Submitted({ trace }: { trace: LeafTrace }) {
  const w = useWords(trialWords)
  if (trace.inputs.length === 0) return null
  return (
    <Step label={w.submitted}>
      <ul className="trial-inputs">
        {trace.inputs.map((input) => (
          <li key={input.name}>
            <Input input={input} />
          </li>
        ))}
      </ul>
    </Step>
  )
}

function Input({ input }: { input: InputTrace }) {
  const w = useWords(trialWords)
  const from = [input.layer === undefined ? undefined : w.layers[input.layer], input.who, input.when, input.source]
  return (
    <>
      {input.name} <strong>{input.state === 'present' ? input.shown : w.states[input.state]}</strong>
      {input.provisional === true && <span className="trial-provisional">{w.toBeVerified}</span>}
      <small> {from.filter((each) => each !== undefined).join(' · ')}</small>
      {input.why !== undefined && <small className="trial-reason">{input.why}</small>}
      {input.below?.map((layer) => (
        <small key={`${layer.layer}${layer.shown}`} className="trial-below">
          {w.below(w.layers[layer.layer], layer.shown)}
        </small>
      ))}
      {input.units !== undefined && (
        <small className="trial-below">{input.units.map(({ unit, shown }) => `${unit} ${shown}`).join(w.comma)}</small>
      )}
    </>
  )
}

/** How the value and the points come about, as far as the method has parts. */
function Computed({ trace, result }: { trace: LeafTrace; result: IndicatorResult }) {
  const w = useWords(trialWords)
  const signs = useWords(signWords)
  const { formula, shownActual, shownTarget, completion, steps, parts, group } = trace
  const isPlainName = formula !== undefined && trace.inputs.some(({ name }) => name === formula.text)
  const lines: ReactNode[] = [
    formula !== undefined && !isPlainName && signs.equal(formula.text, formula.withValues),
    shownActual !== undefined && shownTarget !== undefined && w.actualAgainst(shownActual, shownTarget),
    completion !== undefined && w.completion(percent(completion)),
    steps !== undefined && w.stepsTaken(short(steps.steps), steps.each, short(steps.deducted)),
    group?.place !== undefined && w.place(group.place, group.size),
  ].filter((line) => line !== false)
  if (lines.length === 0 && parts === undefined) return null
  return (
    <Step label={w.computed}>
      {lines.map((line, index) => (
        // Lines have no identity of their own and never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index}>{line}</div>
      ))}
      {parts !== undefined && (
        <ul className="trial-parts">
          {parts.map((part, index) => (
            <li key={part.id ?? `${part.label} ${index}`}>
              <span className={`trial-met ${part.met === true ? 'trial-good' : part.met === false ? 'trial-bad' : ''}`}>
                {part.met === true ? '✓' : part.met === false ? '✗' : part.met === null ? '?' : '·'}
              </span>
              {result.method === 'table' ? w.row(part.label) : part.label}
              {part.note !== undefined && <small> {part.note}</small>}
              {part.points !== undefined && <strong> {w.points(short(part.points))}</strong>}
            </li>
          ))}
        </ul>
      )}
    </Step>
  )
}

/** For reading: at most four digits after the point; fractions as they print. */
function short(exact: string): string {
  return exactOf(exact).round(4).toText()
}

function percent(exact: string): string {
  return `${exactOf(exact).times(Exact.integer(100)).round(2).toText()}%`
}

function exactOf(text: string): Exact {
  const [above = '0', below] = text.split('/')
  return below === undefined ? Exact.of(above) : Exact.of(above).over(Exact.of(below))
}
