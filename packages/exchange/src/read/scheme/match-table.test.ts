import { applyEdit, leaves, type Scheme, validate, walk } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { readIndicatorTable } from '../indicator/indicator-table.ts'
import { readTextTable } from '../table/text-table.ts'
import { importTable } from './import-table.ts'
import { matchTable, type RowDifference } from './match-table.ts'

const HEAD = '一级指标\t二级指标\t分值\t目标值\t评分标准'

function imported(lines: readonly string[], head = HEAD) {
  const reading = readIndicatorTable(readTextTable([head, ...lines].join('\n'))!)
  return importTable(reading, { name: '试点', language: 'zh', answers: { 'step-count': 'prorata' } })!
}

/** The edit leads to the scheme that is promised, which is a valid one. */
function matched(scheme: Scheme, lines: readonly string[], leftOut: readonly string[] = [], head = HEAD) {
  const match = matchTable(scheme, imported(lines, head), { language: 'zh', leftOut: new Set(leftOut) })
  const edited = applyEdit(scheme, match.edit)
  expect(edited.ok ? [] : edited.issues).toEqual([])
  if (!edited.ok) throw new Error()
  expect(edited.value.scheme).toEqual(match.scheme)
  const valid = validate('scheme', match.scheme)
  expect(valid.ok ? [] : valid.issues).toEqual([])
  return match
}

function told({ kind, where, by, changes }: RowDifference): string {
  const what = changes.map(({ field, from, to }) => `${field} ${from}→${to}`)
  return [kind, where.join('/'), by === undefined ? '' : `(${by})`, ...what].filter((each) => each !== '').join(' ')
}

const differences = (scheme: Scheme, lines: readonly string[], head = HEAD) =>
  matched(scheme, lines, [], head)
    .differences.filter(({ kind }) => kind !== 'same')
    .map(told)

const BODY = [
  '产出\t培训人次\t30\t≥50人次\t',
  '\t合格率\t30\t≥95%\t每降低1%扣1分，扣完为止',
  '效益\t满意度\t20\t≥90%\t达到目标值得满分，否则不得分',
  '\t投诉\t20\t≤3件\t',
]
const before = imported(BODY).scheme
const line = (index: number, text: string) => BODY.map((each, at) => (at === index ? text : each))

describe('[X7] a newer table', () => {
  it('that is the same is no difference', () => {
    expect(differences(before, BODY)).toEqual([])
    expect(matched(before, BODY).edit).toEqual({ type: 'batch', edits: [] })
  })

  const rows: [string, readonly string[], string[]][] = [
    [
      'changes points',
      line(0, '产出\t培训人次\t25\t≥50人次\t').map((each) => each.replace('\t30\t≥95', '\t35\t≥95')),
      ['changed 产出/培训人次 (path) points 30→25', 'changed 产出/合格率 (path) points 30→35'],
    ],
    [
      'changes a target',
      line(0, '产出\t培训人次\t30\t≥60人次\t'),
      ['changed 产出/培训人次 (path) target ≥50人次→≥60人次'],
    ],
    [
      'changes a standard',
      line(2, '效益\t满意度\t20\t≥90%\t每降低1%扣2分，扣完为止'),
      ['changed 效益/满意度 (path) standard 达到目标值得满分，否则不得分→每降低1%扣2分，扣完为止'],
    ],
    ['says nothing of a standard', line(2, '效益\t满意度\t20\t≥90%\t'), []],
    [
      'renames where nothing else has changed',
      line(0, '产出\t培训次数\t30\t≥50人次\t'),
      ['changed 产出/培训次数 (position) name 培训人次→培训次数'],
    ],
    [
      'adds',
      [...BODY.slice(0, 2), '\t覆盖率\t0\t≥80%\t', ...BODY.slice(2)],
      ['added 产出/覆盖率 name →覆盖率 points →0 target →≥80%'],
    ],
    [
      'takes away',
      [BODY[0]!, ...BODY.slice(2)],
      ['changed 产出 (path) points 60→30', 'removed 产出/合格率 points 30→', 'changed full-score 100→70'],
    ],
    [
      'moves to another branch',
      [
        BODY[0]!,
        '效益\t满意度\t20\t≥90%\t达到目标值得满分，否则不得分',
        '\t合格率\t30\t≥95%\t每降低1%扣1分，扣完为止',
        BODY[3]!,
      ],
      [
        'changed 产出 (path) points 60→30',
        'changed 效益 (path) points 40→70',
        'moved 效益/合格率 (name) place 产出→效益',
      ],
    ],
    [
      'changes the order',
      ['产出\t合格率\t30\t≥95%\t每降低1%扣1分，扣完为止', '\t培训人次\t30\t≥50人次\t', ...BODY.slice(2)],
      ['moved 产出/培训人次 (path) place 产出→产出'],
    ],
  ]
  it.each(rows)('%s', (_, lines, expected) => {
    expect(differences(before, lines).sort()).toEqual([...expected].sort())
  })

  it('is known by its numbers where names have changed', () => {
    const head = '序号\t指标名称\t分值\t目标值'
    const scheme = imported(['1\t产出\t50\t', '1.1\t甲\t50\t≥5个', '2\t效益\t50\t', '2.1\t乙\t50\t≥6个'], head).scheme
    const lines = ['1\t产出指标\t50\t', '1.1\t甲项\t50\t≥5个', '2\t效益\t50\t', '2.1\t乙\t50\t≥6个']
    expect(differences(scheme, lines, head)).toEqual([
      'changed 产出指标 (code) name 产出→产出指标',
      'changed 产出指标/甲项 (code) name 甲→甲项',
    ])
  })
})

describe('what the table says nothing of', () => {
  const [first] = leaves(before)
  const edited: Scheme = {
    ...before,
    items: [...before.items, { id: '备用', type: 'number' }],
    indicators: before.indicators.map((node, index) => (index === 0 ? { ...node, core: true, basis: '某文件' } : node)),
    rules: [
      {
        id: 'veto',
        name: '否决',
        conditions: { all: [{ fact: '投诉', operator: 'greaterThan', value: 10 }] },
        event: { type: 'zero', params: { indicator: first!.node.id, reason: '投诉过多' } },
      },
    ],
  }
  it('stays', () => {
    const { scheme } = matched(edited, line(0, '产出\t培训人次\t30\t≥60人次\t'))
    expect(scheme).toMatchObject({ rules: edited.rules, items: edited.items })
    expect(scheme.indicators[0]).toMatchObject({ core: true, basis: '某文件' })
  })
  it('goes where it was about what goes', () => {
    const { scheme } = matched(
      edited,
      BODY.slice(1).map((each) => each.replace(/^\t/, '产出\t')),
    )
    expect(scheme.rules).toEqual([])
  })
  it('keeps its id and its values under a new name', () => {
    const { scheme } = matched(before, line(0, '产出\t培训次数\t30\t≥50人次\t'))
    expect(scheme.cases).toEqual(before.cases)
    expect(leaves(scheme)[0]!.node).toMatchObject({ id: '培训人次', name: '培训次数', actual: '培训人次' })
  })
})

describe('what is left out', () => {
  const names = (scheme: Scheme) => walk(scheme).map(({ node }) => `${node.name} ${node.points}`)
  it('of changes stays as it was', () => {
    const lines = BODY.map((each) => each.replace('\t30\t', '\t29\t'))
    expect(names(matched(before, lines, ['培训人次', '产出', '']).scheme)).toEqual([
      '产出 60',
      '培训人次 30',
      '合格率 29',
      '效益 40',
      '满意度 20',
      '投诉 20',
    ])
  })
  it('of what is added is not there', () => {
    const lines = [...BODY, '加分项\t表彰\t5\t\t']
    expect(names(matched(before, lines).scheme)).toContain('表彰 5')
    expect(names(matched(before, lines, ['表彰', '加分项']).scheme)).toEqual(names(before))
    expect(names(matched(before, lines, ['加分项']).scheme)).toEqual(names(before))
  })
  it('of what is gone stands where it stood', () => {
    expect(
      names(
        matched(
          before,
          BODY.slice(1).map((each, at) => (at === 0 ? `产出${each}` : each)),
          ['培训人次', '产出', ''],
        ).scheme,
      ),
    ).toEqual(names(before))
    expect(names(matched(before, BODY.slice(0, 2), ['投诉', '']).scheme)).toEqual([
      '产出 60',
      '培训人次 30',
      '合格率 30',
      '效益 40',
      '投诉 20',
    ])
  })
})

it('an indicator that a condition elsewhere speaks of cannot go', () => {
  const scheme: Scheme = {
    ...before,
    rules: [
      {
        id: 'r',
        name: '提醒',
        conditions: { all: [{ fact: 'score:投诉', operator: 'lessThan', value: 5 }] },
        event: { type: 'flag', params: { reason: '投诉得分低' } },
      },
    ],
  }
  const { differences: found, scheme: after } = matched(scheme, BODY.slice(0, 3))
  expect(found.find(({ kind }) => kind === 'removed')).toMatchObject({ id: '投诉', isTied: true })
  expect(walk(after).some(({ node }) => node.id === '投诉')).toBe(true)
})

it('items and measures that a new rule needs come with it', () => {
  const lines = [...BODY.slice(0, 3), '\t投诉\t10\t≤3件\t', '\t预算执行率\t10\t≥100%\t']
  const { scheme } = matched(before, lines)
  expect(scheme.items.map(({ id }) => id)).toEqual(['培训人次', '合格率', '满意度', '投诉', '预算执行率'])
})
