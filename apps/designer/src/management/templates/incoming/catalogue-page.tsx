import { versionOrder } from '@yardstick/exchange/package'
import { Button, Select } from 'antd'
import { useState } from 'react'
import '../../../parts/plain-table.css'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { sizeText } from '../../../parts/date-text.ts'
import { search } from '../../../parts/pinyin.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { hrefOf } from '../../../server/place.ts'
import type { Session } from '../../../server/session.ts'
import { type ListColumn, ListTable } from '../../list-table.tsx'
import { SearchField } from '../../search-field.tsx'
import { BackLink } from '../back-link.tsx'
import type { Templates } from '../use-templates.ts'
import { templateWords } from '../words.ts'
import type { CatalogueAddress, CataloguePackage } from './catalogue-calls.ts'
import { catalogueWords } from './catalogue-words.ts'
import { ReadingDialog } from './reading-dialog.tsx'

/** 模板目录: packages that others offer in a folder on another server; the server fetches them, not the page. */
export function CataloguePage({ session, templates }: { session: Session; templates: Templates }) {
  const w = useWords(catalogueWords)
  const language = useLanguage()
  const signs = useWords(signWords)
  const t = useWords(templateWords)
  const addresses = useAnswer<{ readonly catalogues: readonly CatalogueAddress[] }>('/api/catalogues')
  const known = addresses.value?.catalogues ?? []
  const [picked, setPicked] = useState<number>()
  const catalogue = known.find(({ number }) => number === picked) ?? known[0]
  const path = catalogue === undefined ? undefined : `/api/catalogues/${catalogue.number}/packages`
  const listed = useAnswer<{ readonly packages: readonly CataloguePackage[] }>(path)
  const [typed, setTyped] = useState('')
  const [reading, setReading] = useState<CataloguePackage | null>(null)
  const all = listed.value?.packages ?? []
  const found = search(all, typed, ({ name, publisher, region, id }) => [name, publisher, region?.name ?? '', id])
  const columns: ListColumn<CataloguePackage>[] = [
    {
      id: 'name',
      title: w.columns.name,
      width: 'minmax(240px, 3fr)',
      cell: (each) => (
        <button type="button" className="list-link" title={each.name} onClick={() => setReading(each)}>
          {each.name}
        </button>
      ),
    },
    { id: 'version', title: w.columns.version, width: '80px', cell: ({ version }) => version },
    { id: 'publisher', title: w.columns.publisher, width: 'minmax(140px, 1.4fr)', cell: ({ publisher }) => publisher },
    {
      id: 'region',
      title: w.columns.region,
      width: 'minmax(100px, 1fr)',
      cell: ({ region }) => region?.name ?? t.everywhere,
    },
    {
      id: 'types',
      title: w.columns.departmentTypes,
      width: 'minmax(120px, 1.2fr)',
      cell: ({ departmentTypes = [] }) => departmentTypes.join(signs.list),
    },
    { id: 'size', title: w.columns.size, width: '84px', align: 'end', cell: ({ bytes }) => sizeText(bytes, language) },
    {
      id: 'state',
      title: w.columns.state,
      width: '150px',
      cell: (each) => <State each={each} />,
    },
    {
      id: 'look',
      title: w.columns.look,
      width: '110px',
      cell: (each) => (
        <Button aria-label={`${w.look} ${each.name} ${each.version}`} onClick={() => setReading(each)}>
          {w.look}
        </Button>
      ),
    },
  ]
  return (
    <>
      <div className="management-bar">
        <BackLink />
        <h2 className="templates-bar-title">{w.title}</h2>
        {known.length > 1 && (
          <Select
            className="templates-with"
            value={catalogue?.number ?? null}
            aria-label={w.pick}
            popupMatchSelectWidth={false}
            options={known.map((each) => ({ value: each.number, label: titleOf(each) }))}
            onChange={(next) => setPicked(next ?? undefined)}
          />
        )}
        {catalogue !== undefined && <SearchField value={typed} placeholder={w.search} onChange={setTyped} />}
        <span className="management-count" role="status">
          {listed.value !== undefined && w.count(found.length)}
        </span>
        <span className="management-gap" />
        {catalogue !== undefined && (
          <Button loading={listed.isWaiting} onClick={() => void listed.reload()}>
            {w.again}
          </Button>
        )}
      </div>
      <Trouble of={addresses.trouble} onRetry={addresses.reload} />
      {addresses.value !== undefined && known.length === 0 && <p className="management-note">{w.none}</p>}
      {catalogue !== undefined && (
        <p className="templates-address">
          {signs.headed(w.address, catalogue.address)} <span className="list-faint">{w.how}</span>
        </p>
      )}
      <Trouble of={listed.trouble} onRetry={listed.reload} />
      {catalogue !== undefined && listed.trouble === undefined && (
        <ListTable
          label={w.title}
          columns={columns}
          rows={found}
          rowKey={({ hash }) => hash}
          isWaiting={listed.isWaiting && listed.value === undefined}
          empty={listed.value !== undefined && <p className="management-note">{typed === '' ? w.empty : w.nothing}</p>}
        />
      )}
      {reading !== null && catalogue !== undefined && (
        <ReadingDialog
          key={reading.hash}
          name={signs.aside(reading.file, sizeText(reading.bytes, language))}
          source={{ catalogue: catalogue.number, hash: reading.hash }}
          session={session}
          onTaken={() => void templates.reload()}
          onClose={() => setReading(null)}
        />
      )}
    </>
  )
}

/** Beside what the library has: nothing of it, an older version, or a newer one. */
function State({ each: { isKnown, newest, version, hash } }: { each: CataloguePackage }) {
  const w = useWords(catalogueWords)
  if (isKnown) {
    return (
      <a className="list-link" href={hrefOf('templates', hash)}>
        {w.known}
      </a>
    )
  }
  if (newest === null) return <span className="badge badge-good">{w.fresh}</span>
  return versionOrder(version, newest) > 0 ? (
    <span className="badge badge-accent">{w.newer(newest)}</span>
  ) : (
    <span className="badge badge-warn">{w.older(newest)}</span>
  )
}

function titleOf({ name, address }: CatalogueAddress): string {
  return name ?? address
}
