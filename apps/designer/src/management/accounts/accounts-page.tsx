import { EllipsisOutlined, PlusOutlined, UserOutlined } from '@ant-design/icons'
import { App, Button, type MenuProps } from 'antd'
import { useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { MenuButton } from '../../parts/menu-button.tsx'
import { search } from '../../parts/pinyin.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { ask } from '../../server/client.ts'
import { readSession, type Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { useRegions } from '../regions.ts'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import type { Account } from './account.ts'
import { AccountForm } from './account-form.tsx'
import './accounts.css'
import { useGrantNames } from './grant-names.ts'
import { PasswordForm } from './password-form.tsx'
import { accountWords } from './words.ts'

const readAccounts = ({ accounts }: { accounts: readonly Account[] }) => accounts
const keyOf = ({ id }: Account) => id

type Open = { kind: 'form'; account?: Account } | { kind: 'password'; account: Account } | null

/** 账户: who may sign in, and what each may do where. */
export function AccountsPage({ session }: { session: Session }) {
  const w = useWords(accountWords)
  const m = useWords(managementWords)
  const signs = useWords(signWords)
  const { message, modal } = App.useApp()
  const pages = usePages('/api/accounts', {}, readAccounts, keyOf, true)
  const regions = useRegions()
  const names = useGrantNames(regions)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Open>(null)
  const [trouble, setTrouble] = useState<unknown>()
  const accounts = pages.rows
  const rows = typed.trim() === '' ? accounts : search(accounts, typed, ({ name, title }) => [title, name])
  const done = (text: string) => {
    setOpen(null)
    setTrouble(undefined)
    message.success(text)
    void pages.reload()
  }
  const act = async (work: () => Promise<unknown>, text: string) => {
    try {
      await work()
      done(text)
    } catch (error) {
      setTrouble(error)
    }
  }
  const setDisabled = (account: Account, isDisabled: boolean) => {
    const { id, title, grants, revision } = account
    const work = () => ask('PUT', `/api/accounts/${id}`, { body: { title, grants, disabled: isDisabled }, revision })
    if (!isDisabled) return void act(work, w.enabled(account.title))
    modal.confirm({
      title: w.disableTitle(account.title),
      content: w.disableText,
      okText: w.disable,
      okButtonProps: { danger: true },
      cancelText: m.cancel,
      onOk: () => act(work, w.disabled(account.title)),
    })
  }
  const menuOf = (account: Account): MenuProps['items'] => [
    { key: 'password', label: w.reset, onClick: () => setOpen({ kind: 'password', account }) },
    ...(isLocked(account)
      ? [
          {
            key: 'unlock',
            label: w.unlock,
            onClick: () => void act(() => ask('POST', `/api/accounts/${account.id}/unlock`), w.unlocked(account.title)),
          },
        ]
      : []),
    { type: 'divider' },
    account.isDisabled
      ? { key: 'enable', label: w.enable, onClick: () => setDisabled(account, false) }
      : { key: 'disable', label: w.disable, danger: true, onClick: () => setDisabled(account, true) },
  ]

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left out only acts
  const columns = useMemo<ListColumn<Account>[]>(
    () => [
      {
        id: 'title',
        title: w.title,
        width: 'minmax(140px, 1fr)',
        cell: (account) => (
          <button type="button" className="list-link" onClick={() => setOpen({ kind: 'form', account })}>
            {account.title}
          </button>
        ),
      },
      { id: 'name', title: w.name, width: 'minmax(120px, 1fr)', cell: ({ name }) => name },
      {
        id: 'state',
        title: w.state,
        width: '100px',
        cell: (account) => {
          const state = account.isDisabled ? 'disabled' : isLocked(account) ? 'locked' : 'active'
          const look = { disabled: '', locked: 'badge-bad', active: 'badge-good' }[state]
          return <span className={`badge ${look}`}>{w.states[state]}</span>
        },
      },
      {
        id: 'rights',
        title: w.rights,
        width: 'minmax(260px, 4fr)',
        cell: ({ grants }) =>
          grants.length === 0 ? (
            <span className="list-faint">{w.noRights}</span>
          ) : (
            <span title={grants.map(names.text).join('\n')}>{grants.map(names.text).join(signs.semicolon)}</span>
          ),
      },
      {
        id: 'do',
        title: '',
        width: '48px',
        align: 'end',
        cell: (account) => (
          <MenuButton menu={{ items: menuOf(account) ?? [] }} placement="bottomRight">
            <Button type="text" icon={<EllipsisOutlined />} aria-label={`${w.more} ${account.title}`} />
          </MenuButton>
        ),
      },
    ],
    [w, names, signs],
  )
  const isEmpty = accounts.length === 0 && pages.isWhole
  const isLocal = session.mode === 'local'
  return (
    <div className="accounts">
      {!isLocal && (
        <div className="management-bar">
          <SearchField value={typed} onChange={setTyped} />
          <span className="management-count">{w.count(accounts.length)}</span>
          <span className="management-gap" />
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'form' })}>
            {w.add}
          </Button>
        </div>
      )}
      <Trouble of={trouble ?? pages.trouble} onRetry={pages.trouble === undefined ? undefined : pages.reload} />
      {isEmpty ? (
        <Empty
          icon={<UserOutlined />}
          title={isLocal ? w.localTitle : w.emptyTitle}
          text={isLocal ? w.localText : w.emptyText}
        >
          {isLocal && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ kind: 'form' })}>
              {w.addFirst}
            </Button>
          )}
        </Empty>
      ) : (
        <ListTable
          label={m.rooms.accounts}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          isWaiting={pages.isWaiting}
          look={(account) => (account.isDisabled ? 'list-faint' : undefined)}
          empty={pages.trouble === undefined && <p className="management-note">{m.nothingFound}</p>}
        />
      )}
      {open?.kind === 'form' && (
        <AccountForm
          account={open.account}
          isFirst={isLocal}
          regions={regions}
          names={names}
          onDone={(title) => {
            done(w.saved(title))
            // From the first account on, everybody signs in.
            if (isLocal) void readSession()
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'password' && (
        <PasswordForm
          account={open.account}
          onDone={() => done(w.resetDone(open.account.title))}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

function isLocked({ lockedUntil }: Account): boolean {
  return lockedUntil !== null && new Date(lockedUntil).getTime() > Date.now()
}
