import { inflateRawSync } from 'node:zlib'

/** The parts of a .docx or .xlsx file by name; XML as text, a file inside as bytes. */
export function partsOf(bytes: Uint8Array): Map<string, string | Uint8Array> {
  const buffer = Buffer.from(bytes)
  const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const parts = new Map<string, string | Uint8Array>()
  let at = buffer.readUInt32LE(end + 16)
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, local] = [
      buffer.readUInt16LE(at + 10),
      buffer.readUInt32LE(at + 20),
      buffer.readUInt32LE(at + 42),
    ]
    const [name, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const path = buffer.toString('utf8', at + 46, at + 46 + name)
    const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const raw = buffer.subarray(from, from + packed)
    const content = method === 0 ? raw : inflateRawSync(raw)
    parts.set(path, /\.(xml|rels)$/.test(path) ? content.toString('utf8') : content)
    at += 46 + name + extra + comment
  }
  return parts
}

/**
 * What is wrong with the structure of an Office file: XML that is not well formed, relationships that lead nowhere or are
 * named but not there, parts without a type, tables whose rows do not fill their grid or continue a merge nobody began.
 */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = partsOf(bytes)
  const types = String(parts.get('[Content_Types].xml') ?? '')
  return [...parts].flatMap(([path, content]) => {
    const faults: string[] = []
    const ending = path.slice(path.lastIndexOf('.') + 1)
    // Every part of XML is something of its own; what all .xml files are says nothing.
    const isTyped =
      types.includes(`PartName="/${path}"`) || (ending !== 'xml' && types.includes(`Extension="${ending}"`))
    if (path !== '[Content_Types].xml' && !isTyped) faults.push('has no type')
    if (typeof content !== 'string') return [...faults, ...faultsOf(content)].map((fault) => `${path}: ${fault}`)
    faults.push(...malformed(content), ...lostRelationships(path, content, parts), ...brokenTables(content))
    return faults.map((fault) => `${path}: ${fault}`)
  })
}

/** The text of a Word document, a line a paragraph. */
export function textOf(bytes: Uint8Array): string {
  const document = String(partsOf(bytes).get('word/document.xml') ?? '')
  return document
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[ >][^<]*<|<w:t>[^<]*</g)]
        .map(([run]) => run.replace(/^<w:t[^>]*>|<$/g, ''))
        .join(''),
    )
    .join('\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

function malformed(xml: string): string[] {
  const open: string[] = []
  const rest = xml.replace(/<\?[^?]*\?>|<!--[\s\S]*?-->/g, '')
  for (const [tag, closing, name, attributes = '', empty] of rest.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|</g,
  )) {
    if (name === undefined) return [`a < that begins no tag near ${rest.slice(rest.indexOf(tag), 60)}`]
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(attributes)) return ['a bare & in an attribute']
    if (closing === '/') {
      if (open.pop() !== name) return [`</${name}> closes nothing`]
    } else if (empty !== '/') open.push(name)
  }
  const text = rest.replace(/<[^>]*>/g, '')
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return ['a bare & in its text']
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text)) return ['a character no XML can hold']
  return open.length === 0 ? [] : [`<${open.at(-1)}> is not closed`]
}

function lostRelationships(path: string, xml: string, parts: ReadonlyMap<string, unknown>): string[] {
  const folder = path.split('/').slice(0, -1)
  if (path.endsWith('.rels')) {
    const targets = [...xml.matchAll(/<Relationship [^>]*>/g)].filter(
      ([each]) => !each.includes('TargetMode="External"'),
    )
    return targets.flatMap(([each]) => {
      const target = /Target="([^"]*)"/.exec(each)?.[1] ?? ''
      const from = target.startsWith('/') ? [] : folder.slice(0, -1)
      const at = [...from]
      for (const step of target.split('/')) {
        if (step === '..') at.pop()
        else if (step !== '' && step !== '.') at.push(step)
      }
      return parts.has(at.join('/')) ? [] : [`leads to ${target}, which is not there`]
    })
  }
  const named = [...xml.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id ?? '')
  const own = String(parts.get([...folder, '_rels', `${path.split('/').at(-1)}.rels`].join('/')) ?? '')
  return named
    .filter((id) => !own.includes(`Id="${id}"`))
    .map((id) => `names the relationship ${id}, which is not there`)
}

/** Of tables that stand in no other table. */
function brokenTables(xml: string): string[] {
  return [...xml.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)].flatMap(([table], number) => {
    const width = [...table.matchAll(/<w:gridCol /g)].length
    let above: readonly string[] = []
    return [...table.matchAll(/<w:tr[ >][\s\S]*?<\/w:tr>/g)].flatMap(([line], row) => {
      const cells = [...line.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => cell)
      const merges: string[] = []
      const faults: string[] = []
      for (const cell of cells) {
        const span = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? '1')
        const merge = /<w:vMerge(?: w:val="(\w+)")?\/>/.exec(cell)
        const isContinued = merge !== null && merge[1] !== 'restart'
        if (isContinued && above[merges.length] !== `merged ${span}`) faults.push(`continues a merge nobody began`)
        if (!/<w:p[ >/]/.test(cell)) faults.push('has a cell without a paragraph')
        merges.push(...Array.from({ length: span }, () => (merge === null ? '' : `merged ${span}`)))
      }
      if (merges.length !== width) faults.push(`fills ${merges.length} of ${width} columns`)
      above = merges
      return faults.map((fault) => `table ${number + 1}, row ${row + 1} ${fault}`)
    })
  })
}
