import { AppstoreAddOutlined, SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { search } from '../parts/pinyin.ts'
import { useWords } from '../parts/words.ts'
import { mayOpen } from '../server/may.ts'
import { hrefOf } from '../server/place.ts'
import { useServer } from '../server/session.ts'
import type { TemplateSummary } from '../storage/templates.ts'
import { openingWords } from './words.ts'

type Kind = 'all' | 'department' | 'project' | 'published'
const KINDS: readonly Kind[] = ['all', 'department', 'project', 'published']
const GROUPS = ['national', 'departments', 'seeds'] as const

export function TemplateCard({
  templates,
  onOpen,
}: {
  templates: readonly TemplateSummary[] | 'failed'
  onOpen: (path: string) => void
}) {
  const { templates: w } = useWords(openingWords)
  const [kind, setKind] = useState<Kind>('all')
  const [typed, setTyped] = useState('')
  const known = templates === 'failed' ? none : templates
  const found = useMemo(() => {
    const ofKind = known.filter((each) => kind === 'all' || kindsOf(each).includes(kind))
    return search(ofKind, typed, ({ name, region, departmentTypes }) => [
      name,
      region ?? '',
      ...(departmentTypes ?? []),
    ])
  }, [known, kind, typed])
  return (
    <section className="opening-card" aria-labelledby="opening-templates">
      <div className="opening-card-head">
        <h2 id="opening-templates">
          <AppstoreAddOutlined /> {w.title}
        </h2>
        <LibraryLink />
      </div>
      <Input
        prefix={<SearchOutlined />}
        aria-label={w.search}
        placeholder={w.search}
        value={typed}
        allowClear
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className="opening-kinds" aria-label={w.title}>
        {KINDS.map((each) => (
          <button type="button" key={each} aria-pressed={each === kind} onClick={() => setKind(each)}>
            {w.kinds[each]}
          </button>
        ))}
      </fieldset>
      <div className="opening-templates">
        {templates === 'failed' && <p className="opening-fine">{w.failed}</p>}
        {known.length > 0 && found.length === 0 && <p className="opening-fine">{w.none}</p>}
        {GROUPS.map((group) => {
          const members = found.filter((each) => each.group === group)
          return members.length === 0 ? null : (
            <section key={group} aria-label={w.groups[group]}>
              <h3>{w.groups[group]}</h3>
              {members.map((each) => (
                <TemplateRow key={each.path} template={each} onOpen={onOpen} />
              ))}
            </section>
          )
        })}
      </div>
    </section>
  )
}

/** Where a server keeps those of others. */
function LibraryLink() {
  const { templates: w } = useWords(openingWords)
  const server = useServer()
  if (server.state !== 'there' || !mayOpen(server.session, 'templates')) return null
  return (
    <a className="opening-library" href={hrefOf('templates')}>
      {w.library}
    </a>
  )
}

function TemplateRow({ template, onOpen }: { template: TemplateSummary; onOpen: (path: string) => void }) {
  const { templates: w } = useWords(openingWords)
  const { name, region, year, leaves, published, path, description } = template
  const place = [region === '全国' ? undefined : region, year].filter((each) => each !== undefined).join(' ')
  const total = published?.total ?? null
  return (
    <button type="button" className="opening-template" title={description} onClick={() => onOpen(path)}>
      <span className="opening-template-name">{name}</span>
      <span className="opening-template-about">
        {template.group === 'seeds' && <span>{place}</span>}
        <span>{total === null ? w.leaves(leaves) : w.score(total, published?.grade ?? null)}</span>
      </span>
    </button>
  )
}

/** Whole departments and projects are told apart by their names; what is in `seeds` was published. */
function kindsOf({ name, group }: TemplateSummary): readonly Kind[] {
  const kinds: Kind[] = group === 'seeds' ? ['published'] : []
  if (/部门/.test(name) && /整体/.test(name)) kinds.push('department')
  else if (/项目/.test(name)) kinds.push('project')
  return kinds
}

const none: readonly TemplateSummary[] = []
