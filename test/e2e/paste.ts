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

/**
 * A table as Excel puts it on the clipboard after it has taken one of ours: its own head, columns and classes, numbers
 * aligned at the right and without a format, lines broken where they are long.
 */
export function asFromExcel(html: string): string {
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => {
    const cells = [...row.matchAll(/<td( style="mso-number-format:'\\@'")?>(.*?)<\/td>/gs)].map(
      ([, isText, inner = '']) => {
        const wrapped = inner.replace(/(.{60}) /g, '$1\r\n  ')
        return isText === undefined
          ? `  <td align=right style='border-top:none'>${wrapped}</td>`
          : `  <td class=xl65 style='border-top:none;border-left:none'>${wrapped}</td>`
      },
    )
    return ` <tr height=19 style='height:14.25pt'>\r\n${cells.join('\r\n')}\r\n </tr>`
  })
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=Generator content="Microsoft Excel 15">
<style><!--td{mso-number-format:General;}.xl65{mso-number-format:"\\@";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=1200 style='border-collapse:collapse'>
<!--StartFragment-->
 <col width=72 span=12 style='width:54pt'>
${rows.join('\r\n')}
<!--EndFragment-->
</table></body></html>`
}
