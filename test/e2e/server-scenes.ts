import type { Page } from 'playwright-core'
import type { FilledServer } from './filled-server.ts'
import { menu, settled, tab } from './views.ts'

type Person = 'wang' | 'li' | 'root'
type Open = (page: Page) => Promise<void>

/** A page of the server: who looks at it, its address, and the way on from there. */
export interface ServerScene {
  readonly name: string
  /** null: nobody has signed in. */
  readonly who: Person | null
  readonly hash: string
  readonly open: Open
}

const nothing: Open = async () => undefined

/** More for the pictures: a changed draft, a review with remarks, and a library. Gives the scheme that is under review. */
export async function furnish({ wang, li, scheme }: FilledServer): Promise<string> {
  const { revision, scheme: document } = await wang.ask('GET', `/api/schemes/${scheme}/draft`)
  // A point for each percentage point becomes two: an impact to look at.
  const stricter = JSON.stringify(document).replace(
    '"deduct":"1","per":"percentage-point"',
    '"deduct":"2","per":"percentage-point"',
  )
  await wang.ask('PUT', `/api/schemes/${scheme}/draft`, JSON.parse(stricter), revision)
  const add = async (name: string, region: string): Promise<string> =>
    (await wang.ask('POST', '/api/schemes', { region, scheme: { ...document, name } })).id
  await add('东湖区市政设施养护项目支出绩效评价指标体系（征求意见稿）', '360102')
  const reviewed = await add('2023年度城市道路养护项目支出绩效评价指标体系', '360100')
  await wang.ask('POST', `/api/schemes/${reviewed}/review`, { note: '按局务会意见调整了产出指标，请审核' })
  const remarks = `/api/schemes/${reviewed}/review/remarks`
  await li.ask('POST', remarks, { indicator: 'output.quality.stability', text: '目标值“≤0次”的依据要写明文号。' })
  await li.ask('POST', remarks, { text: '等级分档与市财政局 2023 年通知不一致，请核对。' })
  for (const [id, tag] of [
    ['satisfaction', '公共服务'],
    ['process', '资金管理'],
  ]) {
    const branch = document.indicators.find((each: { id: string }) => each.id === id)
    const names: string[] = JSON.stringify(branch).match(/预算资金|实际到位资金|实际支出资金|参保人员满意度/g) ?? []
    const measures = document.measures.filter((each: { id: string }) => JSON.stringify(branch).includes(each.id))
    const read = [...names, ...measures.flatMap((each: { formula: string }) => each.formula)].join(' ')
    const items = document.items.filter((each: { id: string }) => read.includes(each.id))
    const module = { id, name: branch.name, items, measures, indicators: [branch] }
    const tags = [
      { facet: 'field', tag },
      { facet: 'department-type', tag: '人力资源和社会保障' },
    ]
    await wang.ask('POST', '/api/library', { name: branch.name, region: '360100', tags, module })
  }
  return reviewed
}

const icon = (page: Page, name: string) => page.locator(`main button:has(.anticon-${name})`).first()
const first = (selector: string): Open => {
  return (page) => page.locator(selector).first().click()
}
const state = (entry: RegExp): Open => {
  return async (page) => {
    await page.locator('.review-state').click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
}

/** Every view that the server adds, in the order in which one comes to them. */
export function serverScenes({ scheme, later, submission }: FilledServer, reviewed: string): readonly ServerScene[] {
  const scene = (who: Person | null, name: string, hash = '', open = nothing): ServerScene => ({
    name,
    who,
    hash,
    open,
  })
  const campaign = `#campaigns/${later}`
  return [
    scene(null, 'sign-in'),
    scene('wang', 'schemes'),
    scene('wang', 'password', '', async (page) => {
      await page.locator('button:has(.anticon-user)').first().click()
      await page.getByRole('menuitem').nth(1).click()
    }),
    scene('wang', 'submit', `#design=${scheme}`, state(/提交审核|Submit/)),
    scene('wang', 'impact', `#design=${scheme}`, async (page) => {
      await tab(page, 'versions')
      await page.locator('.versions-head .ant-segmented-item').nth(2).click()
      await page.locator('.versions-head .ant-select').nth(2).click()
      await page.locator('.ant-select-item-option').nth(1).click()
    }),
    scene('wang', 'library-take', `#design=${scheme}`, async (page) => {
      await menu(page, /^(从指标库取用|Take over from the library)$/)
      await page.locator('.library-list li button').first().click()
    }),
    scene('wang', 'library-put', `#design=${scheme}`, async (page) => {
      await page.locator('.sheet-row [data-column="1"]').first().click({ button: 'right' })
      await page.getByRole('menuitem', { name: /放入指标库|Put into the library/ }).click()
    }),
    scene('li', 'review', `#design=${reviewed}`, state(/审核意见|Remarks/)),
    scene('li', 'approve', `#design=${reviewed}`, state(/审核通过|Approve/)),
    scene('li', 'return', `#design=${reviewed}`, state(/退回修改|Return/)),
    scene('wang', 'withdraw', `#design=${reviewed}`, state(/撤回送审|Withdraw/)),
    scene('li', 'campaigns', '#campaigns'),
    scene('li', 'campaign-form', '#campaigns', (page) => icon(page, 'plus').click()),
    scene('li', 'submissions', campaign),
    scene('li', 'stage', campaign, first('.stages-go .ant-btn-primary')),
    scene('li', 'submission', campaign, first('.list-body .list-link')),
    ...['form', 'desk', 'report', 'history'].map((part) =>
      scene('li', `submission-${part}`, `#submissions/${submission}/${part}`),
    ),
    scene('wang', 'workbooks', `${campaign}/workbooks`),
    scene('li', 'complaints', `${campaign}/complaints`),
    scene('li', 'scoring', `${campaign}/scoring`),
    scene('li', 'ranking', `${campaign}/ranking`),
    scene('li', 'result', `${campaign}/ranking`, first('.list-body .list-link')),
    scene('li', 'report', campaign, async (page) => {
      await page.locator('.list-body .list-link').first().click()
      await page.getByRole('link', { name: /^(报告|Report)$/ }).click()
      await page.locator('.report-editor').waitFor()
    }),
    scene('li', 'reports-zip', campaign, (page) => icon(page, 'file-zip').click()),
    scene('li', 'statistics', `${campaign}/statistics`),
    ...['heat-map', 'discrimination', 'full-marks', 'self', 'years'].map((picture) =>
      scene('li', `comparison-${picture}`, `${campaign}/comparison/${picture}`),
    ),
    scene('li', 'audit', '#audit', first('.audit-examples button')),
    scene('root', 'departments', '#departments'),
    scene('root', 'department-form', '#departments', (page) => icon(page, 'plus').click()),
    scene('root', 'departments-paste', '#departments', (page) => icon(page, 'snippets').click()),
    scene('root', 'regions', '#departments', (page) => page.getByText(/^(地区名称|Names of regions)$/).click()),
    scene('wang', 'library', '#library', first('.library-list li button')),
    scene('root', 'accounts', '#accounts'),
    scene('root', 'account-form', '#accounts', (page) => icon(page, 'plus').click()),
    scene('root', 'audit-log', '#audit-log'),
    scene('root', 'audit-head', '#audit-log', (page) => icon(page, 'printer').click()),
  ]
}

/** What somebody saved while the page could not reach the server, and both changed: the dialog that puts it together. */
export async function conflict(page: Page, { wang, scheme }: FilledServer): Promise<void> {
  await page.context().setOffline(true)
  const name = page.locator('.title-bar input').first()
  await name.fill('系统运维费项目支出绩效评分表（2023 年修订）')
  await name.press('Enter')
  const { revision, scheme: document } = await wang.ask('GET', `/api/schemes/${scheme}/draft`)
  const other = { ...document, name: `系统运维费绩效评价指标体系（第 ${revision} 稿）` }
  await wang.ask('PUT', `/api/schemes/${scheme}/draft`, other, revision)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: /^(查看并合并|See and merge)/ }).click()
  await page.locator('.merge-changes').waitFor()
  await settled(page)
}
