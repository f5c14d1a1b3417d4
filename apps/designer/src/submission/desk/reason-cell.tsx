import { CalculatorOutlined } from '@ant-design/icons'
import { entryOf, isJudged, type Layer, type Leaf, stackOf, withRemark } from '@yardstick/model'
import { Button } from 'antd'
import { judgementCellText } from '../../parts/entry/read-judgement-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { useDesk } from './desk-context.ts'
import { asEntry, checkEntry, withWhy } from './entering.ts'
import { EntryField } from './entry-field.tsx'
import { LayerNote } from './layer-note.tsx'
import { NotApplicable, useNotApplicableLayer } from './not-applicable.tsx'
import { panelText } from './panel.ts'
import type { ScoreRow } from './sheet-rows.ts'
import { type Judging, useJudging } from './use-judging.ts'
import { deskWords } from './words.ts'

/** Why the row has its score: the sentence of a computed one, the reason of a judged one, and the layers it stands on. */
export function ReasonCell({
  row: { leaf },
  isOpen,
  onToggle,
}: {
  row: ScoreRow
  isOpen: boolean
  onToggle: () => void
}) {
  const w = useWords(deskWords)
  const { results } = useDesk()
  const judging = useJudging(leaf)
  const notApplicable = useNotApplicableLayer(leaf)
  const result = results.get(leaf.id)
  // Of what people judged the sentence says their reason again; what rules did to it is said nowhere else.
  const isSaid = isJudged(leaf) && result?.events === undefined
  return (
    <>
      {judging !== undefined && <Reason leaf={leaf} judging={judging} />}
      <Layers leaf={leaf} typed={judging?.target.layer ?? notApplicable} />
      {result !== undefined && !(isSaid && result.state === 'missing') && (
        <div className="desk-sentence">
          {!isSaid && result.sentence}
          <Button
            type="text"
            className="desk-toggle"
            icon={<CalculatorOutlined />}
            aria-expanded={isOpen}
            aria-label={isOpen ? w.hideSteps(leaf.name) : w.showSteps(leaf.name)}
            onClick={onToggle}
          >
            {w.steps}
          </Button>
          <NotApplicable leaf={leaf} />
        </div>
      )}
    </>
  )
}

function Reason({ leaf, judging }: { leaf: Leaf; judging: Judging }) {
  const w = useWords(deskWords)
  const language = useLanguage()
  const { scheme, write } = useDesk()
  const { target, stands, isThere, why, panel } = judging
  const isWhole = target.isOwn === true || panel === undefined
  const entry = asEntry(target, stands, why)
  const { issues, lacksReason } = checkEntry(target, entry, scheme)
  return (
    <EntryField
      kind="reason"
      label={w.reasonOf(leaf.name)}
      // Of a panel the remark on all of it; each expert's own reason stands beside the score.
      text={(isWhole ? why : panel.remark) ?? ''}
      placeholder={isThere ? w.reasonHint : w.reasonFirst}
      isLong
      isReadOnly={!isThere}
      isWaiting={lacksReason}
      note={
        lacksReason ? (
          <p className="desk-wanted">{target.layer === 'overridden' ? w.overrideReasonNeeded : w.reasonNeeded}</p>
        ) : (
          issues.map((each) => (
            <p key={each.code} className="desk-wanted">
              {issueText({ ...each, where: [] }, language)}
            </p>
          ))
        )
      }
      take={(text) => {
        const whole = isWhole ? text || undefined : withRemark(stands, text)
        write(withWhy(entry, whole), leaf.name)
        return undefined
      }}
    />
  )
}

/** What was judged, and what was put in its place; what stands in the fields of the row is not said twice. */
function Layers({ leaf, typed }: { leaf: Leaf; typed: Layer['layer'] | undefined }) {
  const entries = useWords(entryWords)
  const signs = useWords(signWords)
  const { document } = useDesk()
  const { top, below } = stackOf(entryOf(document.judgements, leaf.id))
  // A panel that counts stands in the column of the data, expert by expert.
  const isShown = (layer: Layer) => layer !== top || panelText(layer, '') === ''
  const shown = [top, ...below].filter((layer): layer is Layer => layer !== undefined && isShown(layer))
  return (
    <>
      {shown.map((layer) => (
        <LayerNote
          key={layer.layer}
          layer={layer}
          shown={panelText(layer, signs.semicolon) || judgementCellText(leaf, { layers: [layer] }, entries)}
          isTyped={layer.layer === typed}
          isUnder={layer !== top}
        />
      ))}
    </>
  )
}
