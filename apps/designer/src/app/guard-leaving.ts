import { designer } from '../store/use-designer.ts'

/**
 * Before the page goes, what is being typed is taken over, as leaving the field would do. The browser asks before it lets
 * go of a page whose last change is not stored: there is no time left to store it in.
 */
export function guardLeaving(): void {
  addEventListener('beforeunload', (event) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const { design, sync, server } = designer.getState()
    if (server?.saving === 'saved') return
    if (design === null || (sync.state !== 'failed' && sync.state !== 'saving')) return
    event.preventDefault()
    // Chromium before 119 asks only for this.
    event.returnValue = true
  })
}
