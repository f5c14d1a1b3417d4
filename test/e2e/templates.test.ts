import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeCatalogue } from '@yardstick/exchange/package'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { findings } from './findings.ts'
import { paste } from './paste.ts'
import { Asker, RealServer } from './real-server.ts'
import { asked, signedInPage } from './server-page.ts'
import { type MadePackage, ministry, modulePackage, province, publicKeyOf, threeLevels } from './template-packages.ts'

const { v1, v2, provincial, countys } = threeLevels()
const modules = modulePackage()
const FRAMEWORK = '部门整体支出绩效评价框架'
const faults: string[] = []

let browser: Browser
let folder: Server
const server = new RealServer()
/** 王设计 designs; the administrator trusts keys. */
let wang: Page
let root: Page

async function go(page: Page, ...path: string[]): Promise<void> {
  await page.evaluate(
    (to) => {
      location.hash = to
    },
    ['#templates', ...path].join('/'),
  )
}

const file = (name: string, text: string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: '导入模板包' })
const line = (page: Page, name: string) => page.locator('.list-body [role=row]').filter({ hasText: name })
const side = (page: Page): Locator => page.getByRole('complementary')

/** Chooses a file on the page of the library. */
async function look(page: Page, made: Pick<MadePackage, 'text'>): Promise<Locator> {
  await go(page)
  await page.locator('input[type=file][aria-label="导入模板包"]').setInputFiles(file('收到的.yardstick', made.text))
  const dialog = dialogOf(page)
  await dialog.getByText('正在核对').waitFor({ state: 'detached' })
  return dialog
}

async function takeIn(page: Page, made: MadePackage): Promise<void> {
  const dialog = await look(page, made)
  await dialog.getByRole('button', { name: '收入模板库' }).click()
  await page.getByRole('heading', { name: made.package.manifest.name, level: 2 }).waitFor()
}

/** A folder on a static file server, with a catalogue of these packages. */
async function serveCatalogue(packages: Readonly<Record<string, MadePackage>>): Promise<string> {
  const files = Object.entries(packages).map(([name, made]) => ({
    file: `${name}.yardstick`,
    bytes: Buffer.byteLength(made.text),
    read: made,
  }))
  const texts = new Map(Object.entries(packages).map(([name, { text }]) => [`/${name}.yardstick`, text]))
  texts.set('/catalogue.json', JSON.stringify(makeCatalogue(files, '省厅目录')))
  folder = createServer((request, response) => {
    const text = texts.get(decodeURIComponent(request.url ?? ''))
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  await new Promise<void>((resolve) => folder.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(folder.address() as AddressInfo).port}/`
}

describe.skipIf(hasNoBrowser)('模板库', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    process.env['YARDSTICK_CATALOGUES'] = await serveCatalogue({ 江西省: provincial, 框架: v1 })
    server.addAdministrator()
    await server.start()
    delete process.env['YARDSTICK_CATALOGUES']
    const asker = await new Asker(server).signIn('root')
    await asker.addAccountWith('wang', '王设计', [{ role: 'designer', region: '' }])
    await asker.ask('PUT', '/api/regions', { regions: [{ code: '360102', name: '东湖区' }] })
    wang = await signedInPage(browser, server.address, 'wang', faults)
    root = await signedInPage(browser, server.address, 'root', faults)
    await wang.getByRole('link', { name: '模板库', exact: true }).first().click()
    await line(wang, '教育部门整体支出').waitFor()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    folder?.close()
  })

  test('a package is looked at before it is taken in: whose it is, and what to do while its key is not trusted', async () => {
    const dialog = await look(wang, v1)
    for (const said of [
      FRAMEWORK,
      '财政部预算司',
      '公钥未信任',
      '3 个末级指标',
      '请打电话与“财政部预算司”逐组核对指纹',
    ])
      await dialog.getByText(said).first().waitFor()
    expect(await dialog.getByRole('button', { name: '信任这个公钥' }).count()).toBe(0)
    await dialog.getByRole('button', { name: '收入模板库' }).click()
    await wang.getByRole('heading', { name: FRAMEWORK, level: 2 }).waitFor()
    expect(await wang.getByRole('button', { name: '采用……' }).isDisabled()).toBe(true)
    await (await look(wang, v1)).getByText('这个版本已经在模板库里').waitFor()
    await wang.keyboard.press('Escape')
  }, 60_000)

  test('of a package that was changed, or is none, the page says that it is refused', async () => {
    for (const text of [v1.text.replace('60', '61'), v1.text.slice(0, -9), '{"a":1}', `${v1.text}\n`]) {
      const dialog = await look(wang, { text })
      await dialog.getByText('这个文件不能收入').waitFor()
      expect(await dialog.getByRole('button', { name: '收入模板库' }).count()).toBe(0)
      await wang.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
  }, 60_000)

  test('an administrator trusts a key by its file, once the fingerprint was compared', async () => {
    await go(root, 'keys')
    for (const publisher of [ministry, province]) {
      const key = file('公钥.json', JSON.stringify(publicKeyOf(publisher)))
      await root.locator('input[type=file][aria-label="信任一个公钥"]').setInputFiles(key)
      const dialog = root.getByRole('dialog', { name: '信任公钥' })
      expect(await dialog.locator('output').textContent()).toMatch(/^(\d{5} ){5}\d{5}$/)
      const send = dialog.getByRole('button', { name: '已核对指纹，信任' })
      expect(await send.isDisabled()).toBe(true)
      await dialog.getByText('我已与对方核对').click()
      await send.click()
      await root.getByText(`已信任“${publisher.publisher}”的公钥`).waitFor()
    }
    await expect.poll(() => root.locator('.templates-keys tbody tr').count()).toBe(2)
    await root.locator('input[type=file][aria-label="信任一个公钥"]').setInputFiles(file('x.json', '{}'))
    await root.getByText('这不是公钥文件').waitFor()
  }, 60_000)

  test('an own key is made with a passphrase, its public half given out; trust is taken back after asking', async () => {
    await root.getByRole('button', { name: '新建密钥' }).click()
    const dialog = root.getByRole('dialog', { name: '新建密钥' })
    await dialog.getByLabel('发布单位').fill('南昌市财政局')
    await dialog.getByLabel('名称').fill('绩效科')
    await dialog.getByLabel('口令').fill('短口令')
    await dialog.getByText('口令太短').waitFor()
    await dialog.getByLabel('口令').fill('赣江之滨有滕王阁也')
    await dialog.getByLabel('口令').fill('赣江之滨有滕王阁序也')
    await dialog.getByLabel('再输一次').fill('赣江之滨有滕王阁序也')
    await dialog.getByRole('button', { name: '新建' }).click()
    const download = root.waitForEvent('download')
    await root.getByRole('link', { name: '下载“绩效科”的公钥文件' }).click()
    expect((await download).suggestedFilename()).toContain('绩效科')
    await root.getByRole('button', { name: '撤销信任 南昌市财政局' }).click()
    await root
      .getByRole('dialog', { name: /不再信任/ })
      .getByRole('button', { name: '撤销信任' })
      .click()
    await root.locator('.templates-revoked').getByText('已撤销', { exact: true }).waitFor()
  }, 60_000)

  test('versions of a template stand together; it is found by initials and narrowed by what others leave', async () => {
    await wang.reload()
    await takeIn(wang, v2)
    await takeIn(wang, modules)
    await go(wang)
    await line(wang, '另有 1 个旧版本').waitFor()
    await wang.getByRole('button', { name: `展开“${FRAMEWORK}”的旧版本` }).click()
    await wang.getByRole('link', { name: `${FRAMEWORK}（1）` }).waitFor()
    await wang.getByRole('button', { name: `收起“${FRAMEWORK}”的旧版本` }).click()
    const search = wang.getByRole('textbox', { name: /按名称/ })
    await search.fill('mydzbmk')
    await wang.getByRole('link', { name: '满意度指标模块' }).waitFor()
    expect(await wang.locator('.list-body [role=row]').count()).toBe(1)
    await search.fill('')
    await wang.getByLabel('发布单位', { exact: true }).click()
    await wang.locator('.ant-select-item-option').filter({ hasText: '财政部预算司（2）' }).click()
    await wang.getByText('2 / ').waitFor()
    await search.fill('没有这样的')
    await wang.getByRole('button', { name: '清除筛选' }).click()
    await line(wang, '教育部门整体支出').waitFor()
  }, 60_000)

  test('a sample is scored under the template, and each score tells why', async () => {
    await wang.getByRole('link', { name: FRAMEWORK, exact: true }).click()
    await side(wang).getByText('99.16', { exact: true }).waitFor()
    await wang.getByRole('button', { name: '预算执行率', exact: true }).click()
    await side(wang).getByText('−0.84').waitFor()
    await side(wang).getByText('1 个参数可调').waitFor()
    await wang.getByLabel('用哪个示例计分').click()
    await wang.locator('.ant-select-item-option').filter({ hasText: '示例乙局' }).click()
    await side(wang).getByText('32', { exact: false }).first().waitFor()
    await wang.getByRole('button', { name: '回到总分' }).click()
    await side(wang).getByText('0 / 20').or(side(wang).getByText('32 / 60')).first().waitFor()
  }, 60_000)

  test('from a catalogue a package is fetched by the server, looked at and taken in', async () => {
    await go(wang, 'catalogues')
    await wang.getByText(/^地址：http:/).waitFor()
    await line(wang, FRAMEWORK).getByText('已收入，打开').waitFor()
    await wang.getByRole('button', { name: '查看并收入 江西省部门整体支出绩效评价指标 2026' }).click()
    await dialogOf(wang).getByText('可信', { exact: true }).waitFor()
    await dialogOf(wang).getByRole('button', { name: '收入模板库' }).click()
    await wang.getByRole('heading', { name: '江西省部门整体支出绩效评价指标', level: 2 }).waitFor()
  }, 60_000)

  test('the way a template has come is verified step by step, and what was made of the one above is told', async () => {
    await takeIn(wang, countys)
    await wang.getByRole('link', { name: '来源', exact: true }).click()
    const stops = wang.getByRole('list', { name: '来源：从源头到这里' }).getByRole('listitem')
    await stops.nth(2).waitFor()
    expect(await stops.locator('.templates-stop-head').allTextContents()).toEqual(['全国', '江西省', '东湖区这个模板'])
    await wang.getByText('2 级来源都已逐级核对').waitFor()
    await stops.nth(1).getByRole('link').click()
    await wang.getByRole('link', { name: '来源', exact: true }).click()
    await wang.getByText('在“个性指标”下增加指标“便民服务”').waitFor()
    await wang.getByText('满意度目标：90%（模板为 95%）').waitFor()
    expect(await wang.locator('.templates-counts').textContent()).toBe('4 原样沿用1 只改分值0 有改动1 新增0 删去')
  }, 60_000)

  test('two templates are compared in sentences and in one coloured tree', async () => {
    await wang.getByRole('link', { name: '比较', exact: true }).click()
    await wang.getByText('群众满意度：分值由 40 改为 30').waitFor()
    await wang.getByText('表格', { exact: true }).click()
    await wang.locator('.two-added').getByText('便民服务').waitFor()
    await wang.getByRole('button', { name: '对调' }).click()
    await wang.locator('.two-removed').getByText('便民服务').waitFor()
  }, 60_000)

  test('adopting is tried all the time: limits are told in words, names are pasted from Excel, the draft opens', async () => {
    await go(wang)
    await wang.getByRole('link', { name: FRAMEWORK, exact: true }).click()
    await wang.getByRole('link', { name: '采用……' }).click()
    const adopt = wang.getByRole('button', { name: '采用为草稿' })
    await side(wang).getByText('没有冲突').waitFor()
    const target = wang.getByLabel('满意度目标', { exact: true })
    await target.fill('70%')
    await target.press('Enter')
    await wang
      .locator('.adoption-parameters')
      .getByText(/80% 至 100%/)
      .waitFor()
    await expect.poll(() => adopt.isDisabled()).toBe(true)
    await target.fill('９０')
    await target.press('Enter')
    await expect.poll(() => target.inputValue()).toBe('90%')
    await wang.getByLabel('地区').fill('360102')
    await wang.getByLabel('“预算执行率”在本地叫什么').focus()
    await paste(wang, { text: '标准名称\t本地名称\n预算执行率\t执行进度\n年初预算数\t年初预算（元）\t元\n' })
    await wang.locator('.mapping-note').getByText('已填 2 个名称；1 行没有对上数据项').waitFor()
    await wang.getByRole('button', { name: '选项叫法：“完成情况”' }).click()
    await wang.getByLabel('部分完成').fill('基本完成、未全部完成')
    await wang.getByLabel('部分完成').press('Tab')
    await expect.poll(() => adopt.isEnabled()).toBe(true)
    await adopt.click()
    await wang.locator('.sheet-row').first().waitFor()
    const id = new URL(wang.url()).hash.slice('#design='.length)
    const { scheme } = await asked(wang, `/api/schemes/${id}/draft`)
    expect(scheme.lineage).toMatchObject({
      mode: 'reference',
      parameters: { satisfied: '90%' },
      template: { hash: v2.hash },
    })
    expect(scheme.region).toEqual({ name: '东湖区', code: '360102' })
    const { items } = (await asked(wang, `/api/schemes/${id}/mapping`)).mapping
    expect(items).toEqual({
      预算执行率: { name: '执行进度' },
      年初预算数: { name: '年初预算（元）', unit: '元' },
      完成情况: { name: '完成情况', choices: { 基本完成: '部分完成', 未全部完成: '部分完成' } },
    })
  }, 60_000)

  test('who adopted it is listed; whoever adopts it again in the region is told', async () => {
    await go(wang)
    await wang.getByRole('link', { name: FRAMEWORK, exact: true }).click()
    await wang.getByRole('link', { name: '采用记录' }).click()
    await wang.locator('.plain-table tbody tr').getByText('东湖区 360102').waitFor()
    await wang.getByRole('link', { name: '采用……' }).click()
    await wang.getByLabel('地区').fill('360102')
    await side(wang).locator('.templates-issues li').first().waitFor()
    expect(await wang.getByRole('button', { name: '采用为草稿' }).isEnabled()).toBe(true)
  }, 60_000)

  test('an older version is adopted only by who says so', async () => {
    await go(wang, v1.hash, 'adoption')
    await wang.getByText('这不是最新的版本').waitFor()
    const adopt = wang.getByRole('button', { name: '采用为草稿' })
    expect(await adopt.isDisabled()).toBe(true)
    await wang.getByText('我确实要采用旧版本').click()
    await expect.poll(() => adopt.isEnabled()).toBe(true)
  }, 60_000)

  test('a module of a package goes into 指标库', async () => {
    await go(wang)
    await wang.getByRole('link', { name: '满意度指标模块' }).click()
    await wang.getByRole('button', { name: '放入指标库' }).click()
    await wang.getByRole('heading', { name: '满意度模块', level: 2 }).waitFor()
  }, 60_000)

  test('all of it is reached and done without a mouse', async () => {
    await go(wang)
    const search = wang.getByRole('textbox', { name: /按名称/ })
    await search.focus()
    await wang.keyboard.insertText('江西省部门')
    await expect.poll(() => wang.locator('.list-body [role=row]').count()).toBe(1)
    await tabTo(wang, '江西省部门整体支出绩效评价指标')
    await wang.keyboard.press('Enter')
    await side(wang).getByText('99.16', { exact: true }).waitFor()
    await tabTo(wang, '采用……')
    await wang.keyboard.press('Enter')
    await side(wang).getByText('没有冲突').waitFor()
    const copy = wang.getByRole('radio', { name: /复制/ })
    await wang.getByRole('radio', { name: /引用/ }).focus()
    await wang.keyboard.press('ArrowRight')
    expect(await copy.isChecked()).toBe(true)
    await tabTo(wang, '采用为草稿')
    await wang.keyboard.press('Enter')
    await wang.locator('.sheet-row').first().waitFor()
  }, 60_000)

  test('a package dropped on the opening page leads to the library', async () => {
    await wang.goto(new URL('/', server.address).href)
    await wang.getByRole('heading', { name: '从模板开始' }).waitFor()
    await wang.locator('input[type=file]').first().setInputFiles(file('县里的.yardstick', countys.text))
    await dialogOf(wang).getByText('这个版本已经在模板库里').waitFor()
    await wang.keyboard.press('Escape')
  }, 60_000)

  test.each(['light', 'dark'] as const)(
    'axe finds nothing serious on any of its pages, %s',
    async (colorScheme) => {
      await root.emulateMedia({ colorScheme })
      const places = [[], ['keys'], ['catalogues'], [v2.hash], [provincial.hash, 'lineage'], [countys.hash]]
      const more = [
        [provincial.hash, 'comparison'],
        [v1.hash, 'readme'],
        [v2.hash, 'adoptions'],
        [v1.hash, 'adoption'],
      ]
      const found: [string, string[]][] = []
      for (const place of [...places, ...more, [modules.hash]]) {
        await go(root, ...place)
        await root.waitForLoadState('networkidle')
        found.push([place.join('/'), await findings(root)])
      }
      await go(root, v1.hash, 'adoption')
      expect(found.filter(([, each]) => each.length > 0)).toEqual([])
    },
    90_000,
  )

  test('nothing broke on the way', () => {
    expect(faults).toEqual([])
  })
})

/** Tab until what is named so has the focus; round and round, since a button may wait for an answer. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 200; count++) {
    await page.keyboard.press('Tab')
    await page.waitForTimeout(10)
    const at = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (at.trim() === name) return
  }
  throw new Error(`Tab does not lead to ${name}`)
}
