import { readSheets } from '@yardstick/exchange/read/xlsx'
import { readZip } from '@yardstick/exchange/read/zip'
import { writeZip } from '@yardstick/exchange/write/zip'

/** What somebody types into a cell: a number as the cell's format shows it, or a text. */
export type Typed = number | string

/**
 * A workbook as a department sends it back: these values typed into the rows of these items, in the file that was handed
 * out. Nothing else of it is touched.
 *
 * values  by the item's key, which stands in the hidden column
 */
export async function fillWorkbook(bytes: Uint8Array, values: Readonly<Record<string, Typed>>): Promise<Uint8Array> {
  const sheets = await readSheets(bytes)
  const parts = readZip(bytes, () => true)
  if (!sheets.ok || !parts.ok) throw new Error('what was handed out cannot be read')
  const at = sheets.value.findIndex(({ rows }) => rows.some(([key]) => key?.text === '#items'))
  const { rows } = sheets.value[at]!
  const path = `xl/worksheets/sheet${at + 1}.xml`
  const files = parts.value.map(({ name, bytes: content }) => {
    if (name !== path) return { name, bytes: content }
    const xml = Object.entries(values).reduce((text, [key, value]) => {
      const row = rows.findIndex(([cell]) => cell?.text === key)
      if (row < 0) throw new Error(`no row is of ${key}`)
      return typedInto(text, `${VALUE}${row + 1}`, value)
    }, new TextDecoder().decode(content))
    return { name, bytes: new TextEncoder().encode(xml) }
  })
  return writeZip(files, new Date('2025-01-02T03:04:06Z'))
}

/** 填报值 */
const VALUE = 'E'

function typedInto(xml: string, address: string, value: Typed): string {
  const cell = new RegExp(`<c r="${address}"((?: [a-z]+="[^"]*")*)(?:/>|>.*?</c>)`)
  const found = cell.exec(xml)
  if (found === null) throw new Error(`no cell ${address}`)
  const look = (found[1] ?? '').replace(/ t="[^"]*"/, '')
  const content =
    typeof value === 'number' ? `${look}><v>${value}</v>` : `${look} t="inlineStr"><is><t>${escaped(value)}</t></is>`
  return xml.replace(cell, () => `<c r="${address}"${content}</c>`)
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
