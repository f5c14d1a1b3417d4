import { CopyOutlined } from '@ant-design/icons'
import type { IndicatorResult, InputTrace, LeafTrace } from '@yardstick/model'
import { Exact } from '@yardstick/model'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { copyText } from '../copy-text.ts'
import { momentText } from '../date-text.ts'
import { signWords } from '../sign-words.ts'
import { useWords } from '../words.ts'
import { explanationWords } from './words.ts'
import './explanation.css'

/**
 * Why an indicator has its score, step by step: submitted → rule → computed → given → lost → basis.
 *
 * madeUpOf  of a branch, what adds up to its score
 * mends     what would bring the lost points back
 */
export function ScoreSteps({
  result,
  madeUpOf,
  mends,
}: {
  result: IndicatorResult
  madeUpOf?: { readonly label: string; readonly parts: ReactNode } | undefined
  mends?: ReactNode
}) {
  const w = useWords(explanationWords)
  const { trace, score, points } = result
  const leaf = trace !== undefined && 'inputs' in trace ? trace : undefined
  const lost = score === null ? null : Exact.of(points).minus(Exact.of(score))
  return (
    <dl className="why-steps">
      {leaf !== undefined && <Submitted trace={leaf} />}
      {result.standard !== undefined && <Step label={w.rule}>{result.standard}</Step>}
      {leaf !== undefined && <Computed trace={leaf} result={result} />}
      <Step label={w.given}>
        {result.sentence}
        {result.exact !== undefined && <small> {w.exactly(result.exact)}</small>}
      </Step>
      {madeUpOf !== undefined && <Step label={madeUpOf.label}>{madeUpOf.parts}</Step>}
      {result.events?.map((event) => (
        <Step key={event.rule} label={w.effects[event.effect]}>
          {event.reason}
          {event.points !== undefined && <strong> {event.points}</strong>}
        </Step>
      ))}
      {lost !== null && lost.sign > 0 && result.kind !== 'bonus' && (
        <Step label={w.lostHere}>
          <strong className="why-bad">−{lost.toText()}</strong>
          {mends}
        </Step>
      )}
      {result.basis !== undefined && <Step label={w.basis}>{result.basis}</Step>}
    </dl>
  )
}

/** The address of the line, to be cited in a complaint. */
export function CopyAddress({ address }: Pick<IndicatorResult, 'address'>) {
  const w = useWords(explanationWords)
  const { message } = App.useApp()
  return (
    <Button
      type="text"
      className="why-address"
      icon={<CopyOutlined />}
      title={w.copyAddressHint}
      onClick={() => copyText(address) && message.success(w.copied)}
    >
      {w.copyAddress}
    </Button>
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
  const w = useWords(explanationWords)
  if (trace.inputs.length === 0) return null
  return (
    <Step label={w.submitted}>
      <ul className="why-inputs">
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
  const w = useWords(explanationWords)
  const from = [
    input.layer === undefined ? undefined : w.layers[input.layer],
    input.who,
    momentIn(input.when),
    input.source,
  ]
  return (
    <>
      {input.name} <strong>{input.state === 'present' ? input.shown : w.states[input.state]}</strong>
      {input.provisional === true && <span className="why-provisional">{w.toBeVerified}</span>}
      <small> {from.filter((each) => each !== undefined).join(' · ')}</small>
      {input.why !== undefined && <small className="why-reason">{input.why}</small>}
      {input.below?.map((layer) => (
        <small key={`${layer.layer}${layer.shown}`} className="why-below">
          {w.below(w.layers[layer.layer], layer.shown)}
        </small>
      ))}
      {input.units !== undefined && (
        <small className="why-below">{input.units.map(({ unit, shown }) => `${unit} ${shown}`).join(w.comma)}</small>
      )}
    </>
  )
}

/** A moment as lists show it; a bare day stays one. */
function momentIn(when: string | undefined): string | undefined {
  return when?.includes('T') === true ? momentText(when) : when
}

/** How the value and the points come about, as far as the method has parts. */
function Computed({ trace, result }: { trace: LeafTrace; result: IndicatorResult }) {
  const w = useWords(explanationWords)
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
        <ul className="why-parts">
          {parts.map((part, index) => (
            <li key={part.id ?? `${part.label} ${index}`}>
              <span className={`why-met ${part.met === true ? 'why-good' : part.met === false ? 'why-bad' : ''}`}>
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
