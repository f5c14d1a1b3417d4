import { CalculatorOutlined } from '@ant-design/icons'
import { entryOf, type Leaf, stackOf } from '@yardstick/model'
import { Button } from 'antd'
import { judgementCellText } from '../../parts/entry/read-judgement-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import { layersByName } from './data-lines.ts'
import { useDesk } from './desk-context.ts'
import { asEntry, checkEntry, judgingLayer, type Target, withWhy } from './entering.ts'
import { EntryField } from './entry-field.tsx'
import { LayerNote } from './layer-note.tsx'
import { panelOf, panelScores, panelText } from './panel.ts'
import type { ScoreRow } from './sheet-rows.ts'
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
  const { may, results } = useDesk()
  const result = results.get(leaf.id)
  const isEntered = judgingLayer(leaf, may) !== undefined
  return (
    <>
      {isEntered && <Reason leaf={leaf} />}
      <Layers leaf={leaf} />
      {result !== undefined && !(isEntered && result.state === 'missing') && (
        <p className="desk-sentence">
          {result.sentence}
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
        </p>
      )}
    </>
  )
}

function Reason({ leaf }: { leaf: Leaf }) {
  const w = useWords(deskWords)
  const language = useLanguage()
  const { may, document, own, scheme, write } = useDesk()
  const { layer, isOwn } = judgingLayer(leaf, may)!
  const target: Target = { of: 'judgements', leaf, layer, isOwn }
  const stands = layersByName(entryOf(document.judgements, leaf.id))[layer]
  const panel = panelOf(leaf)
  const mine = isOwn ? panelScores(leaf, panel!, stands, own).experts.find((each) => each.isOwn) : undefined
  const isThere = isOwn ? mine !== undefined : stands !== undefined
  const why = isOwn ? mine?.why : stands?.why
  const shown = isOwn && mine !== undefined ? { layer, value: mine.score } : stands
  const entry = asEntry(target, shown, why)
  const { issues, lacksReason } = checkEntry(target, entry, scheme)
  return (
    <EntryField
      kind="reason"
      label={w.reasonOf(leaf.name)}
      text={why ?? ''}
      placeholder={isThere ? w.reasonHint : w.reasonFirst}
      isLong
      isReadOnly={!isThere}
      isWaiting={lacksReason}
      note={
        lacksReason ? (
          <p className="desk-wanted">{layer === 'overridden' ? w.overrideReasonNeeded : w.reasonNeeded}</p>
        ) : (
          issues.map((each) => (
            <p key={each.code} className="desk-wanted">
              {issueText({ ...each, where: [] }, language)}
            </p>
          ))
        )
      }
      take={(text) => {
        write(withWhy(entry, text === '' ? undefined : text), leaf.name)
        return undefined
      }}
    />
  )
}

/** What was judged, and what was put in its place; the reason that is typed here is not said twice. */
function Layers({ leaf }: { leaf: Leaf }) {
  const entries = useWords(entryWords)
  const signs = useWords(signWords)
  const { may, document } = useDesk()
  const { top, below } = stackOf(entryOf(document.judgements, leaf.id))
  const typed = judgingLayer(leaf, may)?.layer
  const shown = [top, ...below].flatMap((layer) => (layer === undefined ? [] : [layer]))
  return (
    <>
      {shown.map((layer) => (
        <LayerNote
          key={layer.layer}
          layer={layer}
          shown={panelText(layer, signs.semicolon) || judgementCellText(leaf, { layers: [layer] }, entries)}
          isWhyShown={layer.layer !== typed && panelText(layer, '') === ''}
          isUnder={layer !== top}
        />
      ))}
    </>
  )
}
