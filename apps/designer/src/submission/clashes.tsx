import { type InputValue, indicatorById, itemById, type Layer, type LayerEntry, type Scheme } from '@yardstick/model'
import { Alert, Button } from 'antd'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { Clash } from './journal.ts'
import { useSubmission, useSubmissionView } from './use-submission.ts'
import { submissionWords } from './words.ts'

/** Where two people have written the same: each is decided by a click, and nobody's word is lost unseen. */
export function Clashes() {
  const w = useWords(submissionWords)
  const { open } = useSubmission()
  const clashes = useSubmissionView((view) => view.clashes)
  if (clashes.length === 0) return null
  return (
    <Alert
      className="submission-clashes"
      type="warning"
      showIcon
      role="alert"
      title={w.clashTitle(clashes.length)}
      description={
        <ul>
          {clashes.map((each) => (
            <ClashLine key={JSON.stringify(each.entry)} clash={each} scheme={open.loaded.scheme} />
          ))}
        </ul>
      }
    />
  )
}

function ClashLine({ clash, scheme }: { clash: Clash; scheme: Scheme }) {
  const w = useWords(submissionWords)
  const language = useLanguage()
  const { open } = useSubmission()
  const { entry, theirs } = clash
  const name = nameOf(scheme, entry)
  const text = (layer: Pick<Layer, 'value' | 'state'> | LayerEntry | null) =>
    layer?.state === 'not-applicable' ? w.notApplicable : valueText(layer?.value)
  const valueText = (value: InputValue | undefined): string => {
    if (value === undefined || value === null || value === '') return w.nothing
    if (typeof value === 'boolean') return value ? w.yes : w.no
    if (Array.isArray(value)) return w.records(value.length)
    return typeof value === 'object' ? (value.level ?? w.judged) : String(value)
  }
  return (
    <li>
      <strong>{entry.unit === undefined ? name : `${entry.unit} / ${name}`}</strong>
      <span>{w.mineValue(text(entry))}</span>
      <span>{w.theirsValue(text(theirs), whoText(theirs?.who ?? '', language))}</span>
      <Button onClick={() => open.settle([clash], 'mine')}>{w.mine}</Button>
      <Button onClick={() => open.settle([clash], 'theirs')}>{w.theirs}</Button>
    </li>
  )
}

function nameOf(scheme: Scheme, { of, id }: LayerEntry): string {
  if (of === 'items') return itemById(scheme).get(id)?.label ?? id
  return indicatorById(scheme).get(id)?.path.join(' / ') ?? id
}
