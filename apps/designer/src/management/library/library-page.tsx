import { BookOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { goTo } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { useRegions } from '../regions.ts'
import { managementWords } from '../words.ts'
import type { Entry, Use } from './entry.ts'
import { EntryFields, type Fields, fieldsOf } from './entry-fields.tsx'
import { EntryPicture } from './entry-picture.tsx'
import { LibraryList } from './library-list.tsx'
import './library.css'
import { TagList } from './tag-list.tsx'
import { useEntries } from './use-entries.ts'
import { libraryWords } from './words.ts'

/** 指标库: what schemes take over, found by name and tags; one entry as a picture, and where it is used. */
export function LibraryPage({ path, session }: { path: readonly string[]; session: Session }) {
  const w = useWords(libraryWords)
  const { message } = App.useApp()
  const entries = useEntries()
  const [id] = path
  const changed = (text: string) => {
    message.success(text)
    void entries.pages.reload()
  }
  if (entries.pages.rows.length === 0 && entries.pages.isWhole && !entries.isFiltered) {
    return (
      <div>
        <Empty icon={<BookOutlined />} title={w.emptyTitle} text={w.emptyText} />
      </div>
    )
  }
  return (
    <div className="library">
      <LibraryList entries={entries} chosen={id} onChoose={(entry) => goTo('library', entry.id)} />
      {id === undefined ? (
        <p className="management-note">{w.choose}</p>
      ) : (
        <OneEntry key={id} id={id} session={session} onChanged={changed} />
      )}
    </div>
  )
}

function OneEntry({ id, session, onChanged }: { id: string; session: Session; onChanged: (text: string) => void }) {
  const w = useWords(libraryWords)
  const m = useWords(managementWords)
  const { modal } = App.useApp()
  const regions = useRegions()
  const path = `/api/library/${encodeURIComponent(id)}`
  const { value: entry, trouble, reload } = useAnswer<Entry>(path)
  const uses = useAnswer<{ uses: readonly Use[] }>(`${path}/uses`)
  const [fields, setFields] = useState<Fields | null>(null)
  const [failed, setFailed] = useState<unknown>()
  if (entry === undefined) return <Trouble of={trouble} onRetry={reload} />
  const mayWrite = may(session, 'library.write', { region: entry.region })
  const save = async () => {
    if (fields === null) return
    const body = { ...bodyOf(entry), ...fields }
    await ask('PUT', path, { body, revision: entry.revision })
    setFields(null)
    onChanged(w.saved(body.name))
    await reload()
  }
  const remove = () =>
    modal.confirm({
      title: w.removeTitle(entry.name),
      content: w.removeText,
      okText: w.remove,
      okButtonProps: { danger: true },
      cancelText: m.cancel,
      async onOk() {
        try {
          await ask('DELETE', path, { revision: entry.revision })
          goTo('library')
          onChanged(w.removed(entry.name))
        } catch (error) {
          setFailed(error)
        }
      },
    })
  return (
    <section className="entry" aria-label={entry.name}>
      <header>
        <h2>{entry.name}</h2>
        <TagList tags={entry.tags} />
        <span className="management-count">{regions.text(entry.region)}</span>
        <span className="management-gap" />
        {mayWrite && (
          <>
            <Button type="text" icon={<EditOutlined />} onClick={() => setFields(fieldsOf(entry))}>
              {w.edit}
            </Button>
            <Button type="text" icon={<DeleteOutlined />} onClick={remove}>
              {w.remove}
            </Button>
          </>
        )}
      </header>
      <Trouble of={failed ?? trouble} />
      <EntryPicture module={entry.module} />
      <h3>{w.uses}</h3>
      <Trouble of={uses.trouble} onRetry={uses.reload} />
      {uses.value !== undefined && uses.value.uses.length === 0 && <p className="management-how">{w.usesNone}</p>}
      <ul>
        {uses.value?.uses.map((use) => (
          <li key={`${use.scheme} ${use.indicator}`}>
            {w.placed(use.name, use.indicator)}
            {!use.isCurrent && <span className="badge badge-warn">{w.older}</span>}
          </li>
        ))}
      </ul>
      {fields !== null && (
        <FormDialog title={w.edit} send={save} isReady={fields.name.trim() !== ''} onClose={() => setFields(null)}>
          <FormRow label={w.region}>{regions.text(entry.region)}</FormRow>
          <EntryFields fields={fields} onChange={setFields} />
        </FormDialog>
      )}
    </section>
  )
}

/** What a change sends back beside what was changed. */
function bodyOf({ region, module }: Entry) {
  return { region, module }
}
