import { limitsOf, type Scheme, walk } from '@yardstick/model'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { LevelServer } from './level-server.ts'
import { onServer, signedInPage } from './server-page.ts'
import {
  accept,
  adopt,
  contribute,
  downloadedPackage,
  goToTemplates,
  look,
  makeTemplate,
  openUpdate,
  option,
  side,
  takeIn,
  takeOver,
  trust,
  typeInto,
} from './template-page.ts'
import {
  asCounty,
  asProposal,
  asProvince,
  asProvinceAgain,
  COUNTY,
  figures,
  NATION,
  nationalTemplate,
  PROVINCE,
  regions,
} from './three-levels-data.ts'

/**
 * Two servers play a province and a county; a nation sends files. What each hands to the next goes by file alone, as on a
 * stick: nothing is shared between the two but what their people carry.
 */
describe.skipIf(hasNoBrowser)('nation, province, county', { retry: 0, timeout: 180_000 }, () => {
  const national = nationalTemplate()
  const province = new LevelServer(regions[0]!, PROVINCE)
  const county = new LevelServer(regions[2]!, COUNTY)
  const faults: string[] = []
  let browser: Browser
  const pages: Page[] = []
  const at = async (level: LevelServer, who: string, place = ''): Promise<Page> => {
    const page = await signedInPage(browser, `${level.server.address}${place}`, who, faults)
    pages.push(page)
    // The whole table at once: rows that cannot be seen are not drawn.
    await page.setViewportSize({ width: 1366, height: 1700 })
    await page.getByRole('button', { name: /^账户：/ }).waitFor()
    return page
  }
  const designOf = async (level: LevelServer, id: string): Promise<Page> => {
    const page = await at(level, 'designer', `#design=${id}`)
    await page.locator('.grid-origin').first().waitFor()
    return page
  }

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    await Promise.all([province.start(), county.start()])
  }, 240_000)
  afterEach(async ({ task }) => {
    const folder = process.env['YARDSTICK_PICTURES']
    if (task.result?.state === 'fail' && folder !== undefined)
      for (const [index, page] of pages.entries())
        if (!page.isClosed()) await page.screenshot({ path: `${folder}/fault-${index}.png` })
    for (const page of pages.splice(0)) await page.context().close()
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([province.end(), county.end()])
    expect(faults).toEqual([])
  })

  /** The province's and the county's designs, and the province's two files. */
  let provincial = ''
  let local = ''
  let first = ''
  let second = ''
  const definition = (scheme: Scheme, id: string) => walk(scheme).find(({ node }) => node.id === id)?.node.definition
  const has = (scheme: Scheme, id: string) => walk(scheme).some(({ node }) => node.id === id)

  test('the province takes in the national package, and cannot adopt it before its key is trusted', async () => {
    const page = await at(province, 'designer')
    const dialog = await look(page, '国家.yardstick', national.first)
    await dialog.getByText('签名有效，但签名用的公钥还没有被信任').first().waitFor()
    await dialog.getByRole('button', { name: '收入模板库' }).click()
    await page.getByRole('heading', { name: '部门整体支出绩效评价指标体系（示例）' }).waitFor()
    // A button that leads somewhere is a link; this one leads nowhere yet.
    expect(await page.getByRole('link', { name: '采用……' }).count()).toBe(0)
    const root = await at(province, 'root')
    await trust(root, NATION, national.key)
    await page.reload()
    await page.getByText(`签名有效，来自信任的“${NATION}”`).waitFor()
    provincial = await adopt(page, { 满意度的目标: '92%' })
    await onServer(page)
    const { scheme } = await province.draftOf(provincial)
    expect(scheme.lineage).toMatchObject({ mode: 'reference', template: { version: '1.0', publisher: NATION } })
    expect(scheme.lineage?.parameters).toEqual({ 'satisfaction.target': '92%' })
    expect(scheme.region?.code).toBe('360000')
  })

  test('the province changes what it may, publishes, and signs a template of its own', async () => {
    const page = await designOf(province, provincial)
    await typeInto(page, '支付进度率', '名称', '支付率')
    await page.locator('.ant-message').getByText(`${NATION}锁定了“支付进度率”`).waitFor()
    await typeInto(page, '支付进度率', '分值', '9')
    await page.locator('.ant-message').getByText('分值应在 0 至 7 之间').waitFor()
    await page.context().close()
    await province.save(provincial, asProvince)
    await province.publish(provincial)
    const reviewer = await at(province, 'reviewer', `#design=${provincial}`)
    first = await makeTemplate(reviewer, { id: 'jiangxi.department-overall', version: '1.0' })
    expect(JSON.parse(first).provenance).toHaveLength(1)
  })

  test('a file that was tampered with is refused by the county, with what was changed', async () => {
    const page = await at(county, 'designer')
    const tampered = first.replace('乡村振兴任务完成数与下达数', '乡村振兴任务上报数与下达数')
    expect(tampered).not.toBe(first)
    const dialog = await look(page, '省.yardstick', tampered)
    await dialog.getByText('这个文件不能收入').waitFor()
    await dialog.getByText('江西省部门整体支出绩效评价指标体系（示例）').first().waitFor()
    expect(await dialog.getByRole('button', { name: '收入模板库' }).count()).toBe(0)
  })

  test('the county adopts the template of the province, whose origin is proved over three levels', async () => {
    const root = await at(county, 'root')
    await trust(root, NATION, national.key)
    await trust(root, PROVINCE, await province.keyFile())
    const page = await at(county, 'designer')
    await takeIn(page, '省.yardstick', first)
    await page.getByRole('link', { name: '来源', exact: true }).click()
    const chain = page.locator('.templates-chain')
    await chain.getByText(NATION).first().waitFor()
    expect(await chain.getByText('可信').count()).toBe(2)
    local = await adopt(page, { 乡村振兴任务完成率的目标: '90%' })
    await onServer(page)
    for (const [indicator, by] of [
      ['预算完成率', NATION],
      ['乡村振兴任务完成率', PROVINCE],
    ] as const) {
      await typeInto(page, indicator, '名称', '别的名称')
      await page.locator('.ant-message').getByText(`${by}锁定了“${indicator}”`).waitFor()
    }
    await page.context().close()
    await county.save(local, asCounty)
    const { scheme, revision } = await county.draftOf(local)
    // Whoever writes past the page meets the same limits.
    const locked = JSON.parse(JSON.stringify(scheme).replace('"name":"预算完成率"', '"name":"完成率"'))
    expect(await county.designer.refusals('PUT', `/api/schemes/${local}/draft`, locked, revision)).toEqual([
      'LIMIT_LOCKED',
    ])
    expect(limitsOf(scheme).by('indicator', 'process.execution.completion')).toBe(NATION)
    expect(limitsOf(scheme).by('indicator', 'output.duties.rural')).toBe(PROVINCE)
    await county.publish(local)
    await county.campaign(figures)
  })

  test('the province follows the national 2.0, choosing where both changed, and signs its 1.1', async () => {
    const page = await at(province, 'designer')
    await takeIn(page, '国家 2.0.yardstick', national.second)
    await page.context().close()
    const design = await designOf(province, provincial)
    const list = await openUpdate(design, '2.0')
    await option(list, '社会效益').click()
    await side(design, '取上级')
    // Locked by the new version: ours is listed, and lost.
    await option(list, '生态效益').click()
    await design.getByText(`${NATION}已锁定：随上级，本地的改动不再保留`).waitFor()
    await takeOver(design)
    const { scheme } = await province.draftOf(provincial)
    expect(scheme.lineage?.template.version).toBe('2.0')
    expect(definition(scheme, 'effect.benefit.social')).toContain('须写明受益人群')
    expect(definition(scheme, 'effect.benefit.ecological')).toContain('碳排放')
    expect([has(scheme, 'effect.benefit.promises'), has(scheme, 'output.duties.rural')]).toEqual([true, true])
    await design.context().close()
    await province.save(provincial, asProvinceAgain)
    await province.publish(provincial)
    const reviewer = await at(province, 'reviewer', `#design=${provincial}`)
    second = await makeTemplate(reviewer, { version: '1.1' })
  })

  test('the county updates: three groups, its own kept, what is locked now overruled and listed, the impact shown', async () => {
    const page = await at(county, 'designer')
    await takeIn(page, '省 1.1.yardstick', second)
    await page.context().close()
    const design = await designOf(county, local)
    const list = await openUpdate(design, '1.1')
    const bar = design.locator('.pair-bar')
    for (const group of ['上级改了', '本地改了', '双方都改了', '已锁定'])
      await bar.getByText(new RegExp(`^${group} [1-9]`)).waitFor()
    await option(list, '社会效益').click()
    await design.locator('.pair-item[aria-selected="true"]').getByText('留本地').waitFor()
    await option(list, '完成及时率').click()
    await design.getByText(`${PROVINCE}已锁定：随上级，本地的改动不再保留`).waitFor()
    await bar.getByText(/^影响/).click()
    await design.getByText('2025年度部门整体支出绩效评价').first().waitFor()
    await takeOver(design)
    const { scheme } = await county.draftOf(local)
    expect(scheme.lineage?.template).toMatchObject({ version: '1.1', publisher: PROVINCE })
    expect(definition(scheme, 'effect.benefit.social')).toContain('老旧小区')
    expect(definition(scheme, 'output.duties.timeliness')).toContain('系统办结时间')
    const kept = ['output.duties.counter', 'output.duties.rural', 'effect.benefit.promises']
    expect(kept.map((id) => has(scheme, id))).toEqual([true, true, true])
    expect(scheme.lineage?.parameters).toEqual({ 'rural.target': '90%' })
  })

  test('an older signed version is noticed, and the origin of the newer one is proved to the nation', async () => {
    const page = await at(county, 'designer')
    const { templates } = await county.designer.ask('GET', '/api/templates?source=file')
    const old = templates.find(({ version }: { version: string }) => version === '1.0')
    await county.designer.ask('DELETE', `/api/templates/${old.hash}`)
    const dialog = await look(page, '省 1.0.yardstick', first)
    await dialog.getByText('模板库里已有更新的 1.1 版').waitFor()
    await dialog.getByRole('button', { name: /取\s?消/ }).click()
    const newest = templates.find(({ version }: { version: string }) => version === '1.1')
    await goToTemplates(page, newest.hash, 'lineage')
    const chain = page.locator('.templates-chain')
    await chain.getByText('2.0').first().waitFor()
    expect(await chain.getByText('可信').count()).toBe(2)
  })

  test('the county proposes two changes to the province, which accepts one and refuses the other', async () => {
    await county.save(local, asProposal)
    const reviewer = await at(county, 'reviewer', `#design=${local}`)
    const file = await contribute(reviewer, {
      重点工作办结率: '返工的不应计为办结',
      政务服务提速成效: '提速是群众最关心的',
    })
    const root = await at(province, 'root')
    await trust(root, COUNTY, await county.keyFile())
    const page = await at(province, 'designer')
    await takeIn(page, '东湖区的贡献.yardstick', file)
    await page.context().close()
    const design = await designOf(province, provincial)
    await accept(design, ['重点工作办结率'])
    const { scheme } = await province.draftOf(provincial)
    expect(definition(scheme, 'output.duties.key-work')).toContain('返工一次的不计入')
    expect(has(scheme, 'output.duties.counter')).toBe(false)
    expect(downloadedPackage(file).manifest.proposal?.to.version).toBe('1.1')
  })
})
