import { readFileSync } from 'node:fs'
import { indicatorById } from '@yardstick/model'
import { expect, test } from 'vitest'
import { comparisonOf, sentencesOf } from './adaptations/comparison.ts'
import { type Adaptation, adaptations, folders, rules, schemeIn } from './adaptations/library.ts'

/** What the READMEs say of adaptations is what the comparison of the two schemes says. */
const compared = new Map(adaptations.map((each) => [each.folder, { ...each, comparison: comparisonOf(each) }]))
const library = readFileSync(new URL('README.md', rules), 'utf8')
const seeds = readFileSync(new URL('seeds/README.md', rules), 'utf8')
const front = readFileSync(new URL('../README.md', rules), 'utf8')

const nameOf = ({ folder }: Adaptation) => folder.split('/')[1]
const figures = ({ folder }: Adaptation) => {
  const { asIs, changed, added, absent } = compared.get(folder)!.comparison
  return [asIs, changed, added, absent].join(' | ')
}

test.each(adaptations)('$folder stands in the table with its figures', (each) => {
  const row = `| \`${nameOf(each)}\` | \`${each.from.split('/')[1]}\` | ${figures(each)} |`
  expect(each.folder.startsWith('seeds/') ? seeds : library).toContain(row)
})

test.each(folders.filter((folder) => schemeIn(folder).sharing !== undefined))(
  '%s: what may be set and changed',
  (folder) => {
    const scheme = schemeIn(folder)
    const { parameters = [], boundaries = [] } = scheme.sharing!
    const byId = indicatorById(scheme)
    const locked = boundaries.filter(({ mayChange }) => mayChange === false)
    const names = locked.map(({ indicator }) => byId.get(indicator!)!.node.name)
    const widths = new Set(boundaries.flatMap(({ points }) => (points === undefined ? [] : [`±${points.plusMinus}`])))
    expect(library).toContain(
      `| \`${folder}\` | ${parameters.length} | ${names.join('、')} | ${[...widths].join('，')} |`,
    )
  },
)

test.each(folders.filter((folder) => schemeIn(folder).sharing !== undefined))(
  '%s says why of each of its limits',
  (folder) => {
    const { parameters = [], boundaries = [] } = schemeIn(folder).sharing!
    for (const { note } of [...parameters, ...boundaries]) expect(note ?? '').toMatch(/\p{Script=Han}{6}/u)
  },
)

test.each(adaptations.filter(({ folder }) => folder.startsWith('seeds/')))(
  '$folder stands on the front page in both languages',
  (each) => {
    const row = `| \`${nameOf(each)}\` | ${figures(each)} |`
    expect(front.split(row).length - 1).toBe(2)
  },
)

/** Told in the README of the seeds as examples. */
const examples: readonly (readonly [folder: string, zh: string, en: string])[] = [
  [
    'seeds/shaoguan-2019',
    '政府采购执行率：目标值由 ≥100% 改为 ≤100%',
    '政府采购执行率: target changed from ≥100% to ≤100%',
  ],
  [
    'seeds/shaoguan-2019',
    '人员管理：由“投入 / 预算配置”移到“预算执行情况”之下',
    '人员管理: moved from "投入 / 预算配置" to "预算执行情况"',
  ],
  [
    'seeds/shaoguan-2019',
    '在“目标设置”下增加指标“绩效目标覆盖率”（2 分）',
    'Added indicator "绩效目标覆盖率" (2 points) under "目标设置"',
  ],
  [
    'seeds/zhengning-2023',
    '在职人员控制率：目标值由 ≤100% 改为 ≥90%',
    '在职人员控制率: target changed from ≤100% to ≥90%',
  ],
  [
    'seeds/zhengning-2023',
    '“三公经费”控制率：目标值由 ≤100% 改为 “≤”',
    '“三公经费”控制率: target changed from ≤100% to "≤"',
  ],
  ['seeds/nanchang-2022', '产出：分值由 25 改为 45', '产出: points changed from 25 to 45'],
  ['seeds/yangquan-2021', '增加指标“D可持续性”（10 分）', 'Added indicator "D可持续性" (10 points)'],
  [
    'seeds/nanchang-2021-sysops-project',
    '保障系统后台稳定率：目标值由 ≥100% 改为 ≤0次',
    '保障系统后台稳定率: target changed from ≥100% to ≤0 次',
  ],
  [
    'seeds/nanchang-2021-archives-project',
    '在“数量指标”下增加指标“档案管理数量”（15 分）',
    'Added indicator "档案管理数量" (15 points) under "数量指标"',
  ],
]

test.each(examples)('%s: %s', (folder, zh, en) => {
  const { comparison } = compared.get(folder)!
  expect(sentencesOf(comparison, 'zh')).toContain(zh)
  expect(sentencesOf(comparison, 'en')).toContain(en)
  expect(seeds).toContain(zh)
  expect(seeds).toContain(en)
})
