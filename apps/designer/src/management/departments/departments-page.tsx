import {
  DownOutlined,
  EditOutlined,
  PlusOutlined,
  RightOutlined,
  SnippetsOutlined,
  StopOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { App, Button, Select, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { search } from '../../parts/pinyin.ts'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { useRegions } from '../regions.ts'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { DepartmentForm } from './department-form.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { RegionsDialog } from './regions-dialog.tsx'
import './departments.css'
import { type Department, type TreeRow, treeRows } from './tree.ts'
import { departmentWords } from './words.ts'

type Open =
  | { kind: 'form'; department?: Department; parent?: Department }
  | { kind: 'paste' }
  | { kind: 'regions' }
  | null

const readDepartments = ({ departments }: { departments: readonly Department[] }) => departments
const idOf = ({ id }: Department) => id

/** 单位: the tree of all units somebody may see; administrators add, change and retire them. */
export function DepartmentsPage({ session }: { session: Session }) {
  const w = useWords(departmentWords)
  const m = useWords(managementWords)
  const { message, modal } = App.useApp()
  const pages = usePages('/api/departments', {}, readDepartments, idOf, true)
  const regions = useRegions()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const [type, setType] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const [trouble, setTrouble] = useState<unknown>()
  const mayWrite = may(session, 'department.write')
  const departments = pages.rows
  const types = useMemo(() => [...new Set(departments.map((each) => each.type))].sort(), [departments])
  const rows = useMemo(() => {
    const found =
      typed.trim() === '' && type === ''
        ? undefined
        : new Set(
            (typed.trim() === '' ? departments : search(departments, typed, ({ name, code }) => [name, code]))
              .filter((each) => type === '' || each.type === type)
              .map(({ id }) => id),
          )
    return treeRows(departments, folded, found === undefined ? undefined : ({ id }) => found.has(id))
  }, [departments, folded, typed, type])

  const toggle = (id: string) =>
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const done = (text: string) => {
    setOpen(null)
    message.success(text)
    void pages.reload()
  }
  const retire = (department: Department) =>
    modal.confirm({
      title: w.retireTitle(department.name),
      content: w.retireText,
      okText: w.retire,
      okButtonProps: { danger: true },
      cancelText: m.cancel,
      async onOk() {
        try {
          await ask('DELETE', `/api/departments/${department.id}`, { revision: department.revision })
          setTrouble(undefined)
          done(w.retired(department.name))
        } catch (error) {
          setTrouble(error)
        }
      },
    })

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left out only acts
  const columns = useMemo<ListColumn<TreeRow>[]>(
    () => [
      {
        id: 'name',
        title: w.name,
        width: 'minmax(280px, 3fr)',
        cell: (row) => (
          <span className="departments-name" style={{ paddingInlineStart: row.depth * 18 }}>
            {row.below > 0 ? (
              <button
                type="button"
                className="departments-fold"
                aria-expanded={!row.isFolded}
                aria-label={`${row.isFolded ? m.unfold : m.fold} ${row.department.name}`}
                onClick={() => toggle(row.department.id)}
              >
                {row.isFolded ? <RightOutlined /> : <DownOutlined />}
              </button>
            ) : (
              <span className="departments-leaf" />
            )}
            {mayWrite ? (
              <button
                type="button"
                className="list-link"
                onClick={() => setOpen({ kind: 'form', department: row.department })}
              >
                {row.department.name}
              </button>
            ) : (
              <span className="list-text">{row.department.name}</span>
            )}
            {row.below > 0 && <span className="departments-below">{row.below}</span>}
          </span>
        ),
      },
      { id: 'type', title: w.type, width: 'minmax(100px, 1fr)', cell: (row) => row.department.type },
      {
        id: 'region',
        title: w.region,
        width: 'minmax(160px, 1fr)',
        cell: (row) => regions.text(row.department.region),
      },
      { id: 'code', title: w.code, width: 'minmax(150px, 1fr)', cell: (row) => row.department.code },
      ...(mayWrite
        ? [
            {
              id: 'do',
              title: '',
              width: '100px',
              align: 'end' as const,
              cell: ({ department }: TreeRow) => (
                <span className="list-actions">
                  <Tooltip title={w.addBelow(department.name)}>
                    <Button
                      type="text"
                      icon={<PlusOutlined />}
                      aria-label={w.addBelow(department.name)}
                      onClick={() => setOpen({ kind: 'form', parent: department })}
                    />
                  </Tooltip>
                  <Tooltip title={w.change(department.name)}>
                    <Button
                      type="text"
                      icon={<EditOutlined />}
                      aria-label={w.change(department.name)}
                      onClick={() => setOpen({ kind: 'form', department })}
                    />
                  </Tooltip>
                  <Tooltip title={w.retire}>
                    <Button
                      type="text"
                      icon={<StopOutlined />}
                      aria-label={`${w.retire} ${department.name}`}
                      onClick={() => retire(department)}
                    />
                  </Tooltip>
                </span>
              ),
            },
          ]
        : []),
    ],
    [w, m, mayWrite, regions],
  )

  const isEmpty = departments.length === 0 && pages.isWhole
  return (
    <div className="departments">
      <div className="management-bar">
        <SearchField value={typed} onChange={setTyped} />
        <Select
          className="departments-types"
          aria-label={w.type}
          value={type}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: w.allTypes }, ...types.map((each) => ({ value: each, label: each }))]}
          onChange={setType}
        />
        <span className="management-count">{w.count(departments.length)}</span>
        <span className="management-gap" />
        {mayWrite && (
          <>
            <Button type="text" onClick={() => setOpen({ kind: 'regions' })}>
              {w.regions}
            </Button>
            <Button icon={<SnippetsOutlined />} onClick={() => setOpen({ kind: 'paste' })}>
              {w.import}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'form' })}>
              {w.add}
            </Button>
          </>
        )}
      </div>
      <Trouble of={trouble ?? pages.trouble} onRetry={pages.trouble === undefined ? undefined : pages.reload} />
      {isEmpty ? (
        <Empty icon={<TeamOutlined />} title={w.emptyTitle} text={mayWrite ? w.emptyText : w.emptyReader}>
          {mayWrite && (
            <>
              <Button type="primary" icon={<SnippetsOutlined />} onClick={() => setOpen({ kind: 'paste' })}>
                {w.import}
              </Button>
              <Button icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'form' })}>
                {w.add}
              </Button>
            </>
          )}
        </Empty>
      ) : (
        <ListTable
          label={m.rooms.departments}
          columns={columns}
          rows={rows}
          rowKey={({ department }) => department.id}
          isWaiting={pages.isWaiting}
          look={(row) => (row.isFaint ? 'list-faint' : undefined)}
          empty={pages.trouble === undefined && <p className="management-note">{m.nothingFound}</p>}
        />
      )}
      {open?.kind === 'form' && (
        <DepartmentForm
          department={open.department}
          parent={open.parent}
          departments={departments}
          types={types}
          regions={regions}
          onDone={(name) => done(w.saved(name))}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'paste' && (
        <PasteDialog
          types={types}
          regions={regions}
          region={departments[0]?.region ?? ''}
          onDone={(count) => done(w.paste.applied(count))}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'regions' && (
        <RegionsDialog
          regions={regions}
          onDone={(count) => {
            void regions.reload()
            done(w.regionPaste.saved(count))
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
