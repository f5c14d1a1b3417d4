import { DeleteOutlined, SearchOutlined } from '@ant-design/icons'
import { Alert, App, Button, Input, Segmented, Tooltip } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { useMay } from '../server/may-at.ts'
import { removeScheme, restoreScheme } from '../server/schemes.ts'
import type { SchemeHead } from '../store/server-side.ts'
import { DesignsHere } from './designs-here.tsx'
import { OwnDesigns } from './own-designs.tsx'
import { SchemeRow } from './scheme-row.tsx'
import { type SchemeFilter, useSchemes } from './use-schemes.ts'
import { useTrouble } from './use-trouble.ts'
import { useUnsent } from './use-unsent.ts'
import { openingWords } from './words.ts'

const STATES = ['all', 'draft', 'review', 'approved'] as const

/** The server's schemes that this person may see, newest first; below them what only this browser has. */
export function ServerSchemes() {
  const { schemes: w, own } = useWords(openingWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const [filter, setFilter] = useState<SchemeFilter>({ search: '', state: 'all' })
  const { schemes, isAway, hasMore, readMore, readAnew } = useSchemes(filter)
  const unsent = useUnsent(isAway, readAnew)
  const signs = useWords(signWords)
  const tell = useTrouble()
  const remove = async ({ id, name }: SchemeHead) => {
    if (!(await tell(() => removeScheme(id)))) return
    readAnew()
    const key = `removed ${id}`
    const undo = async () => {
      message.destroy(key)
      if (await tell(() => restoreScheme(id))) readAnew()
    }
    message.open({
      key,
      duration: 8,
      content: (
        <>
          {own.removed(name)}
          <Button type="link" onClick={undo}>
            {own.undo}
          </Button>
        </>
      ),
    })
  }
  if (isAway) {
    return (
      <div className="opening-own opening-away">
        <Alert type="warning" showIcon title={w.away} />
        <OwnDesigns />
      </div>
    )
  }
  const isFiltered = filter.search !== '' || filter.state !== 'all'
  return (
    <section className="opening-own" aria-labelledby="opening-schemes">
      <div className="opening-schemes-head">
        <h2 id="opening-schemes">{w.title}</h2>
        <Input
          prefix={<SearchOutlined />}
          aria-label={w.search}
          placeholder={w.search}
          value={filter.search}
          allowClear
          maxLength={100}
          onChange={(event) => setFilter({ ...filter, search: event.target.value })}
        />
        <Segmented
          aria-label={w.stateLabel}
          value={filter.state}
          options={STATES.map((value) => ({ value, label: w.states[value] }))}
          onChange={(state) => setFilter({ ...filter, state })}
        />
      </div>
      {unsent.length > 0 && <Alert type="warning" showIcon title={w.unsent(unsent.join(signs.list))} />}
      {schemes !== null && schemes.length === 0 && <p className="opening-none">{isFiltered ? w.notFound : w.none}</p>}
      {schemes !== null && schemes.length > 0 && (
        <div className="opening-schemes">
          <table>
            <thead>
              <tr>
                <th scope="col">{w.columns.name}</th>
                <th scope="col">{w.columns.region}</th>
                <th scope="col">{w.columns.state}</th>
                <th scope="col">{w.columns.version}</th>
                <th scope="col">{w.columns.by}</th>
                <th scope="col">
                  <span className="announcer">{own.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {schemes.map((each) => (
                <SchemeRow key={each.id} scheme={each} language={language} onOpen={() => tell(() => api.open(each.id))}>
                  <Remove scheme={each} onRemove={() => remove(each)} />
                </SchemeRow>
              ))}
            </tbody>
          </table>
          {hasMore && <Button onClick={readMore}>{w.more}</Button>}
        </div>
      )}
      <DesignsHere since={unsent} onMoved={readAnew} />
    </section>
  )
}

function Remove({ scheme: { name, region }, onRemove }: { scheme: SchemeHead; onRemove: () => void }) {
  const { own } = useWords(openingWords)
  if (!useMay('scheme.write', region)) return null
  return (
    <Tooltip title={own.remove}>
      <Button type="text" icon={<DeleteOutlined />} aria-label={`${own.remove} ${name}`} onClick={onRemove} />
    </Tooltip>
  )
}
