import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import type { DocumentBlock, DocumentPart, TextDocument } from '../render/document.ts'
import { TableBuilder } from '../render/table-builder.ts'
import { writeDocument } from './docx.ts'
import { faultsOf, partsOf, textOf } from './office-file.testing.ts'

const chart: DocumentBlock = {
  kind: 'chart',
  chart: {
    title: '得分率',
    series: '得分率',
    bars: [
      { name: '产出', share: '0.9848' },
      { name: '效益', share: '1' },
    ],
  },
}

function document(blocks: readonly DocumentBlock[], more: Partial<TextDocument> = {}): TextDocument {
  const parts: DocumentPart[] = [{ shape: 'portrait', blocks }]
  return { title: '报告', language: 'zh', foot: ['核验 1'], parts, toFill: [], ...more }
}

function table(): DocumentBlock {
  const builder = new TableBuilder([10, 20, 10])
  builder.line(['一级', '二级', '得分'], 'header')
  builder.text(1, 0, '产出', 'text', 2)
  builder.text(1, 1, '数量', 'text')
  builder.put(1, 2, { content: { number: '20/3' }, look: 'figure' })
  builder.text(2, 1, '质量', 'text')
  builder.put(2, 2, { content: { number: '0.9848', percent: 2 }, look: 'figure' })
  builder.text(3, 0, '合计', 'sum', 1, 2)
  builder.put(3, 2, { content: { date: '2021-12-31' }, look: 'sum' })
  return { kind: 'table', table: builder.table(1) }
}

const xmlOf = async (made: TextDocument, part = 'word/document.xml') =>
  String(partsOf(await writeDocument(made)).get(part))

describe('writeDocument', () => {
  test('[X5] every part is whole: XML, relationships, types, tables, with a chart and its workbook', async () => {
    const blocks: DocumentBlock[] = [
      { kind: 'title', text: '一\n二' },
      { kind: 'subtitle', text: '2021年度' },
      { kind: 'heading', level: 1, text: '一、基本情况' },
      { kind: 'paragraph', text: 'a <b> & "c"\n第二段' },
      { kind: 'place', name: '目的', text: '【待填写：目的】' },
      { kind: 'caption', text: '表1' },
      table(),
      chart,
      { kind: 'note', text: '说明' },
    ]
    const parts: DocumentPart[] = [
      { shape: 'cover', blocks },
      { shape: 'portrait', blocks },
      { shape: 'landscape', blocks },
      { shape: 'form', blocks },
    ]
    for (const language of ['zh', 'en'] as const) {
      const bytes = await writeDocument(document([], { parts, language }))
      expect(faultsOf(bytes)).toEqual([])
      expect(textOf(bytes)).toContain('a <b> & "c"\n第二段\n')
    }
  })

  test('level cells are merged, header rows stand on every page, figures read as people write them', async () => {
    const xml = await xmlOf(document([table()]))
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1)
    for (const shown of ['6.666667', '98.48%', '2021-12-31']) expect(xml).toContain(`>${shown}<`)
  })

  test('pages are A4 in the shape of their part, counted from behind the cover', async () => {
    const parts = (['cover', 'portrait', 'landscape'] as const).map((shape) => ({ shape, blocks: [] }))
    const xml = await xmlOf(document([], { parts }))
    const sizes = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size)
    expect(sizes).toHaveLength(3)
    expect(sizes[1]).toMatch(/w:w="11906" w:h="16838" w:orient="portrait"/)
    expect(sizes[2]).toMatch(/w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(xml.match(/<w:pgNumType w:start="1"/g)).toHaveLength(1)
  })

  test('fonts are named for Chinese and for Latin, none is inside', async () => {
    const bytes = await writeDocument(document([{ kind: 'title', text: '报告' }, table()]))
    const styles = String(partsOf(bytes).get('word/styles.xml'))
    for (const font of ['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体']) {
      expect(styles).toContain(`w:eastAsia="${font}"`)
    }
    expect([...partsOf(bytes).keys()].filter((path) => /fonts?\//.test(path))).toEqual([])
    // Headings have the levels that a table of contents goes by.
    expect(styles.match(/<w:outlineLvl w:val="[0-3]"\/>/g)).toHaveLength(4)
  })

  test('what no file can hold is left out', async () => {
    const bytes = await writeDocument(document([{ kind: 'paragraph', text: 'a\u0000b\u0007c\uFFFEd\uD800e' }]))
    expect(faultsOf(bytes)).toEqual([])
    expect(textOf(bytes)).toContain('abcd\uFFFDe')
  })

  test('[X5] the same document makes the same file, at whatever time and after others', async () => {
    const made = document([table(), chart, chart])
    const first = await writeDocument(made)
    vi.useFakeTimers({ now: new Date('2030-01-01T10:20:30'), toFake: ['Date'] })
    const second = await writeDocument(made)
    vi.useRealTimers()
    expect(Buffer.compare(first, second)).toBe(0)
    expect(faultsOf(first)).toEqual([])
    const dated = await writeDocument({ ...made, madeAt: '2024-05-01T08:00:00Z' })
    expect(String(partsOf(dated).get('docProps/core.xml'))).toContain('2024-05-01T08:00:00Z')
  })
})

/** Part → what is done to its text → the fault that must be found. */
const breaks: readonly (readonly [part: string, from: string, to: string, fault: string])[] = [
  ['word/document.xml', '</w:body>', '', 'closes nothing'],
  ['word/document.xml', '<w:body>', '<w:body> & ', 'a bare & in its text'],
  ['word/document.xml', '<w:vMerge w:val="restart"/>', '', 'continues a merge nobody began'],
  ['word/document.xml', '<w:gridSpan w:val="2"/>', '', 'fills 2 of 3 columns'],
  ['word/_rels/document.xml.rels', 'styles.xml', 'nowhere.xml', 'leads to nowhere.xml'],
  ['word/_rels/document.xml.rels', 'rIdPart1', 'rIdOther', 'names the relationship rIdPart1'],
  ['[Content_Types].xml', '/word/document.xml', '/word/other.xml', 'has no type'],
]

test.each(breaks)('the check of parts finds a fault in %s: %s → %s', async (part, from, to, fault) => {
  const parts = unzipSync(await writeDocument(document([table(), chart])))
  const text = strFromU8(parts[part]!)
  expect(text).toContain(from)
  const broken = zipSync({ ...parts, [part]: strToU8(text.replace(from, to)) })
  expect(faultsOf(broken).join()).toContain(fault)
})
