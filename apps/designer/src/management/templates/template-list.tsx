import { DownOutlined, FileProtectOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { momentText } from '../../parts/date-text.ts'
import { FileButton } from '../../parts/file-button.tsx'
import { searchRank } from '../../parts/pinyin.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { may } from '../../server/may.ts'
import { hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import type { TemplateHead } from '../../server/templates.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { type Facet, facetOptions, facets, filtered, leavesOf, type TemplateFilter } from './template-rows.ts'
import { TrustMark } from './trust-mark.tsx'
import type { Templates } from './use-templates.ts'
import { templateWords } from './words.ts'

interface Row {
  readonly head: TemplateHead
  /** Of the newest version: how many others there are. */
  readonly older: number
  readonly isOlder: boolean
}

/** The library as a table: the newest version of each template, the others below it when they are asked for. */
export function TemplateList({
  templates,
  session,
  onFile,
}: {
  templates: Templates
  session: Session
  /** Undefined for who may not take packages in. */
  onFile: ((file: File | undefined) => void) | undefined
}) {
  const w = useWords(templateWords)
  const m = useWords(managementWords)
  const [filter, setFilter] = useState<TemplateFilter>({ search: '', kind: 'template' })
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { groups } = templates
  const found = useMemo(() => filtered(groups, filter), [groups, filter])
  const rows = useMemo<Row[]>(
    () =>
      found.flatMap(({ key, newest, older }) => [
        { head: newest, older: older.length, isOlder: false },
        ...(open.has(key) ? older.map((head) => ({ head, older: 0, isOlder: true })) : []),
      ]),
    [found, open],
  )
  const keys = useMemo(() => new Map(found.map(({ key, newest }) => [newest.hash, key])), [found])
  const toggle = (head: TemplateHead) => {
    const key = keys.get(head.hash)
    if (key === undefined) return
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  const isOpen = (head: TemplateHead) => open.has(keys.get(head.hash) ?? '')
  const columns = useColumns(isOpen, toggle)
  const hasProposals = groups.some(({ newest }) => newest.kind === 'proposal')
  const isFiltered = filter.search !== '' || facets.some((facet) => filter[facet] !== undefined)
  const inKind = groups.filter(({ newest }) => newest.kind === filter.kind).length
  if (groups.length === 0 && templates.isWhole) {
    return (
      <Empty icon={<FileProtectOutlined />} title={w.emptyTitle} text={w.emptyText}>
        {onFile !== undefined && <TakeIn onFile={onFile} type="primary" />}
        <KeysLink session={session} />
      </Empty>
    )
  }
  return (
    <>
      <div className="management-bar templates-bar">
        {(hasProposals || filter.kind === 'proposal') && (
          <Segmented
            aria-label={w.kindLabel}
            value={filter.kind}
            options={(['template', 'proposal'] as const).map((value) => ({ value, label: w.kinds[value] }))}
            onChange={(kind) => setFilter({ ...filter, kind })}
          />
        )}
        <SearchField
          value={filter.search}
          placeholder={w.search}
          onChange={(search) => setFilter({ ...filter, search })}
        />
        {facets.map((facet) => (
          <FacetSelect key={facet} facet={facet} templates={templates} filter={filter} onChange={setFilter} />
        ))}
        <span className="management-count" role="status">
          {found.length === inKind ? w.count(found.length) : m.found(found.length, inKind)}
        </span>
        <span className="management-gap" />
        {onFile !== undefined && <TakeIn onFile={onFile} />}
        {onFile !== undefined && <Button href={hrefOf('templates', 'catalogues')}>{w.catalogues}</Button>}
        <KeysLink session={session} />
      </div>
      <Trouble of={templates.trouble} onRetry={templates.reload} />
      <ListTable
        label={w.library}
        columns={columns}
        rows={rows}
        rowKey={({ head }) => head.hash}
        isWaiting={templates.isWaiting && rows.length === 0}
        look={({ isOlder }) => (isOlder ? 'templates-older' : undefined)}
        empty={
          templates.trouble === undefined && (
            <p className="management-note">
              {filter.kind === 'proposal' && !isFiltered ? w.noProposals : w.nothing}{' '}
              {isFiltered && (
                <Button type="link" onClick={() => setFilter({ search: '', kind: filter.kind })}>
                  {w.clear}
                </Button>
              )}
            </p>
          )
        }
      />
    </>
  )
}

function TakeIn({
  onFile,
  type = 'default',
}: {
  onFile: (file: File | undefined) => void
  type?: 'primary' | 'default'
}) {
  const w = useWords(templateWords)
  return <FileButton label={w.takeIn} accept=".yardstick" takes="file" type={type} onFiles={([file]) => onFile(file)} />
}

function KeysLink({ session }: { session: Session }) {
  const w = useWords(templateWords)
  return may(session, 'key.manage') ? <Button href={hrefOf('templates', 'keys')}>{w.keys}</Button> : null
}

function FacetSelect({
  facet,
  templates: { groups },
  filter,
  onChange,
}: {
  facet: Facet
  templates: Templates
  filter: TemplateFilter
  onChange: (filter: TemplateFilter) => void
}) {
  const w = useWords(templateWords)
  const named = (value: string) =>
    facet === 'level'
      ? w.levels[value as keyof typeof w.levels]
      : facet === 'source'
        ? w.sources[value as keyof typeof w.sources]
        : value
  const options = facetOptions(groups, filter, facet).map(({ value, count }) => ({
    value,
    label: w.option(named(value), count),
    name: named(value),
  }))
  return (
    <Select<string | null>
      className="templates-facet"
      value={filter[facet] ?? null}
      aria-label={w.facets[facet]}
      placeholder={w.facets[facet]}
      allowClear
      options={options}
      popupMatchSelectWidth={false}
      showSearch={
        options.length > 8 && {
          filterOption: (typed, option) => searchRank(String(option?.['name'] ?? ''), typed) !== undefined,
        }
      }
      labelRender={({ value }) => named(String(value))}
      onChange={(next) => onChange({ ...filter, [facet]: next ?? undefined })}
    />
  )
}

function useColumns(
  isOpen: (head: TemplateHead) => boolean,
  onToggle: (head: TemplateHead) => void,
): ListColumn<Row>[] {
  const w = useWords(templateWords)
  const signs = useWords(signWords)
  return [
    {
      id: 'name',
      title: w.columns.name,
      width: 'minmax(260px, 3fr)',
      cell: ({ head, older, isOlder }) => (
        <span className="templates-name">
          {older > 0 ? (
            <Button
              type="text"
              className="templates-fold"
              icon={isOpen(head) ? <DownOutlined /> : <RightOutlined />}
              aria-expanded={isOpen(head)}
              aria-label={isOpen(head) ? w.hideOlder(head.name) : w.showOlder(head.name)}
              onClick={() => onToggle(head)}
            />
          ) : (
            <span className="templates-fold" />
          )}
          <a
            className="list-link"
            href={hrefOf('templates', head.hash)}
            title={head.name}
            aria-label={isOlder ? signs.aside(head.name, head.version) : undefined}
          >
            {head.name}
          </a>
          {older > 0 && <span className="list-faint templates-more">{w.older(older)}</span>}
        </span>
      ),
    },
    { id: 'version', title: w.columns.version, width: '72px', cell: ({ head }) => head.version },
    {
      id: 'publisher',
      title: w.columns.publisher,
      width: 'minmax(120px, 1.3fr)',
      cell: ({ head }) => <span title={head.publisher}>{head.publisher}</span>,
    },
    {
      id: 'region',
      title: w.columns.region,
      width: 'minmax(110px, 1fr)',
      cell: ({ head: { region, level } }) => (
        <span title={region?.code}>
          {region?.name ?? w.everywhere}{' '}
          {level !== null && region !== null && <span className="list-faint">{w.levels[level]}</span>}
        </span>
      ),
    },
    {
      id: 'departmentTypes',
      title: w.columns.departmentTypes,
      width: 'minmax(110px, 1.2fr)',
      cell: ({ head: { departmentTypes } }) => (
        <span title={departmentTypes.join(signs.list)}>{departmentTypes.join(signs.list)}</span>
      ),
    },
    {
      id: 'leaves',
      title: w.columns.leaves,
      width: '92px',
      align: 'end',
      cell: ({ head }) => (head.schemes.length === 0 ? w.modules(head.modules.length) : leavesOf(head)),
    },
    { id: 'trust', title: w.columns.trust, width: '138px', cell: ({ head }) => <TrustMark trust={head.trust} /> },
    {
      id: 'received',
      title: w.columns.received,
      width: '150px',
      cell: ({ head }) => (
        <span className="list-faint" title={w.sources[head.source]}>
          {head.source === 'built-in' ? '' : momentText(head.receivedAt)}
        </span>
      ),
    },
  ]
}
