import { Exact, expertsOf, type JudgedValue, type Layer, type Leaf, stackOf } from '@yardstick/model'
import { Button, Checkbox, Tag } from 'antd'
import { judgementCellText } from '../../parts/entry/read-judgement-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { indicatorStateText } from '../../parts/explanation/state-text.ts'
import { explanationWords } from '../../parts/explanation/words.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { layersByName } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import { asEntry, isBelowFull, judgingLayer, readEntered, type Target } from './entering.ts'
import { EntryField } from './entry-field.tsx'
import { panelOf, panelScores, panelText } from './panel.ts'
import type { ScoreRow } from './sheet-rows.ts'
import { useTake } from './use-take.ts'
import { deskWords } from './words.ts'

/** The score of a row: computed, or entered where people decide. */
export function ScoreCell({ row: { leaf } }: { row: ScoreRow }) {
  const w = useWords(deskWords)
  const e = useWords(explanationWords)
  const { may, results, document } = useDesk()
  const result = results.get(leaf.id)
  const claimed = document.claims?.scores?.[leaf.id]
  const isEntered = judgingLayer(leaf, may) !== undefined
  const isLost = result?.score != null && Exact.of(result.score).lessThan(Exact.of(leaf.points))
  return (
    <>
      {isEntered && <Judging leaf={leaf} />}
      {result !== undefined && (
        <p className={`desk-score ${isLost && result.kind !== 'bonus' ? 'desk-lost' : ''}`}>
          {isEntered && result.state === 'missing' && result.score === null ? (
            <span className="desk-faint">{w.notJudged}</span>
          ) : (
            <strong>{indicatorStateText(result, e)}</strong>
          )}
          {result.provisional === true && <span className="why-provisional">{e.provisional}</span>}
        </p>
      )}
      {claimed !== undefined && <p className="desk-faint">{w.claimed(String(claimed))}</p>}
    </>
  )
}

/** The field of a judged row, and what may be chosen instead of typing. */
function Judging({ leaf }: { leaf: Leaf }) {
  const w = useWords(deskWords)
  const entries = useWords(entryWords)
  const signs = useWords(signWords)
  const { may, document, own, scheme, write } = useDesk()
  const take = useTake()
  const { layer, isOwn } = judgingLayer(leaf, may)!
  const target: Target = { of: 'judgements', leaf, layer, isOwn }
  const stands = layersByName(document.judgements?.[leaf.id])[layer]
  const panel = panelOf(leaf)
  const mine = isOwn ? panelScores(leaf, panel!, stands, own).experts.find((each) => each.isOwn) : undefined
  const isPanel = panel !== undefined && expertsOf(stands).length > 0
  const text = isOwn
    ? (mine?.score ?? '')
    : isPanel
      ? panelText(stands, signs.semicolon)
      : stands === undefined
        ? ''
        : judgementCellText(leaf, { layers: [stands] }, entries)
  const why = isOwn ? mine?.why : stands?.why
  const { scoring } = leaf
  const hint = isOwn ? 'own' : panel !== undefined ? 'panel' : (scoring.method as 'judgement' | 'levels' | 'checklist')
  const judged = judgedIn(stands)
  return (
    <div className="desk-judging">
      <EntryField
        kind="score"
        label={w.scoreOf(leaf.name)}
        text={text}
        placeholder={layer === 'overridden' ? w.override : w.scoreHint[hint]}
        isLong={panel !== undefined && !isOwn}
        take={(typed) => take(target, typed, why)}
        isReasonNext={(typed) => {
          const read = readEntered(target, typed, why, scheme)
          const isEmpty = typed.trim() === ''
          return !isEmpty && (layer === 'overridden' || ('entry' in read && isBelowFull(leaf, read.entry)))
        }}
      />
      {scoring.method === 'levels' && (
        <fieldset className="desk-levels">
          <legend className="announcer">{signs.headed(leaf.name, w.levels)}</legend>
          {scoring.levels.map((each, index) => (
            <Button
              key={each.name}
              className={judged?.level === each.name ? 'desk-chosen' : ''}
              aria-pressed={judged?.level === each.name}
              tabIndex={-1}
              onClick={() => write(asEntry(target, { layer, value: { level: each.name } }, why), leaf.name)}
            >
              <small>{index + 1}</small> {each.name}
              <small> {shareText(each)}</small>
            </Button>
          ))}
        </fieldset>
      )}
      {scoring.method === 'checklist' && (
        <fieldset className="desk-elements">
          <legend className="announcer">{signs.headed(leaf.name, w.elements)}</legend>
          {scoring.elements
            .filter(({ met }) => met === 'judged')
            .map((element, index) => (
              <Checkbox
                key={element.id}
                tabIndex={-1}
                checked={judged?.elements?.[element.id] === true}
                indeterminate={judged?.elements?.[element.id] === undefined}
                aria-label={element.text}
                title={element.text}
                onChange={({ target: box }) => {
                  const elements = { ...judged?.elements, [element.id]: box.checked }
                  write(asEntry(target, { layer, value: { elements } }, why), leaf.name)
                }}
              >
                {index + 1}
              </Checkbox>
            ))}
        </fieldset>
      )}
    </div>
  )
}

/** A panel's scores side by side, and what the rule makes of them. */
export function PanelCell({ leaf }: { leaf: Leaf }) {
  const w = useWords(deskWords)
  const { document, own, results } = useDesk()
  const panel = panelOf(leaf)
  if (panel === undefined) return null
  const { top } = stackOf(document.judgements?.[leaf.id])
  const { experts, wanted } = panelScores(leaf, panel, top, own)
  const score = results.get(leaf.id)?.score
  return (
    <div className="desk-panel">
      <p>
        {w.panel} <span className="desk-faint">{w.panelRules[panel.rule]}</span>
      </p>
      {experts.length > 0 && (
        <ul>
          {experts.map((each) => (
            <li key={each.who} className={each.isLeftOut ? 'desk-left-out' : ''}>
              <span title={each.who}>
                {nameOf(each.who)}
                {each.isOwn && <small> {w.own}</small>}
              </span>
              <strong>{each.score}</strong>
              {each.isOutlier && (
                <Tag color="warning" title={w.outlierHint}>
                  {w.outlier}
                </Tag>
              )}
              {each.isLeftOut && <Tag title={w.leftOutHint}>{w.leftOut}</Tag>}
              {each.why !== undefined && <q>{each.why}</q>}
            </li>
          ))}
        </ul>
      )}
      <p className="desk-faint">
        {wanted > 0
          ? `${w.experts(experts.length)} · ${w.wanted(wanted)}`
          : score != null && experts.length > 0 && w.panelScore(score)}
      </p>
    </div>
  )
}

/** Without what tells two of one name apart. */
function nameOf(who: string): string {
  return who.replace(/·[^·]{1,6}$/, '')
}

function judgedIn(layer: Layer | undefined): JudgedValue | undefined {
  const value = layer?.value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
}

function shareText({ share, from, to }: { share?: string; from?: string; to?: string }): string {
  return share ?? [from, to].filter((each) => each !== undefined).join('–')
}
