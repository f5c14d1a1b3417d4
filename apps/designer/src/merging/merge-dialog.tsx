import { Alert, App, Button, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import type { MergeComparison } from '../evaluation/compare-merge.ts'
import { engineOf } from '../evaluation/engine.ts'
import { Modal } from '../parts/modal.tsx'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { MergeProposal } from '../store/server-side.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import './merge.css'
import { mayBeMine, resolve } from './resolve.ts'
import { mergeWords } from './words.ts'

const close = () => designer.setView({ dialog: null })

/** What others saved while somebody edited here, put together with it: what goes by itself, and what has to be chosen. */
export function MergeDialog() {
  const proposal = useDesigner((state) => state.server?.proposal ?? null)
  useEffect(() => {
    if (proposal === null) close()
  }, [proposal])
  return proposal === null ? null : <Merge proposal={proposal} />
}

type Choice = 'mine' | 'theirs'

function Merge({ proposal }: { proposal: MergeProposal }) {
  const w = useWords(mergeWords)
  const { message } = App.useApp()
  const mine = useDesigner((state) => state.design!.scheme)
  const { base, theirs, savedAt } = proposal
  const savedBy = whoText(proposal.savedBy, useLanguage())
  const comparison = useMergeComparison(proposal)
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map())
  const [isBusy, setIsBusy] = useState(false)
  const conflicts = comparison?.conflicts ?? []
  const open = conflicts.filter((_, index) => !choices.has(index)).length
  const choose = (index: number, choice: Choice) => setChoices(new Map(choices).set(index, choice))
  const chooseAll = (choice: Choice) =>
    setChoices(new Map(conflicts.map(({ conflict }, index) => [index, mayBeMine(conflict) ? choice : 'theirs'])))
  const merge = async () => {
    setIsBusy(true)
    const wanted = conflicts.filter((_, index) => choices.get(index) === 'mine').map(({ conflict }) => conflict)
    const isDone = await api.settle(proposal, resolve({ base, mine, theirs }, wanted))
    setIsBusy(false)
    if (!isDone) return void message.error(w.notMerged)
    // Others may have been ahead once more; then it is told again that it is to be merged.
    if (designer.getState().server?.saving === 'saved') message.success(w.merged)
    else message.info(w.mergedHere)
    close()
  }
  return (
    <Modal
      width={720}
      title={w.title}
      okText={w.ok}
      cancelText={w.later}
      okButtonProps={{ disabled: comparison === null || open > 0, loading: isBusy }}
      onOk={merge}
      onCancel={close}
    >
      <div className="merge">
        <p>{w.text(savedBy, timeOf(savedAt))}</p>
        {comparison === null && <p role="status">{w.comparing}</p>}
        {comparison !== null && conflicts.length === 0 && <Alert type="success" showIcon title={w.noConflicts} />}
        {conflicts.length > 0 && (
          <section aria-labelledby="merge-conflicts">
            <h3 id="merge-conflicts">
              {w.conflicts(conflicts.length)}
              <span>
                <Button type="link" onClick={() => chooseAll('mine')}>
                  {w.allMine}
                </Button>
                <Button type="link" onClick={() => chooseAll('theirs')}>
                  {w.allTheirs}
                </Button>
              </span>
            </h3>
            <ul>
              {conflicts.map(({ conflict, about, ...sides }, index) => (
                <li key={`${conflict.kind} ${conflict.pointer} ${conflict.id} ${conflict.field}`}>
                  <strong id={`merge-about-${index}`}>{about}</strong>
                  <Radio.Group
                    aria-labelledby={`merge-about-${index}`}
                    value={choices.get(index) ?? null}
                    onChange={(event) => choose(index, event.target.value)}
                  >
                    <Radio value="mine" disabled={!mayBeMine(conflict)}>
                      <span className="merge-side">{w.mine}</span>{' '}
                      <span className="merge-value">{mayBeMine(conflict) ? sides.mine : w.impossible}</span>
                    </Radio>
                    <Radio value="theirs">
                      <span className="merge-side">{w.theirs(savedBy)}</span>{' '}
                      <span className="merge-value">{sides.theirs}</span>
                    </Radio>
                  </Radio.Group>
                </li>
              ))}
            </ul>
          </section>
        )}
        {comparison !== null && (
          <div className="merge-changes">
            <Changes title={w.theirChanges(savedBy, comparison.theirs.length)} sentences={comparison.theirs} />
            <Changes title={w.myChanges(comparison.mine.length)} sentences={comparison.mine} />
          </div>
        )}
        <p className="merge-open" role="status">
          {open > 0 && w.chooseFirst(open)}
        </p>
      </div>
    </Modal>
  )
}

function Changes({ title, sentences }: { title: string; sentences: readonly string[] }) {
  const w = useWords(mergeWords)
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
      <ul tabIndex={0}>
        {sentences.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences may be alike, and never move
          <li key={index}>{each}</li>
        ))}
        {sentences.length === 0 && <li>{w.none}</li>}
      </ul>
    </section>
  )
}

function useMergeComparison({ base, theirs }: MergeProposal): MergeComparison | null {
  const mine = useDesigner((state) => state.design!.scheme)
  const language = useLanguage()
  const [comparison, setComparison] = useState<MergeComparison | null>(null)
  useEffect(() => {
    let isWanted = true
    engineOf()
      .compareMerge(base, mine, theirs, language)
      .then((found) => isWanted && setComparison(found))
    return () => {
      isWanted = false
    }
  }, [base, mine, theirs, language])
  return comparison
}

function timeOf(iso: string): string {
  const date = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}
