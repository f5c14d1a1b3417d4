import { type Indicator, indicatorById, isBranch, type Scheme, walk } from '@yardstick/model'
import { App, Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Modal } from '../../parts/modal.tsx'
import { searchRank } from '../../parts/pinyin.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { designer, useDesigner } from '../../store/use-designer.ts'
import '../management.css'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import type { Entry } from './entry.ts'
import { EntryPicture } from './entry-picture.tsx'
import './library.css'
import { LibraryList } from './library-list.tsx'
import { takeOver } from './module.ts'
import { TagList } from './tag-list.tsx'
import { useEntries } from './use-entries.ts'
import { libraryWords } from './words.ts'

/** 从指标库取用: looks through the library and puts an entry into the open scheme, as one step that can be undone. */
export function TakeOverDialog() {
  const w = useWords(libraryWords)
  const signs = useWords(signWords)
  const { message } = App.useApp()
  const entries = useEntries()
  const [id, setId] = useState<string>()
  const { value: entry, trouble, reload } = useAnswer<Entry>(id === undefined ? undefined : `/api/library/${id}`)
  const scheme = useDesigner((state) => state.design?.scheme)
  const active = useDesigner((state) => state.view.selection.active)
  const onServer = useDesigner((state) => state.server?.head?.id)
  const [parent, setParent] = useState<string | null>(() => branchAt(active))
  const close = () => designer.setView({ dialog: null })
  const taken = useMemo(
    () => (scheme === undefined || entry === undefined ? undefined : takeOver(scheme, entry.module, parent, active)),
    [scheme, entry, parent, active],
  )
  const branches = useMemo(
    () =>
      scheme === undefined
        ? []
        : walk(scheme).flatMap(({ node, path }) =>
            isBranch(node) ? [{ value: node.id, label: path.join(' / ') }] : [],
          ),
    [scheme],
  )
  const behind = siblingsOf(scheme, parent).find(({ id: each }) => each === active)?.name
  const take = async () => {
    if (entry === undefined || taken === undefined) return
    const label = { zh: libraryWords.zh.takeLabel(entry.name), en: libraryWords.en.takeLabel(entry.name) }
    const before = designer.getState().revision
    const issues = designer.edit(label, taken.edit)
    // What is under review is not changed; the page says so already.
    if (issues.length > 0 || designer.getState().revision === before) return close()
    const [first] = taken.ids
    if (first !== undefined) designer.setView({ selection: { active: first, column: null, ids: [...taken.ids] } })
    close()
    message.success(w.taken(entry.name, taken.kept.length))
    if (onServer === undefined) return
    try {
      for (const indicator of taken.ids)
        await ask('POST', `/api/library/${entry.id}/uses`, { body: { scheme: onServer, indicator } })
    } catch {
      message.warning(w.elsewhere)
    }
  }
  const isEmpty = entries.pages.rows.length === 0 && entries.pages.isWhole && !entries.isFiltered
  return (
    <Modal
      title={w.takeTitle}
      width={1040}
      onCancel={close}
      footer={
        <Button type="primary" disabled={taken === undefined} onClick={take}>
          {w.take}
        </Button>
      }
    >
      {isEmpty ? (
        <p className="management-how">{w.emptyText}</p>
      ) : (
        <div className="library-dialog">
          <LibraryList entries={entries} chosen={id} onChoose={(chosen) => setId(chosen.id)} />
          <div className="library-dialog-entry">
            <Trouble of={trouble} onRetry={reload} />
            {entry === undefined ? (
              <p className="management-how">{w.choose}</p>
            ) : (
              <>
                <TagList tags={entry.tags} />
                <EntryPicture module={entry.module} />
              </>
            )}
          </div>
        </div>
      )}
      {entry !== undefined && (
        <div className="library-under">
          <span>{w.under}</span>
          <Select
            value={parent ?? TOP}
            aria-label={w.under}
            options={[{ value: TOP, label: w.top }, ...branches]}
            showSearch={{
              filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined,
            }}
            onChange={(next: string) => setParent(next === TOP ? null : next)}
          />
          {behind !== undefined && <span className="management-count">{w.behind(behind)}</span>}
          {taken !== undefined && taken.kept.length > 0 && (
            <span className="management-count">{w.keeps(taken.kept.slice(0, 6).join(signs.list))}</span>
          )}
        </div>
      )}
    </Modal>
  )
}

function siblingsOf(scheme: Scheme | undefined, parent: string | null): readonly Indicator[] {
  if (scheme === undefined || parent === null) return scheme?.indicators ?? []
  const node = indicatorById(scheme).get(parent)?.node
  return node !== undefined && isBranch(node) ? node.children : []
}

/** No id is an empty text. */
const TOP = ''

/** The branch that is selected, or the one the selected leaf is in. */
function branchAt(active: string | null): string | null {
  const scheme = designer.getState().design?.scheme
  const place = scheme === undefined || active === null ? undefined : indicatorById(scheme).get(active)
  if (scheme === undefined || place === undefined) return null
  if (isBranch(place.node)) return place.node.id
  return walk(scheme).find(({ node }) => isBranch(node) && node.children.includes(place.node))?.node.id ?? null
}
