import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { paste } from './paste.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const seed = new URL('../../rules/seeds/nanchang-2021-sysops-project/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, seed), 'utf8'))

let browser: Browser
const faults: string[] = []
const contexts: BrowserContext[] = []

async function newPage(address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    colorScheme,
  })
  contexts.push(context)
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto(address)
  return page
}

/** Icons are part of a button's name. */
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
/** Of the list that is open. */
const option = (page: Page, text: string | RegExp) =>
  page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: text })
const told = (page: Page, text: string | RegExp) => page.locator('.ant-message').getByText(text).waitFor()

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

/** As the person whose page it is, without the page. */
// biome-ignore lint/suspicious/noExplicitAny: tests read what they expect to find
async function asked(page: Page, method: string, path: string, data?: unknown, revision?: number): Promise<any> {
  const headers = revision === undefined ? {} : { 'if-match': `"${revision}"` }
  const response = await page.request.fetch(new URL(path, page.url()).href, { method, data, headers })
  expect([path, response.status()]).toEqual([path, expect.toSatisfy((status: number) => status < 300)])
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

/** A scheme, submitted, approved and published; its version. */
async function published(page: Page): Promise<string> {
  const { id } = await asked(page, 'POST', '/api/schemes', { region: '360100', scheme: read('scheme.json') })
  await asked(page, 'POST', `/api/schemes/${id}/review`, { note: '请审核' })
  await asked(page, 'POST', `/api/schemes/${id}/review/decision`, { decision: 'approved', note: '' })
  return (await asked(page, 'POST', `/api/schemes/${id}/versions`)).hash
}

async function findings(page: Page): Promise<string[]> {
  await page.waitForTimeout(200)
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(part: Document, options: object): Promise<AxeResults> } }).axe.run(
      document,
      {
        resultTypes: ['violations'],
      },
    ),
  )
  return violations
    .filter(({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3)}`)
}

const UNITS = `单位名称\t类型\t行政区划代码\t上级单位
教育局\t行政单位\t360100\t
实验中学\t学校\t360102\t教育局
第2小学\t学校\t360102\t教育局`

describe.skipIf(hasNoBrowser)('what the server manages', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  })
  afterAll(async () => {
    await browser.close()
    expect(faults).toEqual([])
  })

  describe('without accounts', () => {
    const server = new RealServer()
    let page: Page
    beforeAll(async () => {
      await server.start()
      page = await newPage(server.address)
    }, 120_000)
    afterAll(() => server.end())

    test('is reached from the opening page, and says what belongs there while it is empty', async () => {
      const rooms = page.getByRole('navigation', { name: '管理' }).getByRole('link')
      await rooms.first().waitFor()
      expect(await rooms.allTextContents()).toEqual(['评价项目', '单位', '模板库', '指标库', '账户', '操作日志'])
      for (const [room, empty] of [
        ['评价项目', '还没有评价项目'],
        ['单位', '还没有单位'],
        ['指标库', '指标库还是空的'],
        ['账户', '现在没有账户，只有本机能打开'],
      ]) {
        await page.getByRole('link', { name: room!, exact: true }).click()
        await page.getByRole('heading', { name: empty! }).waitFor()
      }
      await page.goBack()
      await page.getByRole('heading', { name: '指标库还是空的' }).waitFor()
    })

    test('units are pasted from Excel, looked through, and written; bad rows are told of and nothing is lost', async () => {
      await go(page, '#departments')
      await button(page, /从 Excel 粘贴/)
        .first()
        .click()
      const area = page.locator('.departments-area')
      await area.focus()
      await paste(page, { text: `${UNITS}\n坏单位\t学校\t36\t` })
      await button(page, '查看将有什么变化').click()
      await page.getByText('有 1 行有问题').waitFor()
      expect(await button(page, '写入 3 个单位').isDisabled()).toBe(true)
      await button(page, '重新粘贴').click()
      await area.focus()
      await paste(page, { text: UNITS })
      await button(page, '查看将有什么变化').click()
      await page.getByText('新增 3，修改 0，不变 0').waitFor()
      await button(page, '写入 3 个单位').click()
      await told(page, '已写入 3 个单位')
      await page.getByText('3 个单位').first().waitFor()
      await expect
        .poll(() => page.locator('.departments-name').allTextContents())
        .toEqual(['教育局2', '第2小学', '实验中学'])

      // A name that is taken: what was typed stays, with the reason.
      await button(page, '新增单位').click()
      await page.getByLabel('单位名称').fill('教育局')
      await page.getByLabel('类型').last().fill('行政单位')
      await page.getByLabel('地区').last().fill('３６０１００')
      await button(page, '保存').click()
      await page.getByRole('alert').getByText('“教育局”应是新的，现已存在').waitFor()
      await page.getByLabel('单位名称').fill('财政局')
      await button(page, '保存').click()
      await told(page, '已保存“财政局”')

      await page.getByLabel('查找').fill('syzx')
      await expect.poll(() => page.locator('.departments-name').allTextContents()).toEqual(['教育局2', '实验中学'])
      await page.getByLabel('查找').fill('')
      await button(page, '停用 财政局').click()
      await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
      await told(page, '已停用“财政局”')

      await button(page, '地区名称').click()
      await page.getByLabel('代码与名称').fill('360100 南昌市\n360102，东湖区')
      await button(page, '保存').click()
      await page.getByText('东湖区 360102').first().waitFor()
    })

    test('a campaign goes from its form to results that recompute to the stored score', async () => {
      await published(page)
      await go(page, '#campaigns')
      await button(page, /新建评价项目/)
        .first()
        .click()
      await page.getByLabel('名称').fill('2021年度项目评价')
      await page.getByLabel('地区').last().fill('360100')
      await page.getByLabel('评价周期').fill('2021')
      await page.getByRole('combobox', { name: '方案', exact: true }).click()
      await option(page, '系统运维费项目支出绩效评分表 第 1 版').click()
      await page.getByLabel('填报 截止日期').fill('2099年3月31日')
      await button(page, '保存').click()
      await page.getByRole('heading', { name: '2021年度项目评价' }).waitFor()
      await page.getByText('2099-03-31').waitFor()

      await button(page, /纳入单位/)
        .first()
        .click()
      await button(page, '全选 3 个').click()
      await page.getByLabel('项目').last().fill('系统运维费')
      await page.getByRole('dialog').getByRole('button', { name: '纳入单位' }).click()
      await told(page, '已纳入 3 个')
      await expect.poll(() => page.locator('.list-body [role=row]').count()).toBe(3)

      const campaign = /#campaigns\/([^/]+)/.exec(page.url())![1]!
      const { submissions } = await asked(page, 'GET', `/api/campaigns/${campaign}/submissions`)
      const { items, judgements } = read('submission.json')
      // biome-ignore lint/suspicious/noExplicitAny: a bare value, or one in layers
      const entries = (of: string, values: Record<string, any>, layer: string) =>
        Object.entries(values).map(([id, entry]) => {
          const value = entry?.layers?.at(-1).value ?? entry
          return { of, id, layer, value, why: '按佐证材料' }
        })
      const fill = async (id: string, of: 'items' | 'judgements', values: Record<string, unknown>, layer: string) => {
        const { revision } = await asked(page, 'GET', `/api/submissions/${id}`)
        await asked(page, 'PUT', `/api/submissions/${id}/layers`, { entries: entries(of, values, layer) }, revision)
      }
      const [one, other] = submissions
      for (const { id } of [one, other]) {
        await fill(id, 'items', items, 'reported')
        await asked(page, 'POST', `/api/submissions/${id}/submit`)
      }

      // Returned with remarks.
      await page.reload()
      await page.getByRole('link', { name: one.name, exact: true }).click()
      await button(page, '退回修改').click()
      await page.getByLabel('退回说明').fill('运维合同缺签章页，请补传。')
      await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
      await page.getByText('运维合同缺签章页，请补传。').waitFor()
      await page.getByText('已退回', { exact: true }).waitFor()
      await asked(page, 'POST', `/api/submissions/${one.id}/submit`)

      await go(page, `#campaigns/${campaign}`)
      for (const stage of ['自评', '评价']) {
        await button(page, `进入“${stage}”`).click()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: `进入“${stage}”` })
          .click()
        await told(page, `已进入“${stage}”阶段`)
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
      for (const { id } of [one, other]) await fill(id, 'judgements', judgements, 'judged')

      await page.getByRole('link', { name: '计分', exact: true }).click()
      await button(page, /开始计分/).click()
      await page.getByText('已完成').waitFor({ timeout: 30_000 })
      await page.locator('.list-body [role=row]').getByText('本机').waitFor()
      await page.getByRole('link', { name: '查看结果' }).click()
      await page.getByText('96', { exact: true }).first().waitFor()
      await page.getByText('缺数据').waitFor()
      await page.getByRole('link', { name: one.name, exact: true }).click()
      await page.getByText('按存档的方案和数据重新计算，与存档的得分一致。').waitFor()
      await page.getByText('立项依据充分性', { exact: true }).waitFor()
      await page.getByRole('link', { name: '统计', exact: true }).click()
      await page.getByRole('img', { name: /等级分布：优 2 份，66.7%；无等级 1 份，33.3%/ }).waitFor()
    }, 120_000)

    test('an indicator goes into the library, and from there into a scheme as one step', async () => {
      await go(page, '#')
      await page.locator('.opening-schemes').getByText('南昌市', { exact: true }).waitFor()
      await page.locator('.opening-scheme', { hasText: '系统运维费项目支出绩效评分表' }).click()
      await page.locator('.shell').waitFor()
      const cell = page.locator('.sheet-row [data-column="1"]').first()
      await cell.click()
      await cell.click({ button: 'right' })
      await page.getByRole('menuitem', { name: '放入指标库……' }).click()
      await page.getByLabel('领域').fill('信息化、运维')
      await page.getByRole('dialog').getByRole('button', { name: '放入指标库' }).click()
      await told(page, '已放入指标库：“决策指标”')
      const rows = await page.locator('.sheet-row').count()
      await page.locator('.title-bar').getByRole('button', { name: '更多' }).click()
      await page.getByRole('menuitem', { name: '从指标库取用' }).click()
      await page.getByLabel('按名称或拼音首字母查找').fill('jczb')
      await page.locator('.library-list li button').first().click()
      await page.getByRole('combobox', { name: '放在' }).click()
      await option(page, '最上级').click()
      await button(page, '加入本方案').click()
      await told(page, /已加入“决策指标”/)
      await button(page, '撤销：从指标库加入“决策指标”').click()
      await expect.poll(() => page.locator('.sheet-row').count()).toBe(rows)
      await button(page, '重做：从指标库加入“决策指标”').click()
      await page.getByText(/^已保存到服务器/).waitFor()

      // Where one works: behind the row that was clicked, and from the palette.
      const names = page.locator('.sheet-row [data-column="1"]')
      const leaf = names.getByText('立项程序规范性', { exact: true }).first()
      await leaf.click()
      await leaf.click({ button: 'right' })
      await page.getByRole('menuitem', { name: '从指标库取用……' }).click()
      await page.locator('.library-list li button').first().click()
      await page.getByText('在“立项程序规范性”之后').waitFor()
      await button(page, '加入本方案').click()
      await expect.poll(async () => (await names.allTextContents()).slice(3, 5)).toEqual(['立项程序规范性', '决策指标'])
      await button(page, '撤销：从指标库加入“决策指标”').click()
      await expect.poll(async () => (await names.allTextContents())[4]).not.toBe('决策指标')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog', { name: '前往' }).waitFor()
      await page.keyboard.insertText('放入指标库')
      await page.keyboard.press('Enter')
      await page.getByText(/把“.+”放入指标库/).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByText(/^已保存到服务器/).waitFor()
      await button(page, '全部方案').click()
      await go(page, '#library')
      await page.locator('.library-list li button').first().click()
      await page
        .locator('.entry li')
        .getByText(/系统运维费项目支出绩效评分表/)
        .waitFor()
      await page.locator('.entry-picture').getByText('立项依据充分性').waitFor()
    }, 60_000)

    test('the log says what was done in words, one object at a time, and its head is there to be printed', async () => {
      await go(page, '#audit-log')
      await page.getByText('开始计分').first().waitFor()
      const stage = page.locator('.list-body [role=row]').filter({ hasText: '进入阶段' }).first()
      await stage.getByRole('button').first().click()
      await page.getByText('共 4 条').waitFor()
      await button(page, /打印/).click()
      expect(await page.locator('.audit-head code').textContent()).toMatch(/^\d+:[0-9a-f]{64}$/)
      await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
    })

    test.each(['light', 'dark'] as const)(
      'axe finds nothing serious on any page, %s',
      async (colorScheme) => {
        const other = await newPage(server.address, colorScheme)
        const { campaigns } = await asked(other, 'GET', '/api/campaigns')
        const campaign = `#campaigns/${campaigns[0].id}`
        const { run, ranking } = await asked(other, 'GET', `/api/campaigns/${campaigns[0].id}/ranking`)
        const { entries } = await asked(other, 'GET', '/api/library')
        const places = [
          ...['#campaigns', campaign, `${campaign}/scoring`, `${campaign}/ranking`, `${campaign}/statistics`],
          `${campaign}/complaints`,
          ...[`#submissions/${ranking[0].submission}`, `${campaign}/result/${run}/${ranking[0].submission}`],
          ...['#departments', `#library/${entries[0].id}`, '#accounts', '#audit-log'],
        ]
        const found: [string, string[]][] = []
        for (const place of places) {
          await go(other, place)
          await other.waitForLoadState('networkidle')
          found.push([place, await findings(other)])
        }
        expect(found.filter(([, each]) => each.length > 0)).toEqual([])
        await other.context().close()
      },
      60_000,
    )
  })

  describe('with accounts', () => {
    const server = new RealServer()
    beforeAll(async () => {
      server.addAdministrator()
      await server.start()
    }, 120_000)
    afterAll(() => server.end())

    test('an administrator makes an account, whose rights decide which pages there are', async () => {
      const root = await newPage(server.address)
      await root.getByLabel('账户名').fill('root')
      await root.getByLabel('密码', { exact: true }).fill(PASSWORD)
      await root.getByLabel('密码', { exact: true }).press('Enter')
      const rooms = root.getByRole('navigation', { name: '管理' }).getByRole('link')
      await root.getByRole('link', { name: '账户' }).click()
      await button(root, /新增账户/).click()
      await root.getByLabel('姓名').fill('李评价')
      await root.getByLabel('账户名').fill('li')
      const first = await root.getByLabel('初始密码').inputValue()
      await button(root, /添加权限/).click()
      await root.getByRole('combobox', { name: '角色' }).click()
      await option(root, '专家').click()
      await root.getByText('专家只在指定的评价项目里评分').waitFor()
      await root.getByRole('combobox', { name: '角色' }).click()
      await option(root, /^评价/).click()
      await root.getByRole('combobox', { name: '地区' }).fill('360100')
      await button(root, '保存').click()
      await told(root, '已保存“李评价”')
      await root.getByText('评价 · 360100').waitFor()
      await expect.poll(() => rooms.allTextContents()).toContain('操作日志')

      const li = await new Asker(server).signIn('li', first)
      await li.ask('PUT', '/api/session/password', { old: first, new: PASSWORD })
      const page = await newPage(server.address)
      await page.getByLabel('账户名').fill('li')
      await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
      await page.getByLabel('密码', { exact: true }).press('Enter')
      const seen = page.getByRole('navigation', { name: '管理' }).getByRole('link')
      await seen.first().waitFor()
      await expect.poll(() => seen.allTextContents()).toEqual(['评价项目', '单位', '模板库', '指标库'])
      await go(page, '#accounts')
      await page.getByText('您没有查看此页的权限').waitFor()

      await root.getByRole('button', { name: '更多 李评价' }).click()
      await root.getByRole('menuitem', { name: '停用' }).click()
      await root.getByRole('dialog').getByRole('button', { name: '停用' }).click()
      await told(root, '已停用“李评价”')
      await root.getByText('已停用', { exact: true }).waitFor()
      await root.getByRole('button', { name: '更多 李评价' }).click()
      await root.getByRole('menuitem', { name: '重设密码' }).click()
      await root.getByRole('dialog').getByRole('button', { name: '重设密码' }).click()
      await told(root, '已重设“李评价”的密码')
    }, 60_000)
  })
})
