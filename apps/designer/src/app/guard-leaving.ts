import { designer } from '../store/use-designer.ts'

/**
 * Before the page goes, what is being typed is taken over, as leaving the field would do, and is written while the browser
 * waits for the next page. What could not be stored makes the browser ask.
 */
export function guardLeaving(): void {
  addEventListener('beforeunload', (event) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const { design, sync } = designer.getState()
    if (design === null || sync.state !== 'failed') return
    event.preventDefault()
    // Chromium before 119 asks only for this.
    event.returnValue = true
  })
}
