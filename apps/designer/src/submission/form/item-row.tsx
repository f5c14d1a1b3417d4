import { MoreOutlined } from '@ant-design/icons'
import { entryOf, type Item, isForEvaluators } from '@yardstick/model'
import { Button, type MenuProps } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import { cellText } from '../../parts/entry/read-cell.ts'
import { entryWords } from '../../parts/entry/words.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { MenuButton } from '../../parts/menu-button.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { EvidenceFile } from '../evidence.ts'
import { useSubmission, useSubmissionView } from '../use-submission.ts'
import { useUploads } from '../use-uploads.ts'
import { ChoiceField } from './choice-field.tsx'
import { type EarlierValues, earlierEntry } from './earlier-values.ts'
import { EvidenceCell } from './evidence-cell.tsx'
import { localText } from './local-text.ts'
import { goToEntry } from './moves.ts'
import { ReasonField } from './reason-field.tsx'
import { RecordsField } from './records-field.tsx'
import { issuesOf, lacksEvidence } from './still-open.ts'
import { unitTotal } from './units/unit-totals.ts'
import { unitsWords } from './units/words.ts'
import { type Entering, useEntering } from './use-entering.ts'
import { ValueField } from './value-field.tsx'
import { formPartWords } from './words.ts'

/** One data item: what it is, its value now and before, its evidence. */
export function ItemRow({
  item,
  alsoIn,
  earlier,
  files,
}: {
  item: Item
  alsoIn: readonly string[]
  earlier: EarlierValues | undefined
  files: readonly EvidenceFile[]
}) {
  const w = useWords(formPartWords)
  const e = useWords(entryWords)
  const signs = useWords(signWords)
  const { open, rights } = useSubmission()
  const entering = useEntering(item)
  const uploads = useUploads(item.id)
  const [isOver, setIsOver] = useState(false)
  // Whoever wants to give a reason writes it before anything is said.
  const [asked, setAsked] = useState<'missing' | 'not-applicable'>()
  const noteId = useId()
  const isLacking = useSubmissionView(({ document }) => lacksEvidence(document, item))
  const before = earlier === undefined ? '' : cellText(item, earlierEntry(earlier, item), e)
  const { name } = entering
  const local = localText(item, open.loaded.head.mapping, w)
  const facts = [
    ...(item.period === 'last-year' ? [w.lastYear] : []),
    ...(item.source === undefined ? [] : [w.source(item.source)]),
    ...(item.filledBy === undefined ? [] : [w.filledBy(item.filledBy)]),
    ...(alsoIn.length === 0 ? [] : [w.alsoIn(alsoIn.join(signs.list))]),
  ]
  const onDrag = (event: DragEvent) => {
    if (!rights.report || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(event.type === 'dragover')
    if (event.type === 'drop') uploads.send([...event.dataTransfer.files])
  }
  return (
    <tr
      className={isOver ? 'form-item is-over' : 'form-item'}
      onDragOver={onDrag}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrag}
    >
      <th scope="row">
        <span className="form-name">
          {name}
          {item.required === true && !isForEvaluators(item) && (
            <span className="form-required" title={w.required} aria-hidden="true">
              *
            </span>
          )}
        </span>
        <div id={noteId}>
          {local !== undefined && <p className="form-facts">{local}</p>}
          {(facts.length > 0 || item.note !== undefined) && (
            <p className="form-facts">
              {[...facts, ...(item.note === undefined ? [] : [item.note])].join(signs.semicolon)}
            </p>
          )}
        </div>
      </th>
      <td>
        <Value
          item={item}
          entering={entering}
          asked={asked}
          onAsked={setAsked}
          describedBy={facts.length > 0 || local !== undefined ? noteId : undefined}
        />
        <Remarks item={item} />
      </td>
      {earlier !== undefined && (
        <td className="form-earlier">
          {before === '' ? '' : item.unit !== undefined && item.type !== 'rate' ? `${before} ${item.unit}` : before}
        </td>
      )}
      <td>
        <EvidenceCell name={name} needed={item.evidence} isLacking={isLacking} files={files} uploads={uploads} />
      </td>
    </tr>
  )
}

function Value({
  item,
  entering,
  asked,
  onAsked,
  describedBy,
}: {
  item: Item
  entering: Entering
  asked: 'missing' | 'not-applicable' | undefined
  onAsked: (state: 'missing' | 'not-applicable' | undefined) => void
  describedBy: string | undefined
}) {
  const w = useWords(formPartWords)
  const { rights } = useSubmission()
  const units = useSubmissionView(
    ({ document }) => (document.units ?? []).filter(({ items }) => entryOf(items, item.id) !== undefined).length,
  )
  const { layer, name, text } = entering
  const said = layer?.state === 'missing' || layer?.state === 'not-applicable' ? layer.state : undefined
  const state = asked ?? said
  if (units > 0 && layer === null) return <FromUnits item={item} />
  if (!rights.report) return <Said item={item} entering={entering} />
  const ask = (next: 'missing' | 'not-applicable') => {
    // Beside a value that stays until the reason is there.
    onAsked(next)
    requestAnimationFrame(() => goToEntry(item.id))
  }
  const items: MenuProps['items'] = [
    ...(state === undefined
      ? []
      : [
          {
            key: 'value',
            label: w.asValue,
            onClick: () => {
              onAsked(undefined)
              if (said !== undefined) entering.clear()
              requestAnimationFrame(() => goToEntry(item.id))
            },
          },
        ]),
    ...(state === 'missing' ? [] : [{ key: 'missing', label: w.asMissing, onClick: () => ask('missing') }]),
    ...(state === 'not-applicable' || item.mayBeNotApplicable !== true
      ? []
      : [{ key: 'not-applicable', label: w.asNotApplicable, onClick: () => ask('not-applicable') }]),
    ...(text === '' ? [] : [{ key: 'clear', label: w.clear, onClick: () => entering.clear() }]),
  ]
  const isTyped = state !== undefined || !['choice', 'boolean', 'list'].includes(item.type)
  return (
    <div className="form-value">
      <div className="form-value-own">
        {state !== undefined ? (
          <ReasonField key={state} id={item.id} entering={entering} state={state} onLeave={() => onAsked(undefined)} />
        ) : item.type === 'boolean' || (item.type === 'choice' && item.choices !== undefined) ? (
          <ChoiceField item={item} entering={entering} />
        ) : item.type === 'list' ? (
          <RecordsField item={item} entering={entering} />
        ) : (
          <ValueField item={item} entering={entering} describedBy={describedBy} />
        )}
      </div>
      <MenuButton menu={{ items }}>
        <Button
          type="text"
          className="form-tool form-more"
          icon={<MoreOutlined />}
          aria-label={w.more(name)}
          // From a typed field it opens by Alt+↓, and Tab goes from value to value.
          tabIndex={isTyped ? -1 : 0}
        />
      </MenuButton>
    </div>
  )
}

/** What its units come to together; who wants to give it for the whole clears them, or writes it in the table below. */
function FromUnits({ item }: { item: Item }) {
  const w = useWords(unitsWords)
  const document_ = useSubmissionView(({ document }) => document)
  const evaluation = useSubmissionView((view) => view.evaluation)
  const total = unitTotal(item, document_, evaluation)
  const count = document_.units?.length ?? 0
  if (total === undefined) return null
  return (
    <span className="form-said">
      {total.missing > 0 || total.shown === undefined ? w.ofUnits(count) : w.ofUnitsShown(count, total.shown)}{' '}
      {total.missing > 0 && <span className="form-units-lacking">{w.missing(total.missing)}</span>}
      <Button type="link" aria-label={w.toUnitsOf(item.label ?? item.id)} onClick={() => goToEntry(item.id)}>
        {w.toUnits}
      </Button>
    </span>
  )
}

/** As it was said, to be read. */
function Said({ item, entering }: { item: Item; entering: Entering }) {
  const w = useWords(formPartWords)
  const signs = useWords(signWords)
  const { layer, text } = entering
  if (layer?.state === 'missing') {
    return <span className="form-said">{layer.why === undefined ? w.empty : signs.aside(w.empty, layer.why)}</span>
  }
  if (Array.isArray(layer?.value)) return <Records item={item} records={layer.value} />
  if (text === '') return <span className="form-said is-empty">{w.empty}</span>
  const isPlain = item.unit === undefined || item.type === 'rate' || layer?.state === 'not-applicable'
  return <span className="form-said">{isPlain ? text : `${text} ${item.unit}`}</span>
}

function Records({ item, records }: { item: Item; records: readonly { readonly [field: string]: unknown }[] }) {
  const fields = item.fields?.map(({ id }) => id) ?? [...new Set(records.flatMap((record) => Object.keys(record)))]
  return (
    <div className="form-records">
      <table>
        <thead>
          <tr>
            {fields.map((field) => (
              <th scope="col" key={field}>
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={at}>
              {fields.map((field) => (
                <td key={field}>{String(record[field] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What the model says of the value as it is written; the evidence says its own. */
function Remarks({ item }: { item: Item }) {
  const w = useWords(unitsWords)
  const language = useLanguage()
  const all = useSubmissionView((view) => view.issues)
  const issues = issuesOf(all, item).filter(({ code }) => code !== 'SUBMISSION_EVIDENCE')
  const isOfUnits = useSubmissionView(({ document }) => unitTotal(item, document, null)?.isOverruled === true)
  return (
    <>
      {isOfUnits && <p className="form-remark">{w.alsoOfUnits}</p>}
      {issues.slice(0, 3).map((each) => (
        <p
          key={`${each.code} ${each.pointer}`}
          className={each.severity === 'error' ? 'form-wrong' : 'form-remark'}
          role={each.severity === 'error' ? 'alert' : undefined}
        >
          {issueText({ ...each, where: [] }, language)}
        </p>
      ))}
    </>
  )
}
