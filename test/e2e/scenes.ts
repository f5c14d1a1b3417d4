import type { Page } from 'playwright-core'
import { paste } from './paste.ts'
import { drawer, menu, settled, tab } from './views.ts'

type Open = (page: Page) => Promise<void>

/** What lies deeper than a view, under the template that has it: forms, dialogs, comparisons, with the way to each. */
export interface Scenes {
  readonly title: string
  readonly template: string
  readonly scenes: readonly (readonly [name: string, open: Open])[]
}

/** An indicator of each method, by the name it has in a template. */
const ofEducation = [
  ['ratio', '骨干教师交流轮岗比例'],
  ['steps', '预算完成率'],
  ['bands', '学业达标率较上年提升'],
  ['curve', '普惠性幼儿园覆盖率'],
  ['checklist', '义务教育专项资金使用合规性'],
  ['levels', '校舍安全与维护'],
  ['judgement', '“双减”工作成效'],
  ['formula', '预算调剂控制'],
  ['table', '教育投入“两个只增不减”'],
  ['share-met', '学校预决算公开'],
] as const
const ofHealth = [
  ['pass', '公共卫生补助资金拨付'],
  ['pass-condition', '中医馆设置'],
  ['rank', '次均住院费用增幅（与全市平均比较）'],
  ['rank-places', '市级考核名次'],
] as const

export const allScenes: readonly Scenes[] = [
  { title: 'methods', template: 'departments/education', scenes: ofEducation.flatMap(written) },
  { title: 'more methods', template: 'departments/health', scenes: ofHealth.flatMap(written) },
  {
    title: 'inspector',
    template: 'departments/education',
    scenes: [
      ['source', inspectorTab('骨干教师交流轮岗比例', 'source')],
      ['basis', inspectorTab('骨干教师交流轮岗比例', 'basis')],
      ['branch', (page) => go(page, '教育教学质量')],
      ['branch-weighted', (page) => go(page, '满意度')],
      ['branch-alternatives', (page) => go(page, '营养改善计划')],
      ['several', several],
    ],
  },
  {
    title: 'conditions',
    template: 'departments/health',
    scenes: [
      ['branch-conditions', (page) => go(page, '次均住院费用控制')],
      ['rules-closed', (page) => tab(page, 'rules')],
      ['rules-shared', openRules],
    ],
  },
  {
    title: 'panels',
    template: 'departments/education',
    scenes: [
      ['rules-open', openRules],
      ['items-side', itemsSide],
      ['items-measures', measures],
      ['graph-selected', graphSelected],
      ['trial-chosen', (page) => drawer(page, 1)],
      ['comparison', comparison],
      ['boundary', boundary],
      ['trial-paste', trialPaste],
      ['table-paste', tablePaste],
      ['import-way', (page) => menu(page, /^(重新导入|Import again)$/)],
      ['import-again', importAgain],
      ['standard-typed', standardTyped],
    ],
  },
  {
    title: 'changes',
    template: 'departments/education',
    scenes: [
      ['scheme-large', (page) => menu(page, /^(方案设置|Scheme settings)$/)],
      ['weights-pairs', (page) => weights(page, 2)],
      ['weights-experts', (page) => weights(page, 3)],
      ['changed', change],
      ['history', inspectorTab('学生体质健康优良率', 'history')],
      ['versions-text', (page) => versions(page, 0)],
      ['versions-table', (page) => versions(page, 1)],
      ['versions-impact', (page) => versions(page, 2)],
      ['issues', (page) => drawer(page, 0)],
      ['manual-print', print],
    ],
  },
  {
    title: 'declarations',
    template: 'national/project-selfeval',
    scenes: [
      ['declarations-own', ownLeaf],
      ['declarations-items', (page) => segment(page, '.declarations', 1)],
      ['export-declaration', (page) => page.locator('.title-bar button:has(.anticon-export)').click()],
    ],
  },
]

/** By way of the palette: rows out of view are not drawn. */
async function go(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('.palette-input').fill(name)
  await page.keyboard.press('Enter')
  await page.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLInputElement>('.inspector-name input, .inspector-name textarea')?.value === wanted,
    name,
  )
}

/** The same rule as a sentence and as a form. */
function written([method, name]: readonly [string, string]): Scenes['scenes'] {
  const inWriting =
    (index: number): Open =>
    async (page) => {
      await go(page, name)
      await settled(page)
      await segment(page, '.inspector-method', index)
    }
  return [
    [`method-${method}`, inWriting(0)],
    [`method-${method}-form`, inWriting(1)],
  ]
}

const segment = (page: Page, within: string, index: number) =>
  page.locator(`${within} .ant-segmented`).first().locator('.ant-segmented-item').nth(index).click()

function inspectorTab(name: string, which: string): Open {
  return async (page) => {
    await go(page, name)
    await page.locator(`.inspector-tab[data-tab="${which}"]`).click()
  }
}

async function several(page: Page): Promise<void> {
  await go(page, '骨干教师交流轮岗比例')
  await page.locator('.grid [data-sheet-input]').focus()
  await page.keyboard.press('Shift+ArrowDown')
}

/** Each rule unfolded; the first ones are seen. */
async function openRules(page: Page): Promise<void> {
  await tab(page, 'rules')
  await page.locator('.rules-card').first().waitFor()
  const folded = page.locator('.rules-name[aria-expanded="false"]')
  while ((await folded.count()) > 0) await folded.first().click()
}

async function itemsSide(page: Page): Promise<void> {
  await tab(page, 'items')
  await page.locator('.items-sheet [role=gridcell]').nth(2).click()
}

async function measures(page: Page): Promise<void> {
  await segment(page, '.items', 1)
  await page.locator('.items-sheet [role=gridcell]').first().click()
}

async function graphSelected(page: Page): Promise<void> {
  await tab(page, 'graph')
  await page.locator('.graph-box').nth(1).click()
}

async function comparison(page: Page): Promise<void> {
  await tab(page, 'trial')
  await segment(page, '.trial-toolbar', 1)
}

async function boundary(page: Page): Promise<void> {
  await go(page, '预算完成率')
  await tab(page, 'trial')
  await segment(page, '.trial-toolbar', 0)
  await page.locator('.trial-toolbar button').nth(4).click()
  await page.locator('.ant-dropdown-menu-item').last().click()
}

async function trialPaste(page: Page): Promise<void> {
  await page.locator('.sheet-row [role=gridcell]').nth(2).click()
  await paste(page, { text: '单位\t骨干教师数\t家长满意度\t备注\n甲县\t420\t91\tx\n乙县\t四百\t９３％\ty\n' })
}

async function tablePaste(page: Page): Promise<void> {
  await go(page, '入学与巩固')
  const rows = ['入学与巩固\t14\t', '九年义务教育巩固率\t5\t≥97%', '控辍保学台账\t1.5\t1个']
  await paste(page, { text: `指标名称\t分值\t目标值\n${rows.join('\n')}` })
}

async function importAgain(page: Page): Promise<void> {
  await menu(page, /^(重新导入|Import again)$/)
  await page.locator('.reimport-paste').focus()
  const rows = ['入学与巩固\t14\t', '九年义务教育巩固率\t5\t≥97%', '控辍保学台账\t1.5\t1个']
  await paste(page, { text: `指标名称\t分值\t目标值\n${rows.join('\n')}` })
  await page.locator('.difference-list').waitFor()
}

/** In somebody's own words: what is read of them, and what is open. */
async function standardTyped(page: Page): Promise<void> {
  await go(page, '学生体质健康优良率')
  await page.locator('.sentence-tools button').last().click()
  await page.locator('.sentence-text textarea').fill('达标得满分，每降低1%扣0.5分；情况特殊的另行研究')
}

async function weights(page: Page, way: number): Promise<void> {
  await go(page, '投入与管理')
  await menu(page, /^(权重助手|Weights)$/)
  await segment(page, '.weights', way)
}

/** A step of each kind, one of which leaves the points short. */
async function change(page: Page): Promise<void> {
  await go(page, '学生体质健康优良率')
  await fill(page, '.inspector-head .field-decimal', '7')
  await go(page, '近视率下降')
  await fill(page, '.inspector-name textarea, .inspector-name input', '儿童青少年近视率下降')
  await go(page, '大班额数')
  await page.locator('.grid [data-sheet-input]').focus()
  await page.keyboard.press('Control+-')
}

async function fill(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).first().fill(text)
  await page.keyboard.press('Control+Enter')
}

async function versions(page: Page, reading: number): Promise<void> {
  await tab(page, 'versions')
  await segment(page, '.versions-head', reading)
}

async function print(page: Page): Promise<void> {
  await tab(page, 'manual')
  await page.locator('.manual-paper').waitFor()
  await page.emulateMedia({ media: 'print' })
}

async function ownLeaf(page: Page): Promise<void> {
  await tab(page, 'declarations')
  await page.locator('.sheet-row', { hasText: '新增助餐点' }).first().locator('[role=gridcell]').first().click()
}
