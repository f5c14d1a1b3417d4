const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'paste', 'dragenter'] as const

/** Calls back once when somebody begins to use the page; a page that is only looked at loads nothing ahead. */
export function onFirstSign(callback: () => void): () => void {
  const listen = () => {
    end()
    callback()
  }
  const end = () => {
    for (const sign of SIGNS) document.removeEventListener(sign, listen, true)
  }
  for (const sign of SIGNS) document.addEventListener(sign, listen, { capture: true, passive: true })
  return end
}
