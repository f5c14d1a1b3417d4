import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * The same file whenever it is made: the library that writes Word documents gives parts ids by chance, numbers drawings on
 * from the document before, and stamps entries with the hour. Here ids count from 1 and every entry has the first time
 * there is, inside a file that stands in the file too.
 */
export function settleZip(bytes: Uint8Array): Uint8Array {
  const ids = new Map<string, string>()
  let drawings = 0
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]): [string, Uint8Array] => {
    if (path.endsWith('.xlsx')) return [path, settleZip(part)]
    if (!/\.(xml|rels)$/.test(path)) return [path, part]
    const text = strFromU8(part)
      .replace(CHANCE_ID, (_, id: string) => {
        if (!ids.has(id)) ids.set(id, `rIdPart${ids.size + 1}`)
        return `"${ids.get(id)}"`
      })
      .replace(DRAWING, () => `<wp:docPr id="${++drawings}"`)
    return [path, strToU8(text)]
  })
  return zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1) })
}

const CHANCE_ID = /"(rId[\w-]{20,})"/g
const DRAWING = /<wp:docPr id="\d+"/g
