import type { Scheme } from '@yardstick/model'
import { expect, test } from 'vitest'
import { branch, leaf } from './sample-tree.testing.ts'
import { schemePicture } from './scheme-picture.ts'
import { shownBox } from './shown-box.ts'

const long = '城乡居民基本养老保险参保缴费续保率（含新业态从业人员及被征地农民）与上年同期相比提高的幅度及其稳定性'
const title = `${'某某市某某局'.repeat(8)}部门整体支出绩效评价指标体系`
const scheme = {
  name: title,
  fullScore: '100',
  indicators: [branch('all', [leaf('long', long), ...Array.from({ length: 120 }, (_, at) => leaf(`leaf-${at}`))])],
} as unknown as Scheme

const picture = (folded: readonly string[], sample?: { name: string; total: string }) =>
  schemePicture(scheme, new Set(folded), (box) => shownBox(box, scheme, null, []), { language: 'zh', sample })
/** The text of all lines, put together again. */
const read = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text).join('')

test('names are told whole, however long', () => {
  const { svg } = picture([])
  expect(read(svg)).toContain(long)
  expect(read(svg)).not.toContain('…')
})

test('the title of a narrow picture is told whole, inside it', () => {
  const { svg, width } = picture(['all'], { name: '某某市某某局', total: '88.5' })
  expect(read(svg)).toContain(title)
  expect(read(svg)).toContain('某某市某某局：88.5 分')
  for (const [, x, size, text] of svg.matchAll(/<text x="([\d.]+)" y="[\d.]+" font-size="(18|12)"[^>]*>([^<]*)</g)) {
    const isChinese = /^[\u3000-\uffef]+$/.test(text!)
    if (isChinese) expect(Number(x) + Number(size) * text!.length).toBeLessThanOrEqual(width)
  }
})

test('how many are folded stands inside the picture', () => {
  const { svg, width } = picture(['all'])
  const box = Number(/translate\((\d+) \d+\)"><title>all/.exec(svg)![1])
  const [, at] = /<text x="(\d+)"[^>]*>\+121</.exec(svg)!
  expect(24 + box + Number(at) + 28).toBeLessThanOrEqual(width)
})
