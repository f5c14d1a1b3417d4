import { App, Button } from 'antd'
import { useState } from 'react'
import '../../../parts/plain-table.css'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { momentText } from '../../../parts/date-text.ts'
import { FileButton } from '../../../parts/file-button.tsx'
import { useFileDrop } from '../../../parts/use-file-drop.ts'
import { whoText } from '../../../parts/who-text.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { addressOf } from '../../../server/client.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
import { useRegions } from '../../regions.ts'
import { managementWords } from '../../words.ts'
import { BackLink } from '../back-link.tsx'
import { type OwnKey, removeOwnKey, revokeKey, type TrustedKey } from './key-calls.ts'
import { type ReadKey, readKeyFile } from './key-file.ts'
import { NewKeyDialog } from './new-key-dialog.tsx'
import { TrustDialog } from './trust-dialog.tsx'
import { keyWords } from './words.ts'

/** 密钥与信任: with what packages are signed here, and whose signatures are believed. */
export function KeysPage({ session }: { session: Session }) {
  const w = useWords(keyWords)
  const { message } = App.useApp()
  const own = useAnswer<{ readonly keys: readonly OwnKey[] }>('/api/keys')
  const trusted = useAnswer<{ readonly keys: readonly TrustedKey[] }>('/api/trusted-keys')
  const [isAdding, setIsAdding] = useState(false)
  const [asked, setAsked] = useState<ReadKey | null>(null)
  const [isWrong, setIsWrong] = useState(false)
  const mayManage = may(session, 'key.manage')
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const read = await readKeyFile(file)
    setIsWrong(read === undefined)
    setAsked(read ?? null)
  }
  const isOver = useFileDrop(mayManage && asked === null && !isAdding, (data) => void take(data.files[0]))
  const reload = () => {
    void own.reload()
    void trusted.reload()
  }
  return (
    <>
      <div className="management-bar">
        <BackLink />
        <h2 className="templates-bar-title">{w.title}</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
      <section className="templates-readme templates-keys" tabIndex={0} aria-label={w.title}>
        <header>
          <h3>{w.trusted}</h3>
          <p className="management-how">{w.trustedText}</p>
          {mayManage && (
            <FileButton
              label={w.trust}
              accept=".json,.key"
              takes="file"
              type="primary"
              onFiles={([file]) => void take(file)}
            />
          )}
        </header>
        {isWrong && (
          <p className="templates-warning" role="alert">
            {w.notAKey}
          </p>
        )}
        <Trouble of={trusted.trouble} onRetry={trusted.reload} />
        {trusted.value !== undefined && trusted.value.keys.length === 0 && (
          <p className="management-how">
            {w.trustedNone} {mayManage && w.dropHint}
          </p>
        )}
        {trusted.value !== undefined && trusted.value.keys.length > 0 && (
          <TrustedTable keys={trusted.value.keys} mayManage={mayManage} onChanged={reload} />
        )}
        <header>
          <h3>{w.own}</h3>
          <p className="management-how">{w.ownText}</p>
          {mayManage && <Button onClick={() => setIsAdding(true)}>{w.add}</Button>}
        </header>
        <Trouble of={own.trouble} onRetry={own.reload} />
        {own.value !== undefined && own.value.keys.length === 0 && <p className="management-how">{w.ownNone}</p>}
        {own.value !== undefined && own.value.keys.length > 0 && (
          <OwnTable keys={own.value.keys} mayManage={mayManage} onChanged={reload} />
        )}
      </section>
      {isAdding && (
        <NewKeyDialog
          onDone={(name) => {
            setIsAdding(false)
            message.success(w.created(name))
            reload()
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
      {asked !== null && (
        <TrustDialog
          first={asked.fields}
          fingerprint={asked.fingerprint}
          onDone={(publisher) => {
            setAsked(null)
            message.success(w.trustDone(publisher))
            reload()
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {isOver && <div className="templates-drop">{w.dropHint}</div>}
    </>
  )
}

function TrustedTable({
  keys,
  mayManage,
  onChanged,
}: {
  keys: readonly TrustedKey[]
  mayManage: boolean
  onChanged: () => void
}) {
  const w = useWords(keyWords)
  const m = useWords(managementWords)
  const language = useLanguage()
  const regions = useRegions()
  const { modal, message } = App.useApp()
  const revoke = ({ key, publisher }: TrustedKey) =>
    modal.confirm({
      title: w.revokeTitle(publisher),
      content: w.revokeText,
      okText: w.revoke,
      okButtonProps: { danger: true },
      cancelText: m.cancel,
      async onOk() {
        await revokeKey(key)
        message.success(w.revoked(publisher))
        onChanged()
      },
    })
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{w.publisher}</th>
          <th scope="col">{w.region}</th>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.fingerprint}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.added}</th>
          <th scope="col">
            <span className="announcer">{w.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((each) => {
          const isRevoked = each.revokedAt !== null
          return (
            <tr key={each.key} className={isRevoked ? 'templates-revoked' : ''}>
              <td>{each.publisher}</td>
              <td>{each.region === '' ? w.everywhere : regions.text(each.region)}</td>
              <td>{each.name}</td>
              <td className="templates-fingerprint">{each.fingerprint}</td>
              <td>
                <span className={`badge ${isRevoked ? 'badge-bad' : each.isOwn ? 'badge-accent' : 'badge-good'}`}>
                  {isRevoked ? w.states.revoked : each.isOwn ? w.states.own : w.states.trusted}
                </span>
              </td>
              <td>
                {isRevoked
                  ? w.revokedAt(momentText(each.revokedAt))
                  : [momentText(each.addedAt), whoText(each.addedBy, language)].join(' ')}
              </td>
              <td>
                {mayManage && !isRevoked && (
                  <Button type="text" danger aria-label={`${w.revoke} ${each.publisher}`} onClick={() => revoke(each)}>
                    {w.revoke}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function OwnTable({
  keys,
  mayManage,
  onChanged,
}: {
  keys: readonly OwnKey[]
  mayManage: boolean
  onChanged: () => void
}) {
  const w = useWords(keyWords)
  const m = useWords(managementWords)
  const language = useLanguage()
  const regions = useRegions()
  const { modal, message } = App.useApp()
  const remove = ({ key, name }: OwnKey) =>
    modal.confirm({
      title: w.removeTitle(name),
      content: w.removeText,
      okText: w.remove,
      okButtonProps: { danger: true },
      cancelText: m.cancel,
      async onOk() {
        await removeOwnKey(key)
        message.success(w.removed(name))
        onChanged()
      },
    })
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.publisher}</th>
          <th scope="col">{w.region}</th>
          <th scope="col">{w.fingerprint}</th>
          <th scope="col">{w.by}</th>
          <th scope="col">
            <span className="announcer">{w.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((each) => (
          <tr key={each.key}>
            <td>{each.name}</td>
            <td>{each.publisher}</td>
            <td>{each.region === '' ? w.everywhere : regions.text(each.region)}</td>
            <td className="templates-fingerprint">{each.fingerprint}</td>
            <td>{[momentText(each.createdAt), whoText(each.createdBy, language)].join(' ')}</td>
            <td className="templates-cell-actions">
              <Button href={addressOf(`/api/keys/${each.key}/file`)} download aria-label={w.fileOf(each.name)}>
                {w.file}
              </Button>
              {mayManage && (
                <Button type="text" danger aria-label={`${w.remove} ${each.name}`} onClick={() => remove(each)}>
                  {w.remove}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
