import type { Page } from 'playwright-core'

/** Ctrl+V with this on the clipboard, as a program puts it there. */
export async function paste(page: Page, { html = '', text = '' }: { html?: string; text?: string }): Promise<void> {
  await page.evaluate(
    ([html, text]) => {
      const clipboardData = new DataTransfer()
      if (html !== '') clipboardData.setData('text/html', html!)
      clipboardData.setData('text/plain', text!)
      const target = document.activeElement ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, text],
  )
}
