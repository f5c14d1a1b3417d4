import { MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { AccountMenu } from '../parts/account/account-menu.tsx'
import { roomNames } from '../parts/terms.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { roomsOf } from '../server/may.ts'
import { hrefOf } from '../server/place.ts'
import { useServer } from '../server/session.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { openingWords } from './words.ts'

export function OpeningHead() {
  const w = useWords(openingWords)
  const language = useLanguage()
  const theme = useDesigner((state) => state.view.theme)
  const isDark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  return (
    <header className="opening-head">
      <img src="./icon.svg" alt="" width={36} height={36} />
      <div>
        <h1>{w.product}</h1>
        <p>{w.motto}</p>
      </div>
      <span className="opening-gap" />
      <Rooms />
      <Button type="text" onClick={() => designer.setView({ language: language === 'zh' ? 'en' : 'zh' })}>
        <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{w.language}</span>
      </Button>
      <Tooltip title={w.theme(isDark)}>
        <Button
          type="text"
          icon={isDark ? <SunOutlined /> : <MoonOutlined />}
          aria-label={w.theme(isDark)}
          onClick={() => designer.setView({ theme: isDark ? 'light' : 'dark' })}
        />
      </Tooltip>
      <AccountMenu />
    </header>
  )
}

/** What a server keeps beside the schemes, as far as this person may see it. */
function Rooms() {
  const w = useWords(openingWords)
  const names = useWords(roomNames)
  const server = useServer()
  if (server.state !== 'there') return null
  return (
    <nav className="opening-rooms" aria-label={w.rooms}>
      {roomsOf(server.session).map((room) => (
        <a key={room} href={hrefOf(room)}>
          {names[room]}
        </a>
      ))}
    </nav>
  )
}
