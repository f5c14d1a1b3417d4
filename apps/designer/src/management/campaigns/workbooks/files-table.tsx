import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { countOf, lineKinds } from '../../../parts/workbook/dry-run.ts'
import { type ListColumn, ListTable } from '../../list-table.tsx'
import { outcomeText, whoseText } from './file-words.ts'
import type { ReturnDesk } from './return-desk.ts'
import { type FileStatus, type ReturnedFile, statusOf } from './returned-file.ts'
import { useReturnView } from './use-returns.ts'
import { campaignWorkbookWords } from './words.ts'

type Group = 'ready' | 'ask' | 'same' | 'bad' | 'written'
const groups: readonly Group[] = ['ready', 'ask', 'same', 'bad', 'written']

const groupOf: { readonly [S in FileStatus]: Group | undefined } = {
  reading: undefined,
  unreadable: 'bad',
  unmatched: 'ask',
  twin: 'ask',
  closed: 'bad',
  held: 'ask',
  foreign: 'bad',
  open: 'ask',
  ready: 'ready',
  same: 'same',
  writing: 'ready',
  written: 'written',
  failed: 'ask',
}

const look: { readonly [S in FileStatus]: string } = {
  reading: '',
  unreadable: 'badge-bad',
  unmatched: 'badge-warn',
  twin: 'badge-warn',
  closed: 'badge-bad',
  held: 'badge-warn',
  foreign: 'badge-bad',
  open: 'badge-warn',
  ready: 'badge-accent',
  same: '',
  writing: 'badge-accent',
  written: 'badge-good',
  failed: 'badge-bad',
}

export interface ShownFile {
  readonly file: ReturnedFile
  readonly status: FileStatus
}

/** All files with what they are now: anew with every change of one of them, and of the submissions they are held against. */
export function useShownFiles(desk: ReturnDesk): readonly ShownFile[] {
  const files = useReturnView(desk, (view) => view.files)
  const turn = useReturnView(desk, (view) => view.turn)
  // biome-ignore lint/correctness/useExhaustiveDependencies: submissions are changed in place, and counted by `turn`
  return useMemo(() => {
    const surroundings = desk.surroundings()
    return files.map((file) => ({ file, status: statusOf(file, surroundings) }))
  }, [desk, files, turn])
}

/** The files that came back, one a line; each is opened to be looked through. */
export function FilesTable({
  desk,
  shown,
  isBusy,
  onOpen,
}: {
  desk: ReturnDesk
  shown: readonly ShownFile[]
  isBusy: boolean
  onOpen: (key: number) => void
}) {
  const w = useWords(campaignWorkbookWords)
  const language = useLanguage()
  const [group, setGroup] = useState<Group>()
  const rows = group === undefined ? shown : shown.filter(({ status }) => groupOf[status] === group)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` is anew when the surroundings are
  const columns = useMemo<ListColumn<ShownFile>[]>(() => {
    const surroundings = desk.surroundings()
    return [
      {
        id: 'file',
        title: w.file,
        width: 'minmax(190px, 3fr)',
        cell: ({ file, status }) =>
          file.run === undefined && status !== 'unmatched' ? (
            <span title={file.name}>{file.name}</span>
          ) : (
            <button
              type="button"
              className="list-link workbooks-open"
              title={file.name}
              aria-label={w.openFile(file.name)}
              onClick={() => onOpen(file.key)}
            >
              {file.name}
            </button>
          ),
      },
      {
        id: 'department',
        title: w.department,
        width: 'minmax(130px, 2fr)',
        cell: ({ file }) => {
          const text = whoseText(file, surroundings, language)
          return <span title={text}>{text}</span>
        },
      },
      ...lineKinds.map(
        (kind): ListColumn<ShownFile> => ({
          id: kind,
          title: w.kindsShort[kind],
          width: kind === 'refused' ? '76px' : '58px',
          align: 'end',
          cell: ({ file, status }) => {
            const count = file.run === undefined ? undefined : countOf(file.run)[kind]
            if (count === undefined) return ''
            const isAsked = status === 'open' || kind === 'refused'
            return <span className={count === 0 ? 'list-faint' : isAsked ? `is-${kind}` : undefined}>{count}</span>
          },
        }),
      ),
      {
        id: 'status',
        title: w.status,
        width: '104px',
        cell: ({ status }) => <span className={`badge ${look[status]}`}>{w.statuses[status]}</span>,
      },
      {
        id: 'outcome',
        title: w.outcome,
        width: 'minmax(200px, 4fr)',
        cell: ({ file, status }) => {
          const text = outcomeText(file, status, surroundings, language)
          return <span title={text}>{text}</span>
        },
      },
      {
        id: 'remove',
        title: '',
        width: '48px',
        cell: ({ file }) => (
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={w.removeFile(file.name)}
            disabled={isBusy}
            onClick={() => desk.remove(new Set([file.key]))}
          />
        ),
      },
    ]
  }, [w, language, desk, shown, isBusy, onOpen])
  return (
    <>
      <fieldset className="campaign-states" aria-label={w.show}>
        <button type="button" aria-pressed={group === undefined} onClick={() => setGroup(undefined)}>
          {w.groups.all} <span>{shown.length}</span>
        </button>
        {groups.map((each) => (
          <button type="button" key={each} aria-pressed={group === each} onClick={() => setGroup(each)}>
            {w.groups[each]} <span>{shown.filter(({ status }) => groupOf[status] === each).length}</span>
          </button>
        ))}
      </fieldset>
      <ListTable
        label={w.files}
        columns={columns}
        rows={rows}
        rowKey={({ file }) => String(file.key)}
        empty={<p className="management-note">{w.nothingFound}</p>}
      />
    </>
  )
}
