import { api } from '../api.ts'
import { server } from '../server/session.ts'
import { onSignedIn } from '../server/sign-in.ts'
import { designer } from '../store/use-designer.ts'

/**
 * The address says what is open: `#design=…` a design of one's own, nothing the opening page; the browser's back and
 * forward lead through them. `#template=…` opens a built-in template as a design of one's own.
 *
 * returns when what the address asks for is open, or cannot be opened: then the opening page is shown
 */
export async function keepAddress(): Promise<void> {
  await follow()
  designer.subscribe(({ designId }, before) => {
    if (designId === before.designId || designId === (asked()?.design ?? null)) return
    history.pushState(null, '', addressOf(designId))
  })
  addEventListener('popstate', () => void follow())
  onSignedIn(() => {
    if (designer.getState().design === null) void follow()
  })
}

async function follow(): Promise<void> {
  // First somebody signs in; then it is followed again.
  const there = server()
  if (there.state === 'there' && there.session.person === null) return
  const wanted = asked()
  try {
    if (wanted?.template !== undefined) await openTemplate(wanted.template)
    else if (wanted?.design === undefined) {
      leaveOpen()
      return
    } else if (wanted.design !== designer.getState().designId && !(await api.open(wanted.design))) leave()
  } catch {
    // The storage does not work: the opening page says so when it lists the designs.
    leave()
  }
}

async function openTemplate(path: string): Promise<void> {
  const opened = await api.template(path)
  if (!opened.ok) return leave()
  const id = await api.create(opened.value, path)
  // Loading the page anew must not make another one.
  history.replaceState(null, '', addressOf(id))
}

function leave(): void {
  history.replaceState(null, '', addressOf(null))
  leaveOpen()
}

/** Where that asks first, the address stays that of the design. */
function leaveOpen(): void {
  if (designer.getState().design !== null) designer.close()
  const { design, designId } = designer.getState()
  if (design !== null) history.pushState(null, '', addressOf(designId))
}

function asked(): { readonly design?: string; readonly template?: string } | undefined {
  const [, kind, value] = /^#(design|template)=(.+)$/.exec(location.hash) ?? []
  if (kind === undefined || value === undefined) return undefined
  return kind === 'design' ? { design: decodeURIComponent(value) } : { template: decodeURIComponent(value) }
}

function addressOf(id: string | null): string {
  return `${location.pathname}${location.search}${id === null ? '' : `#design=${id}`}`
}
