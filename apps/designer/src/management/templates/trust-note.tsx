import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../parts/words.ts'
import { may } from '../../server/may.ts'
import type { Session } from '../../server/session.ts'
import type { TemplateHead } from '../../server/templates.ts'
import { type KeyFields, TrustDialog } from './keys/trust-dialog.tsx'
import { trustLook } from './template-rows.ts'
import { TrustMark } from './trust-mark.tsx'
import { trustWords } from './trust-words.ts'

/**
 * Whether a package is believed, in a sentence, and what to do where it is not yet: compare the fingerprint by telephone,
 * then an administrator trusts the key.
 *
 * publicKey  of its signature, in hex; undefined where it is not known here
 */
export function TrustNote({
  head,
  publicKey,
  session,
  onTrusted,
  children,
}: {
  head: TemplateHead
  publicKey: string | undefined
  session: Session
  onTrusted: () => void
  children?: ReactNode
}) {
  const w = useWords(trustWords)
  const [asked, setAsked] = useState<KeyFields | null>(null)
  const { trust, publisher, region, key } = head
  const mayTrust = trust === 'unknown-key' && publicKey !== undefined && may(session, 'key.manage')
  const trustIt = () => {
    if (publicKey !== undefined) setAsked({ name: publisher, publisher, region: region?.code ?? '', key: publicKey })
  }
  return (
    <div className={`templates-trust-note templates-trust-${trustLook[trust]}`}>
      <TrustMark trust={trust} />
      <p>
        {w.notes[trust](publisher, region?.name ?? w.nowhere)}
        {key !== null && (trust === 'unknown-key' || trust === 'trusted') && (
          <>
            {' '}
            <span className="templates-fingerprint">
              {w.fingerprint} <b>{key}</b>
            </span>
          </>
        )}
        {trust === 'unknown-key' && <> {mayTrust ? w.compareYourself(publisher) : w.compare(publisher)}</>}
      </p>
      {mayTrust && <Button onClick={trustIt}>{w.trust}</Button>}
      {children}
      {asked !== null && (
        <TrustDialog
          first={asked}
          fingerprint={key}
          onDone={() => {
            setAsked(null)
            onTrusted()
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
