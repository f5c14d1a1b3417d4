import { UserOutlined } from '@ant-design/icons'
import { Button, type MenuProps } from 'antd'
import { api } from '../../api.ts'
import { useServer } from '../../server/session.ts'
import { askForNewPassword, signOut } from '../../server/sign-in.ts'
import { MenuButton } from '../menu-button.tsx'
import { useWords } from '../words.ts'
import { accountWords } from './words.ts'

/** Who is signed in, and the ways to another password and out; nothing where there are no accounts. */
export function AccountMenu() {
  const w = useWords(accountWords)
  const server = useServer()
  if (server.state !== 'there' || server.session.mode === 'local' || server.session.person === null) return null
  const { title, grants } = server.session.person
  const roles = [...new Set(grants.map(({ role }) => w.roles[role]))].join(w.and)
  const items: MenuProps['items'] = [
    { key: 'who', label: roles === '' ? title : w.as(title, roles), disabled: true },
    { type: 'divider' },
    { key: 'password', label: w.password, onClick: askForNewPassword },
    { key: 'out', label: w.signOut, onClick: () => void leave() },
  ]
  return (
    <MenuButton menu={{ items }}>
      <Button type="text" icon={<UserOutlined />} aria-label={w.account(title)} title={title}>
        <span className="account-name">{title}</span>
      </Button>
    </MenuButton>
  )
}

/** What is not on the server yet goes there first. */
async function leave(): Promise<void> {
  await api.leave()
  await signOut().catch(() => undefined)
}
