import { AccountMenu } from '../parts/account/account-menu.tsx'
import { Looks } from '../parts/looks/looks.tsx'
import { roomNames } from '../parts/terms.ts'
import { useWords } from '../parts/words.ts'
import { roomsOf } from '../server/may.ts'
import { hrefOf } from '../server/place.ts'
import { useServer } from '../server/session.ts'
import { openingWords } from './words.ts'

export function OpeningHead() {
  const w = useWords(openingWords)
  return (
    <header className="opening-head">
      <img src="./icon.svg" alt="" width={36} height={36} />
      <div>
        <h1>{w.product}</h1>
        <p>{w.motto}</p>
      </div>
      <span className="opening-gap" />
      <Rooms />
      <Looks />
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
