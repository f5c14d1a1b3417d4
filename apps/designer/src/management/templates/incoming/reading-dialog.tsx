import { App, Button, Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { IssueText } from '../../../parts/issue-text.tsx'
import { Modal } from '../../../parts/modal.tsx'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { goTo } from '../../../server/place.ts'
import type { Session } from '../../../server/session.ts'
import { readTemplateFile, type TemplateHead, type TemplateReading, takeInTemplate } from '../../../server/templates.ts'
import { TrustNote } from '../trust-note.tsx'
import { readCataloguePackage, takeInCataloguePackage } from './catalogue-calls.ts'
import { incomingWords } from './words.ts'

/** Where a package comes from: a file that somebody has, or one of a catalogue, which the server fetches. */
export type PackageSource = { readonly file: string } | { readonly catalogue: number; readonly hash: string }

/** What a package is and who answers for it, before it is taken in; nothing is stored until then. */
export function ReadingDialog({
  name,
  source,
  session,
  onTaken,
  onClose,
}: {
  /** Of the file. */
  name: string
  source: PackageSource
  session: Session
  onTaken: (head: TemplateHead) => void
  onClose: () => void
}) {
  const w = useWords(incomingWords)
  const { message } = App.useApp()
  const [reading, setReading] = useState<TemplateReading | null>(null)
  const [trouble, setTrouble] = useState<unknown>()
  const [isSending, setIsSending] = useState(false)
  const read = useCallback(async () => {
    setTrouble(undefined)
    try {
      setReading(await readingOf(source))
    } catch (error) {
      setTrouble(error)
    }
  }, [source])
  useEffect(() => void read(), [read])
  const isBroken = reading?.issues.some(({ severity }) => severity === 'error') === true
  const takeIn = async () => {
    setIsSending(true)
    try {
      const head = await takenIn(source)
      message.success(w.taken(head.name, head.version))
      onTaken(head)
      onClose()
      goTo('templates', head.hash)
    } catch (error) {
      setTrouble(error)
    }
    setIsSending(false)
  }
  const open = () => {
    onClose()
    if (reading !== null) goTo('templates', reading.head.hash)
  }
  return (
    <Modal
      title={w.title}
      width={680}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={onClose}>{reading === null || isBroken ? w.close : w.cancel}</Button>
          {reading !== null &&
            !isBroken &&
            (reading.isKnown ? (
              <Button type="primary" onClick={open}>
                {w.open}
              </Button>
            ) : (
              <Button type="primary" danger={reading.isOlder} loading={isSending} onClick={takeIn}>
                {reading.isOlder ? w.takeOlder : w.takeIn}
              </Button>
            ))}
        </>
      }
    >
      <p className="management-how">{name}</p>
      {reading === null && trouble === undefined && (
        <p className="templates-wait" role="status">
          <Spin /> {w.reading}
        </p>
      )}
      {trouble !== undefined && (
        <>
          {reading === null && <p className="templates-refused">{w.refused}</p>}
          <Trouble of={trouble} />
        </>
      )}
      {reading !== null && <Read reading={reading} source={source} session={session} onTrusted={read} />}
    </Modal>
  )
}

function Read({
  reading: { head, issues, isKnown, newest, isOlder },
  source,
  session,
  onTrusted,
}: {
  reading: TemplateReading
  source: PackageSource
  session: Session
  onTrusted: () => void
}) {
  const w = useWords(incomingWords)
  const signs = useWords(signWords)
  const { proposal } = head
  // Who signed it and whether it is older stands above, with what to do.
  const noticed = issues.filter(({ code }) => code !== 'TEMPLATE_UNTRUSTED' && code !== 'TEMPLATE_OLDER')
  const facts: readonly (readonly [string, string])[] = [
    [w.publisher, head.publisher],
    [w.region, head.region === null ? w.everywhere : [head.region.name, head.region.code].join(' ')],
    [w.departmentTypes, head.departmentTypes.join(signs.list)],
    [w.basis, head.basis.join(signs.semicolon)],
  ]
  return (
    <>
      <h3 className="templates-read-name">
        {head.name} <span className="badge">{w.version(head.version)}</span>
      </h3>
      <dl className="templates-facts">
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        <div>
          <dt>{w.what}</dt>
          <dd>
            <ul>
              {head.schemes.map((each) => (
                <li key={each.id}>{w.scheme(each.name, each.leaves, each.fullScore)}</li>
              ))}
              {head.modules.map((each) => (
                <li key={each.id}>{w.module(each.name)}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {proposal !== null && <p>{w.proposal(head.name, proposal.to.version)}</p>}
      <TrustNote head={head} publicKey={publicKeyOf(source)} session={session} onTrusted={onTrusted} />
      <p className={isOlder ? 'templates-warning' : 'templates-newness'} role={isOlder ? 'alert' : undefined}>
        {isKnown ? w.known : newest === null ? w.firstOne : isOlder ? w.older(newest) : w.newer(newest)}
      </p>
      {noticed.length > 0 && (
        <section aria-label={w.notes}>
          <h3>{w.notes}</h3>
          <ul className="templates-issues">
            {noticed.slice(0, 50).map((each) => (
              <li key={`${each.code} ${each.pointer}`} className={`templates-issue-${each.severity}`}>
                <IssueText issue={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function readingOf(source: PackageSource): Promise<TemplateReading> {
  return 'file' in source ? readTemplateFile(source.file) : readCataloguePackage(source.catalogue, source.hash)
}

function takenIn(source: PackageSource): Promise<TemplateHead> {
  return 'file' in source ? takeInTemplate(source.file) : takeInCataloguePackage(source.catalogue, source.hash)
}

/** In a file that was read without a fault, it stands with the signature. */
function publicKeyOf(source: PackageSource): string | undefined {
  if (!('file' in source)) return undefined
  try {
    const { signature } = JSON.parse(source.file) as { signature?: { key?: string } }
    return signature?.key
  } catch {
    return undefined
  }
}
