import type { Scheme } from '@yardstick/model'
import { App, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import type { PreparedUpdate } from '../../evaluation/prepare-update.ts'
import { issueText } from '../../parts/issue-text.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import type { Side, SideRow } from '../side-by-side/rows.ts'
import { SideBySide } from '../side-by-side/side-by-side.tsx'
import { takeOver, useCanTakeOver } from '../side-by-side/take-over.ts'
import { proposalWords } from './words.ts'

/** A proposal, thing by thing, against the scheme as it stands; what is accepted becomes one undo step. */
export function ProposalReview({
  base,
  proposed,
  publisher,
  reasons,
  onClose,
}: {
  base: Scheme
  proposed: Scheme
  publisher: string
  /** By indicator id. */
  reasons: Readonly<Record<string, string>>
  onClose: () => void
}) {
  const w = useWords(proposalWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const mine = useDesigner((state) => state.design!.scheme)
  const isReadOnly = !useCanTakeOver()
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const [prepared, setPrepared] = useState<{
    readonly of: ReadonlySet<string>
    readonly found: Omit<PreparedUpdate, 'parameters'>
  }>()
  useEffect(() => {
    let isWanted = true
    const asked = { base, proposed, accepted: [...accepted], known: designer.getState().results.issues }
    engineOf()
      .prepareProposal(mine, asked, language)
      .then((found) => isWanted && setPrepared({ of: accepted, found }))
    return () => {
      isWanted = false
    }
  }, [base, proposed, mine, accepted, language])
  const rows = useMemo(
    () =>
      prepared?.found.rows.map((row): SideRow => {
        const taken: Side = accepted.has(row.key) ? 'theirs' : 'mine'
        const fields = row.fields.map((field) => ({ ...field, taken }))
        return { ...row, fields, reason: row.of === 'indicator' ? reasons[row.id] : undefined }
      }) ?? [],
    [prepared?.found, accepted, reasons],
  )
  if (prepared === undefined) return <p className="pair-notice">{w.loading}</p>
  const result = prepared.of === accepted ? prepared.found : null
  const choose = (row: SideRow, isAccepted: boolean) => {
    const next = new Set(accepted)
    if (isAccepted) next.add(row.key)
    else next.delete(row.key)
    setAccepted(next)
  }
  const errors = result?.issues.filter(({ issue }) => issue.severity === 'error').length ?? 0
  const apply = () => {
    if (result === null) return
    const label = { zh: proposalWords.zh.label(publisher), en: proposalWords.en.label(publisher) }
    const first = takeOver(label, result.scheme)
    if (first !== undefined) return void message.error(w.notApplied(issueText(first, language)))
    message.success(w.applied)
    onClose()
  }
  const both = rows.filter((row) => row.changed === 'both').length
  return (
    <>
      <SideBySide
        rows={rows}
        result={result}
        names={{
          mine: w.mine,
          theirs: w.theirs,
          takeMine: w.refuse,
          takeTheirs: w.accept,
          sentencesOf: { theirs: w.theirChanges, mine: w.myChanges },
        }}
        filters={[
          { key: 'all', label: w.filters.all(rows.length) },
          ...(both > 0 ? [{ key: 'both' as const, label: w.filters.both(both) }] : []),
        ]}
        buttonsOf={(row) => [
          { label: w.accept, isOn: accepted.has(row.key), onClick: () => choose(row, true) },
          { label: w.refuse, isOn: !accepted.has(row.key), onClick: () => choose(row, false) },
        ]}
        hasReasons
      />
      <footer className="pair-foot">
        <p className="pair-counts" role="status">
          {isReadOnly ? (
            w.frozen
          ) : (
            <>
              {w.counts(accepted.size, rows.length)}
              {accepted.size > 0 && ' · '}
              {accepted.size > 0 &&
                (result === null ? w.checking : errors > 0 ? <strong>{w.errors(errors)}</strong> : w.fine)}
            </>
          )}
        </p>
        <Button onClick={() => setAccepted(new Set(rows.map(({ key }) => key)))}>{w.acceptAll}</Button>
        <Button onClick={onClose}>{w.discard}</Button>
        <Button type="primary" disabled={result === null || accepted.size === 0 || isReadOnly} onClick={apply}>
          {w.apply}
        </Button>
      </footer>
    </>
  )
}
