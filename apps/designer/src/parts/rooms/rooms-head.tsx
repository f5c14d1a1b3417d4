import { AppstoreOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { may, mayOpenSchemes, roomsOf } from '../../server/may.ts'
import { hrefOf, type Room } from '../../server/place.ts'
import { type Session, useServer } from '../../server/session.ts'
import { AccountMenu } from '../account/account-menu.tsx'
import { Looks } from '../looks/looks.tsx'
import { roomNames } from '../terms.ts'
import { useWords } from '../words.ts'
import './rooms-head.css'
import { roomWords } from './words.ts'

/** On top of every page beside the designer: the ways between them, for whoever is there; without a server, the way back. */
export function RoomsHead({ current }: { current: Room }) {
  const w = useWords(roomWords)
  const names = useWords(roomNames)
  const server = useServer()
  const session = server.state === 'there' ? server.session : undefined
  return (
    <header className="rooms-head">
      {(session === undefined || mayOpenSchemes(session)) && (
        <Tooltip title={w.home}>
          <Button type="text" icon={<AppstoreOutlined />} href="#" aria-label={w.home} />
        </Tooltip>
      )}
      <nav aria-label={w.label}>
        {seenBy(session).map((each) => (
          <a key={each} href={hrefOf(each)} aria-current={each === current ? 'page' : undefined}>
            {names[each]}
          </a>
        ))}
      </nav>
      <span className="rooms-gap" />
      <AccountMenu />
      <Looks />
    </header>
  )
}

/** Score sheets are checked by those who score, and by whoever has no server. */
function seenBy(session: Session | undefined): Room[] {
  if (session === undefined) return ['audit']
  return may(session, 'submission.read-judged') ? [...roomsOf(session), 'audit'] : roomsOf(session)
}
