import { readFileSync } from 'node:fs'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { readZip } from '@yardstick/exchange/read/zip'
import { writeZip } from '@yardstick/exchange/write/zip'
import { type Browser, chromium, type Download, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { fillWorkbook } from './fill-workbook.ts'
import { findings } from './findings.ts'
import { Asker, RealServer } from './real-server.ts'
import { type ReportingServer, startReporting } from './reporting-server.ts'
import { signedInPage } from './server-page.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const file = (name: string, bytes: Uint8Array, mimeType = xlsx) => ({ name, mimeType, buffer: Buffer.from(bytes) })
const bytesOf = async (download: Download) => new Uint8Array(readFileSync(await download.path()))
const shot = async (page: Page, name: string) => {
  const folder = process.env['SHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

describe.skipIf(hasNoBrowser)('workbooks', () => {
  const server = new RealServer()
  const faults: string[] = []
  let browser: Browser
  let filled: ReportingServer
  let others: { readonly campaign: string; readonly names: readonly string[] }
  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await startReporting(server)
    others = await manyDepartments()
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  /** A campaign of several departments, whose workbooks 录入员 takes in. */
  async function manyDepartments() {
    const root = await new Asker(server).signIn('root')
    const names = ['卫生健康局', '疾病预防控制中心', '妇幼保健院', '急救中心']
    const departments: string[] = []
    for (const name of names) {
      const { id } = await root.ask('POST', '/api/departments', { name, type: '事业单位', region: '360121' })
      departments.push(id)
    }
    // Another of those who evaluate, and the person of one department.
    await root.addAccount('clerk', '录入员', 'evaluator')
    await root.addAccountWith('centre', '急救填报', [
      { role: 'department', region: '360121', department: departments[3]! },
    ])
    const { versions } = await filled.wang.ask('GET', '/api/versions')
    const { id: campaign } = await filled.wang.ask('POST', '/api/campaigns', {
      ...{ name: '2024年度直属单位评价', region: '360121', period: '2024', hasDeclarations: false },
      schemes: [{ version: versions[0].hash }],
    })
    await filled.wang.ask('POST', `/api/campaigns/${campaign}/submissions`, { departments })
    return { campaign, names }
  }

  const formAddress = () => `${server.address}#submissions/${filled.submission}`
  const value = (page: Page, item: string) => page.locator(`[data-entry="${item}"]`)
  const dialog = (page: Page) => page.getByRole('dialog')
  const line = (page: Page, item: string) => dialog(page).getByRole('row').filter({ hasText: item })

  async function download(page: Page, form: RegExp): Promise<Download> {
    await page.getByRole('button', { name: '下载填报表' }).click()
    const [got] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: form }).click()])
    return got
  }
  const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
    page.getByLabel('导入填报表', { exact: true }).and(page.locator('input')).setInputFiles(files)

  let page: Page
  let handedOut: Uint8Array
  let returned: Uint8Array

  test('a department downloads its workbook, with its name, and as CSV and JSON', async () => {
    page = await signedInPage(browser, formAddress(), 'health', faults)
    await value(page, '全年预算数').waitFor()
    const workbook = await download(page, /Excel/)
    expect(workbook.suggestedFilename()).toBe('南昌县卫生健康委员会 2024 填报表.xlsx')
    handedOut = await bytesOf(workbook)
    const sheets = await readSheets(handedOut)
    expect(sheets.ok && sheets.value.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['填报说明', '数据填报', '自评']),
    )
    // Last year's values stand beside what is asked for.
    expect(JSON.stringify(sheets)).toContain('25000')
    const csv = new TextDecoder().decode(await bytesOf(await download(page, /CSV/)))
    expect(csv).toContain('全年预算数')
    const json = JSON.parse(new TextDecoder().decode(await bytesOf(await download(page, /JSON/))))
    expect(json).toMatchObject({ yardstick: 'submission/1', period: '2024' })
  }, 60_000)

  test('the filled workbook is tried out: what is new, what is asked about, what is refused', async () => {
    returned = await fillWorkbook(handedOut, {
      全年预算数: 25_000,
      实际支出: '24100万元',
      公卫资金拨付日期: '2024-06-20',
      公立医院资产负债率: '46.8',
      地方病防治达标率: 0.97,
      重点人群数: '很多',
      内控评价已完成: '是',
    })
    await choose(page, file('卫健委 填好.xlsx', returned))
    await line(page, '全年预算数').getByText('新增').waitFor()
    await shot(page, 'dry-run')
    expect(await line(page, '全年预算数').textContent()).toContain('25000 万元')
    expect(await line(page, '公立医院资产负债率').textContent()).toMatch(/没有百分号/)
    expect(await line(page, '重点人群数').textContent()).toMatch(/不合要求.*应为数字/)
    // Nothing has been written by now.
    await dialog(page).getByText('还有 1 处存疑没有选定，不会采用').waitFor()
    expect(await findings(page, undefined, '.ant-modal')).toEqual([])
  }, 60_000)

  test('a reading is chosen by its number, and all of it is taken over in one step', async () => {
    await line(page, '公立医院资产负债率').getByRole('radio').first().focus()
    await page.keyboard.press('1')
    await shot(page, 'dry-run-chosen')
    await dialog(page)
      .getByRole('button', { name: /^采用 \d+ 项$/ })
      .click()
    await expect.poll(() => value(page, '全年预算数').inputValue()).toBe('25000')
    expect(await value(page, '公立医院资产负债率').inputValue()).toBe('46.8%')
    expect(await value(page, '地方病防治达标率').inputValue()).toBe('97%')
    await page.getByText(/^\s*已保存 \d\d:\d\d$/).waitFor()
    await shot(page, 'taken-over')
    const { submission } = await filled.wang.ask('GET', `/api/submissions/${filled.submission}`)
    expect(submission.items['实际支出'].layers).toMatchObject([{ layer: 'reported', value: '24100' }])
    expect(submission.items).not.toHaveProperty('重点人群数')
  }, 60_000)

  test('the same file again changes nothing', async () => {
    await choose(page, file('卫健委 填好.xlsx', await fillWorkbook(returned, { 重点人群数: '' })))
    await dialog(page).getByText('没有变化').waitFor()
    await shot(page, 'same-again')
    await dialog(page).getByRole('button', { name: '关闭' }).last().click()
  }, 60_000)

  test('the import is taken back', async () => {
    await page.getByRole('button', { name: '撤销这次导入' }).click()
    await expect.poll(() => value(page, '全年预算数').inputValue()).toBe('')
    await page.getByText(/^\s*已保存 \d\d:\d\d$/).waitFor()
  }, 60_000)

  test.each([
    ['cut off', () => file('坏.xlsx', handedOut.subarray(0, 4_000)), '已损坏或没有下载完'],
    [
      'that is a picture',
      () => file('照片.xlsx', new Uint8Array(Buffer.from('\x89PNG\r\n\u0000\u0000\u0000')), xlsx),
      '应为',
    ],
    [
      'that was made by hand',
      () => file('自编.csv', new TextEncoder().encode('名称,数\n甲,1\n'), 'text/csv'),
      '找不到它的标记',
    ],
  ] as const)(
    'a file %s is refused in a sentence',
    async (_, make, sentence) => {
      await choose(page, make())
      await dialog(page).getByRole('alert').getByText(sentence).waitFor()
      await shot(page, `refused-${sentence}`)
      await dialog(page).getByRole('button', { name: '关闭' }).last().click()
      await dialog(page).waitFor({ state: 'detached' })
    },
    60_000,
  )

  test('the workbook of somebody else is used only by whoever says so', async () => {
    const { submissions } = await filled.wang.ask('GET', `/api/campaigns/${others.campaign}/submissions`)
    const { id } = submissions.find(({ name }: { name: string }) => name === '急救中心')
    const centre = await signedInPage(browser, `${server.address}#submissions/${id}`, 'centre', faults)
    await choose(centre, file('卫健委 填好.xlsx', returned))
    await dialog(centre).getByText('先核对这份文件').waitFor()
    await shot(centre, 'foreign')
    expect(await dialog(centre).textContent()).toContain('南昌县卫生健康委员会')
    expect(
      await dialog(centre)
        .getByRole('button', { name: /采用 \d+ 项/ })
        .count(),
    ).toBe(0)
    await centre.context().close()
  }, 60_000)

  let campaignPage: Page

  test('all workbooks of a campaign are downloaded as one zip', async () => {
    campaignPage = await signedInPage(
      browser,
      `${server.address}#campaigns/${others.campaign}/workbooks`,
      'clerk',
      faults,
    )
    await campaignPage.getByRole('heading', { name: '发出填报表' }).waitFor()
    await shot(campaignPage, 'campaign')
    expect(await findings(campaignPage)).toEqual([])
    const [zip] = await Promise.all([
      campaignPage.waitForEvent('download'),
      campaignPage.getByRole('button', { name: '打包下载' }).click(),
    ])
    expect(zip.suggestedFilename()).toBe('2024年度直属单位评价 填报表.zip')
    const files = readZip(await bytesOf(zip), () => true)
    if (!files.ok) throw new Error(files.issues[0]!.code)
    expect(files.value.map(({ name }) => name).sort()).toEqual(
      others.names.map((name) => `${name} 2024 填报表.xlsx`).sort(),
    )
    handedOutAll = files.value
  }, 60_000)

  let handedOutAll: readonly { readonly name: string; readonly bytes: Uint8Array }[] = []
  const row = (name: string) => campaignPage.getByRole('row').filter({ hasText: name })

  test('they come back at once, as files and in a zip: each is told how far it is', async () => {
    const [one, two, three, four] = await Promise.all(
      others.names.map(async (name, index) => {
        const { bytes } = handedOutAll.find((each) => each.name.startsWith(name))!
        const filledIn = {
          全年预算数: 1000 + index,
          地方病防治达标率: 0.9,
          ...(index === 1 ? { 公立医院资产负债率: '50' } : {}),
        }
        return fillWorkbook(bytes, filledIn)
      }),
    )
    const zip = writeZip(
      [
        { name: '县区/妇幼.xlsx', bytes: three! },
        { name: '县区/急救.xlsx', bytes: four! },
      ],
      new Date(),
    )
    await campaignPage
      .getByLabel('选择文件', { exact: true })
      .and(campaignPage.locator('input'))
      .setInputFiles([
        file('卫生健康局.xlsx', one!),
        file('疾控.xlsx', two!),
        file('其余.zip', zip, 'application/zip'),
        file('坏.xlsx', handedOut.subarray(0, 4_000)),
        file('别的评价.xlsx', returned),
        file('自编.csv', new TextEncoder().encode('名称,数\n甲,1\n'), 'text/csv'),
      ])
    await row('急救').getByText('可以写入').waitFor()
    await row('别的评价').getByText('不知是谁的').waitFor()
    await shot(campaignPage, 'returned')
    expect(await row('疾控.xlsx').textContent()).toContain('有存疑')
    expect(await row('坏.xlsx').textContent()).toContain('读不出')
    expect(await row('自编.csv').textContent()).toContain('找不到它的标记')
    expect(await findings(campaignPage)).toEqual([])
  }, 60_000)

  test('doubts are settled in the file, then all that is sure is written', async () => {
    await campaignPage.getByRole('button', { name: '查看 疾控.xlsx' }).click()
    await line(campaignPage, '公立医院资产负债率').getByRole('radio', { name: '50%' }).check()
    await shot(campaignPage, 'file-open')
    await dialog(campaignPage).getByRole('button', { name: '关闭' }).last().click()
    await campaignPage.getByRole('button', { name: /全部写入（4 份，9 项）$/ }).click()
    await campaignPage.getByText('已写入 4 份，9 项。').waitFor()
    await shot(campaignPage, 'written')
    const { submissions } = await filled.wang.ask('GET', `/api/campaigns/${others.campaign}/documents`)
    const budgets = submissions.map(
      ({ submission }: { submission: { items: Record<string, { layers: { value: string }[] }> } }) =>
        submission.items['全年预算数']!.layers[0]!.value,
    )
    expect(budgets.sort()).toEqual(['1000', '1001', '1002', '1003'])
  }, 60_000)

  test('compared anew they change nothing', async () => {
    await campaignPage.getByRole('button', { name: '重新比较' }).click()
    await row('急救').getByText('没有变化').waitFor()
    await shot(campaignPage, 'again')
    expect(await campaignPage.getByRole('button', { name: '没有可以写入的' }).isDisabled()).toBe(true)
  }, 60_000)

  test('what somebody else wrote meanwhile is compared anew, and what could not be sent is tried again', async () => {
    const { bytes } = handedOutAll.find(({ name }) => name.startsWith('急救中心'))!
    const changed = await fillWorkbook(bytes, { 全年预算数: 2000, 地方病防治达标率: 0.9 })
    await campaignPage
      .getByLabel('选择文件', { exact: true })
      .and(campaignPage.locator('input'))
      .setInputFiles([file('急救二稿.xlsx', changed)])
    await row('急救二稿').getByText('可以写入').waitFor()
    const { submissions } = await filled.wang.ask('GET', `/api/campaigns/${others.campaign}/documents`)
    const { id, revision } = submissions.find(({ name }: { name: string }) => name === '急救中心')
    const entries = [{ of: 'items', id: '全年预算数', layer: 'reported', value: '1500' }]
    await filled.wang.ask('POST', `/api/campaigns/${others.campaign}/entries`, {
      submissions: [{ id, revision, entries }],
    })
    const write = campaignPage.getByRole('button', { name: /全部写入（1 份，1 项）$/ })
    await write.click()
    await row('急救二稿')
      .getByText(/别人刚改过/)
      .waitFor()
    await shot(campaignPage, 'stale')
    await campaignPage.getByRole('button', { name: '查看 急救二稿.xlsx' }).click()
    expect(await line(campaignPage, '全年预算数').textContent()).toMatch(/1500 万元.*2000 万元/)
    await dialog(campaignPage).getByRole('button', { name: '关闭' }).last().click()
    await campaignPage.route('**/entries', (route) => route.abort())
    await write.click()
    await row('急救二稿').getByText('没有写成').waitFor()
    expect(await row('急救二稿').textContent()).toContain('连不上服务器')
    await shot(campaignPage, 'failed')
    await campaignPage.unroute('**/entries')
    await campaignPage.getByRole('button', { name: '重试没有写成的 1 份' }).click()
    await row('急救二稿').getByText('已写入').waitFor()
    const { submission } = await filled.wang.ask('GET', `/api/submissions/${id}`)
    expect(submission.items['全年预算数'].layers[0]).toMatchObject({ value: '2000', who: '录入员' })
  }, 60_000)

  test('a file that is of nobody in the campaign is given to somebody by hand, and asks again', async () => {
    await campaignPage.getByRole('button', { name: '查看 别的评价.xlsx' }).click()
    await dialog(campaignPage).getByRole('combobox').click()
    await shot(campaignPage, 'whose')
    await campaignPage.getByTitle('急救中心').last().click()
    await dialog(campaignPage).getByText('先核对这份文件').waitFor()
    await shot(campaignPage, 'whose-held')
  }, 60_000)

  test('local names stand in the form, and files that use them are read in the units of the scheme', async () => {
    const { schemes } = await filled.wang.ask('GET', '/api/schemes')
    const items = {
      全年预算数: { name: '年初安排数（元）', unit: '元' },
      重点人群数: { name: '重点服务对象' },
    }
    const mapping = { yardstick: 'mapping/1', items }
    await filled.wang.ask('PUT', `/api/schemes/${schemes[0].id}/mapping`, mapping, 0)
    await page.reload()
    await page.getByText('本地：年初安排数（元）；此处填万元', { exact: true }).first().waitFor()
    await shot(page, 'local-names')
    const local = (department: string) => ({
      ...{ yardstick: 'submission/1', subject: { department }, period: '2024' },
      items: { '年初安排数（元）': '265000000', 重点服务对象: '1200' },
    })
    const json = (name: string) =>
      file(`${name}.json`, new TextEncoder().encode(JSON.stringify(local(name))), 'application/json')
    await choose(page, json('南昌县卫生健康委员会'))
    await line(page, '全年预算数').getByText('26500 万元').waitFor()
    expect(await dialog(page).textContent()).toContain('文件用的是本地名称')
    await shot(page, 'local-names-read')
    await dialog(page).getByRole('button', { name: '取消' }).click()
    await campaignPage.reload()
    await campaignPage.getByText(/用本地名称和本地单位也能识别/).waitFor()
    await shot(campaignPage, 'local-names-campaign')
    await campaignPage
      .getByLabel('选择文件', { exact: true })
      .and(campaignPage.locator('input'))
      .setInputFiles([json('急救中心')])
    await row('急救中心').getByText('可以写入').waitFor()
    await campaignPage.getByRole('button', { name: '查看 急救中心.json' }).click()
    await line(campaignPage, '全年预算数').getByText('26500 万元').waitFor()
    await shot(campaignPage, 'local-names-file')
  }, 60_000)
})
