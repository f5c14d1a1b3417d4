import { readIndicatorTable } from '@yardstick/exchange/indicator-table'
import { readTextTable } from '@yardstick/exchange/table'
import { applyEdit, type Indicator, isBranch, type Scheme, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { planPaste } from './paste-plan.ts'

const blank: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '100',
  items: [],
  indicators: [{ id: 'indicator-1', name: '一级指标', points: '100', scoring: { method: 'judgement' } }],
}

const table = [
  '一级指标\t二级指标\t分值\t目标值\t评分标准',
  '产出\t培训人次\t20\t≥50人次\t',
  '\t按期完成率\t15\t≥95%\t达到目标值得满分，每低1个百分点扣1分，不足1个百分点的不扣分，扣完为止',
  '效益\t群众满意\t10\t达成预期\t',
].join('\r\n')

function paste(text: string, scheme: Scheme) {
  const plan = planPaste(readIndicatorTable(readTextTable(text)!), scheme, 'zh')
  const done = applyEdit(scheme, { type: 'batch', edits: [...plan.edits] })
  if (!done.ok) throw new Error(done.issues.map((each) => `${each.code} ${each.pointer}`).join('\n'))
  return { plan, scheme: done.value.scheme }
}

function shown(nodes: readonly Indicator[]): string {
  return nodes
    .map((node) =>
      isBranch(node) ? `${node.name} ${node.points}(${shown(node.children)})` : `${node.name} ${node.points}`,
    )
    .join(', ')
}

describe('a pasted table', () => {
  const first = paste(table, blank)

  it('becomes the tree of an empty scheme', () => {
    expect(shown(first.scheme.indicators)).toBe('产出 35(培训人次 20, 按期完成率 15), 效益 10(群众满意 10)')
    expect(validate('scheme', first.scheme).ok).toBe(true)
  })

  it('brings the data items its measured leaves read, and methods from sentence or target', () => {
    expect(first.scheme.items.map((item) => `${item.id} ${item.type} ${item.unit ?? ''}`)).toEqual([
      '培训人次 count 人次',
      '按期完成率 rate ',
    ])
    const methods = first.scheme.indicators.flatMap((node) =>
      isBranch(node) ? node.children.map((child) => (isBranch(child) ? '' : child.scoring.method)) : [],
    )
    expect(methods).toEqual(['ratio', 'steps', 'levels'])
    expect(first.plan.suggests).toHaveLength(2)
  })

  it('pasted twice changes nothing', () => {
    expect(paste(table, first.scheme).plan.edits).toEqual([])
  })

  it('pasted again with other numbers changes those and adds what is new', () => {
    const other = table.replace('20\t≥50人次', '18\t≥60人次').replace('按期完成率\t15', '按时完成率\t17')
    const { plan, scheme } = paste(other, first.scheme)
    expect(plan.rows.map((row) => `${row.name} ${row.kind}`)).toEqual([
      '产出 same',
      '培训人次 change',
      '按时完成率 add',
      '效益 same',
      '群众满意 same',
    ])
    expect(shown(scheme.indicators)).toBe('产出 35(培训人次 18, 按期完成率 15, 按时完成率 17), 效益 10(群众满意 10)')
  })

  it('of leaves alone finds them by their names', () => {
    const { plan } = paste('指标名称\t分值\r\n培训人次\t12\r\n群众满意\t10', first.scheme)
    expect(plan.rows.map((row) => `${row.name} ${row.kind}`)).toEqual(['培训人次 change', '群众满意 same'])
  })

  it('may put children under a leaf, which becomes a branch', () => {
    const deeper = ['一级指标\t二级指标\t三级指标\t分值', '效益\t群众满意\t问卷满意度\t6', '\t\t回访满意度\t4'].join(
      '\r\n',
    )
    const { scheme } = paste(deeper, first.scheme)
    expect(shown(scheme.indicators.slice(1))).toBe('效益 10(群众满意 10(问卷满意度 6, 回访满意度 4))')
  })
})

describe('the author’s 评分标准', () => {
  const head = '一级指标\t二级指标\t分值\t目标值\t评分标准'
  const leafIn = (scheme: Scheme) => {
    const [top] = scheme.indicators
    return top !== undefined && isBranch(top) ? top.children[0]! : top
  }

  it.each([
    ['每低1个百分点扣0.5分，不足1个百分点的不扣分，扣完为止', 'steps', undefined],
    // A part of a step is not said.
    ['每低1个百分点扣0.5分，扣完为止', 'steps', 'assumed'],
    // Not read: the target suggests a method, and somebody has to look.
    ['视群众反映情况扣分', 'ratio', 'assumed'],
  ])('%s', (standard, method, scoringBasis) => {
    const { scheme } = paste([head, `产出\t合格率\t20\t≥95%\t${standard}`].join('\n'), { ...blank, stepCount: 'whole' })
    expect(leafIn(scheme)).toMatchObject({ standard, scoring: { method } })
    expect((leafIn(scheme) as { scoringBasis?: string }).scoringBasis).toBe(scoringBasis)
  })

  it('that is new to a row is kept, and its rule is not left as if it were right', () => {
    const first = paste([head, '产出\t合格率\t20\t≥95%\t'].join('\n'), blank)
    const again = [head, '产出\t合格率\t20\t≥95%\t视群众反映情况扣分'].join('\n')
    const second = paste(again, first.scheme)
    expect(leafIn(second.scheme)).toMatchObject({
      standard: '视群众反映情况扣分',
      scoring: { method: 'ratio' },
      scoringBasis: 'assumed',
    })
    expect(paste(again, second.scheme).plan.edits).toEqual([])
  })

  it('that is only what the rule prints is not the author’s', () => {
    const first = paste([head, '产出\t合格率\t20\t≥95%\t'].join('\n'), blank)
    const printed = '达到目标值（≥95%）得满分，未达到的，按实际完成值÷目标值×分值计分。'
    const second = paste([head, `产出\t合格率\t20\t≥95%\t${printed}`].join('\n'), first.scheme)
    expect(second.plan.edits).toEqual([])
  })
})
