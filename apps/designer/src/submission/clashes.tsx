import { type InputValue, indicatorById, itemById, type Layer, type LayerEntry, type Scheme } from '@yardstick/model'
import { Alert, Button } from 'antd'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { ClaimClash } from './claims.ts'
import type { Clash } from './journal.ts'
import { useSubmission, useSubmissionView } from './use-submission.ts'
import { submissionWords } from './words.ts'

/** Where two people have written the same: each is decided by a click, and nobody's word is lost unseen. */
export function Clashes() {
  const w = useWords(submissionWords)
  const { open } = useSubmission()
  const clashes = useSubmissionView((view) => view.clashes)
  if (clashes.length === 0) return null
  const { scheme } = open.loaded
  return (
    <Alert
      className="submission-clashes"
      type="warning"
      showIcon
      role="alert"
      title={w.clashTitle(clashes.length)}
      description={
        <ul>
          {clashes.map((each) =>
            'entry' in each ? (
              <LayerLine key={JSON.stringify(each.entry)} clash={each} scheme={scheme} />
            ) : (
              <ClaimLine key={`claim ${each.leaf}`} clash={each} scheme={scheme} />
            ),
          )}
        </ul>
      }
    />
  )
}

function LayerLine({ clash, scheme }: { clash: Clash; scheme: Scheme }) {
  const w = useWords(submissionWords)
  const language = useLanguage()
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
  const who = whoText(theirs?.who ?? '', language)
  return (
    <Line
      clash={clash}
      name={entry.unit === undefined ? name : `${entry.unit} / ${name}`}
      mine={text(entry)}
      theirs={text(theirs)}
      who={who}
    />
  )
}

function ClaimLine({ clash, scheme }: { clash: ClaimClash; scheme: Scheme }) {
  const w = useWords(submissionWords)
  const { leaf, mine, theirs } = clash
  const path = leaf === null ? w.claimTotal : (indicatorById(scheme).get(leaf)?.path.join(' / ') ?? leaf)
  return <Line clash={clash} name={w.claimOf(path)} mine={mine ?? w.nothing} theirs={theirs ?? w.nothing} who="" />
}

function Line({
  clash,
  name,
  mine,
  theirs,
  who,
}: {
  clash: Clash | ClaimClash
  name: string
  mine: string
  theirs: string
  who: string
}) {
  const w = useWords(submissionWords)
  const { open } = useSubmission()
  return (
    <li>
      <strong>{name}</strong>
      <span>{w.mineValue(mine)}</span>
      <span>{w.theirsValue(theirs, who)}</span>
      <Button onClick={() => open.settle(clash, 'mine')}>{w.mine}</Button>
      <Button onClick={() => open.settle(clash, 'theirs')}>{w.theirs}</Button>
    </li>
  )
}

function nameOf(scheme: Scheme, { of, id }: LayerEntry): string {
  if (of === 'items') return itemById(scheme).get(id)?.label ?? id
  return indicatorById(scheme).get(id)?.path.join(' / ') ?? id
}
