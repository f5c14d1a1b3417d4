import { Input } from 'antd'
import { useState } from 'react'
import { FormDialog, FormRow } from '../../parts/form/form.tsx'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import type { Grant } from '../../server/session.ts'
import { isRegionCode } from '../region-code.ts'
import type { Regions } from '../regions.ts'
import { type Account, firstPassword, lackingOf } from './account.ts'
import type { GrantNames } from './grant-names.ts'
import { GrantsEditor } from './grants-editor.tsx'
import { PasswordRow } from './password-form.tsx'
import { accountWords } from './words.ts'

/** A new account, or the name and rights of one there is. */
export function AccountForm({
  account,
  isFirst,
  regions,
  names,
  onDone,
  onClose,
}: {
  account: Account | undefined
  /** The first of all, who makes the others. */
  isFirst: boolean
  regions: Regions
  names: GrantNames
  onDone: (title: string) => void
  onClose: () => void
}) {
  const w = useWords(accountWords)
  const [name, setName] = useState(account?.name ?? '')
  const [title, setTitle] = useState(account?.title ?? '')
  const [password, setPassword] = useState(firstPassword)
  const [grants, setGrants] = useState<readonly Grant[]>(account?.grants ?? (isFirst ? [EVERYTHING] : []))
  const isComplete = grants.every(
    (grant) => lackingOf(grant) === undefined && (grant.region === '' || isRegionCode(grant.region)),
  )
  const isReady =
    title.trim() !== '' && isComplete && (account !== undefined || (name.trim() !== '' && password !== ''))
  const send = async () => {
    const body = { title: title.trim(), grants }
    if (account === undefined) await ask('POST', '/api/accounts', { body: { ...body, name: name.trim(), password } })
    else {
      const { id, revision, isDisabled } = account
      await ask('PUT', `/api/accounts/${id}`, { body: { ...body, disabled: isDisabled }, revision })
    }
    onDone(body.title)
  }
  return (
    <FormDialog
      title={account !== undefined ? w.change(account.title) : isFirst ? w.addFirst : w.add}
      width={760}
      send={send}
      isReady={isReady}
      onClose={onClose}
    >
      <FormRow label={w.title} hint={w.titleHint}>
        <Input
          autoFocus
          value={title}
          maxLength={200}
          aria-label={w.title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </FormRow>
      {account === undefined && (
        <>
          <FormRow label={w.name} hint={w.nameHint}>
            <Input
              value={name}
              maxLength={60}
              aria-label={w.name}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </FormRow>
          <PasswordRow label={w.password} value={password} onChange={setPassword} />
        </>
      )}
      <FormRow label={w.rights}>
        <GrantsEditor grants={grants} onChange={setGrants} regions={regions} names={names} />
      </FormRow>
    </FormDialog>
  )
}

const EVERYTHING: Grant = { role: 'administrator', region: '', campaign: null, department: null }
