import { api } from '../api.ts'
import { isCellOpen } from '../parts/sheet/is-cell-open.ts'
import { onSignedIn } from '../server/sign-in.ts'
import { designer } from '../store/use-designer.ts'

/** So often it is asked whether others have saved, while the page is looked at. */
const ASK_EVERY_MS = 30_000

/** What is open and what the server has of it are brought together when somebody comes back, and now and then. */
export function keepFresh(): void {
  const ask = () => {
    const { server } = designer.getState()
    if (server === null || server.saving === 'signed-out' || document.visibilityState !== 'visible') return
    // What others saved does not come under the hands of whoever is typing; it comes once the cell is done.
    if (isCellOpen()) return
    void api.catchUp()
  }
  addEventListener('focus', ask)
  addEventListener('online', ask)
  onSignedIn(() => void api.catchUp())
  setInterval(ask, ASK_EVERY_MS)
}
