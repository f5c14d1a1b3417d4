import type { Indicator, Scheme } from '@yardstick/model'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { findings } from './findings.ts'
import { paste } from './paste.ts'
import { Asker, PASSWORD, RealServer } from './real-server.ts'
import { onServer, signedInPage } from './server-page.ts'
import {
  adoptReference,
  nationalScheme,
  newerNational,
  publisherOf,
  takeIn,
  templateFile,
  trustPublisher,
} from './shared-template.ts'

const LOCKED = '财政部锁定了“预算执行率”，只能改参数“预算执行率目标”；如需改动，可向上级贡献建议'

type Branch = Indicator & { children: Indicator[] }

/** What the province has made of the template: other points, another name, one indicator more. */
function changedHere(adopted: Scheme): Scheme {
  const local = JSON.parse(JSON.stringify(adopted)) as Scheme
  const [, output, effect] = local.indicators as Branch[]
  output!.children[0]!.points = '19'
  output!.children[1]!.points = '21'
  output!.children[1]!.name = '质量达标情况'
  effect!.children[0]!.name = '服务对象满意度'
  return local
}

/** Two cells of a row by their columns: number, name, origin, points. */
const cell = (page: Page, row: number, column: number) => page.locator(`.sheet-row [data-column="${column}"]`).nth(row)
const notice = (page: Page, text: string) => page.locator('.ant-message').getByText(text)

describe.skipIf(hasNoBrowser)('sharing', () => {
  let browser: Browser
  const server = new RealServer()
  const faults: string[] = []
  const ministry = publisherOf('财政部')
  let asker: Asker
  let first: string

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    server.addAdministrator()
    await server.start()
    const root = await new Asker(server).signIn('root')
    await root.addAccount('ding', '丁工', 'designer', 'reviewer', 'administrator')
    asker = await new Asker(server).signIn('ding')
    await trustPublisher(asker, ministry)
    first = await takeIn(asker, templateFile(ministry, nationalScheme()))
  }, 120_000)
  afterAll(async () => {
    expect(faults).toEqual([])
    await browser.close()
    await server.end()
  })

  async function adopted(change: (scheme: Scheme) => Scheme = (scheme) => scheme): Promise<string> {
    const id = await adoptReference(asker, first, 'national.department')
    const { scheme, revision } = await asker.ask('GET', `/api/schemes/${id}/draft`)
    if (change(scheme) !== scheme) await asker.ask('PUT', `/api/schemes/${id}/draft`, change(scheme), revision)
    return id
  }
  async function open(id: string): Promise<Page> {
    const page = await signedInPage(browser, `${server.address}#design=${id}`, 'ding', faults)
    await page.waitForSelector('.shell')
    await page.locator('.grid-origin').first().waitFor()
    return page
  }
  const schemeOf = async (id: string): Promise<Scheme> => (await asker.ask('GET', `/api/schemes/${id}/draft`)).scheme

  test('what those above locked cannot be changed, whichever way it is tried, and it is told who locked it', async () => {
    const id = await adopted()
    const page = await open(id)
    // typed into the grid
    await cell(page, 1, 1).click()
    await page.keyboard.type('改')
    await notice(page, LOCKED).waitFor()
    expect(await cell(page, 1, 1).getAttribute('aria-readonly')).toBe('true')
    expect(await cell(page, 1, 1).getAttribute('title')).toBe(LOCKED)
    // removed by the keyboard
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+-')
    await notice(page, LOCKED).waitFor()
    expect(await page.locator('.sheet-row').count()).toBe(9)
    // in the inspector
    await page.locator('.lock-note').getByText(LOCKED).waitFor()
    expect(await page.locator('.inspector-name textarea').isDisabled()).toBe(true)
    await page.locator('.sentence-token').first().click({ force: true })
    await page.keyboard.press('Enter')
    expect(await page.locator('.ant-dropdown:visible, .sentence-input:visible').count()).toBe(0)
    // pasted over: free cells are written, locked ones left and counted
    await cell(page, 2, 3).click()
    await paste(page, { text: '10\n39' })
    await notice(page, '有 1 格没有改动').waitFor()
    await expect.poll(() => cell(page, 3, 3).textContent()).toContain('39')
    expect(await cell(page, 2, 3).textContent()).toBe('15')
    await page.keyboard.press('Control+z')
    await expect.poll(() => cell(page, 3, 3).textContent()).toContain('40')
    // points beyond what is allowed, and within it
    await cell(page, 4, 3).click()
    await page.locator('.points-range').getByText('18～22').waitFor()
    await page.keyboard.type('23')
    await page.keyboard.press('Enter')
    await notice(page, '模板为 20').waitFor()
    await cell(page, 4, 3).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await cell(page, 4, 3).textContent()).toBe('20')
    await cell(page, 4, 3).click()
    await page.keyboard.type('21')
    await page.keyboard.press('Enter')
    await expect.poll(() => cell(page, 4, 3).textContent()).toBe('21')
    await cell(page, 4, 2).getByText('改分值').waitFor()
    // nothing may be added under what is closed
    await cell(page, 1, 1).click()
    const insert = page.getByRole('toolbar').getByRole('button', { name: /^插入行/ })
    await expect.poll(() => insert.isDisabled()).toBe(true)
    expect(await insert.getAttribute('title')).toBe('财政部规定“投入”之下不能增加指标')
    await cell(page, 4, 1).click()
    await expect.poll(() => insert.isDisabled()).toBe(false)
    // the source text
    await page.getByRole('tab', { name: '源文本' }).click()
    await page.locator('.view-line').first().click()
    const written = await schemeOf(id)
    written.items[0]!.type = 'number'
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(JSON.stringify(written, null, 2))
    await page.keyboard.press('Control+s')
    await page.getByText('“财政部”锁定的指标用到此项').first().waitFor()
    expect((await schemeOf(id)).items[0]!.type).toBe('rate')
    await page.context().close()
  }, 120_000)

  test('a parameter is set within its limits, as one step', async () => {
    const page = await open(await adopted())
    await menu(page, '参数……')
    const field = page.getByLabel('“预算执行率目标”的取值')
    await field.fill('70%')
    await field.press('Tab')
    await page.getByText('不是数，或不在范围内').waitFor()
    expect(await page.getByRole('button', { name: '修改参数' }).isDisabled()).toBe(true)
    await field.fill('92%')
    await field.press('Tab')
    await page.getByRole('button', { name: '修改参数' }).click()
    await page.locator('.ant-modal').waitFor({ state: 'detached' })
    expect(await cell(page, 1, 6).textContent()).toBe('≥92%')
    await onServer(page)
    await page.getByRole('button', { name: '撤销：修改参数' }).click()
    expect(await cell(page, 1, 6).textContent()).toBe('≥95%')
    await page.context().close()
  }, 60_000)

  test('an update is looked at thing by thing, taken over as one step with choices, and undone', async () => {
    const id = await adopted(changedHere)
    await takeIn(asker, templateFile(ministry, newerNational())).catch(() => undefined)
    const page = await open(id)
    await page.getByRole('button', { name: '上级有新版本 2025' }).click()
    const list = page.getByRole('listbox', { name: '改动' })
    await list.waitFor()
    expect(await findings(page)).toEqual([])
    // locked: as given, nothing to choose
    await list.getByRole('option', { name: /部门预算执行率/ }).click()
    await page.locator('.pair-locked').getByText('财政部已锁定').waitFor()
    expect(await page.getByRole('button', { name: /^取上级/ }).isDisabled()).toBe(true)
    // by keyboard: what both changed is kept by default, and taken from above by a digit
    await list.getByRole('option', { name: /服务对象满意度/ }).click()
    await list.focus()
    expect(await page.locator('.pair-item[aria-selected="true"] .pair-mark').textContent()).toBe('留本地')
    await page.keyboard.press('1')
    expect(await page.locator('.pair-item[aria-selected="true"] .pair-mark').textContent()).toBe('取上级')
    // only what both changed
    await page
      .locator('.pair-bar')
      .getByText(/^双方都改了/)
      .click()
    expect(await list.getByRole('option').count()).toBe(3)
    await page.locator('.pair-bar').getByText(/^影响/).click()
    await page.getByText('2 个示例单位').waitFor()
    await page.locator('.pair-bar').getByText(/^检查/).click()
    expect(await findings(page)).toEqual([])
    // left without a trace
    await page.getByRole('button', { name: /放\s?弃/ }).click()
    await page.locator('.ant-modal').waitFor({ state: 'detached' })
    expect(await page.getByRole('button', { name: '撤销', exact: true }).isDisabled()).toBe(true)
    expect((await schemeOf(id)).lineage!.template.version).toBe('2024')
    // taken over
    await page.getByRole('button', { name: '上级有新版本 2025' }).click()
    await list.getByRole('option', { name: /质量达标情况/ }).click()
    await list.focus()
    await page.getByRole('button', { name: '采用为草稿' }).click()
    await notice(page, '已采用为草稿，可以撤销').waitFor()
    await cell(page, 1, 1).getByText('部门预算执行率').waitFor()
    await page.getByText('服务对象满意度').first().waitFor()
    await page.getByText('时效', { exact: true }).first().waitFor()
    await onServer(page)
    const updated = await schemeOf(id)
    expect(updated.lineage!.template.version).toBe('2025')
    await page.getByRole('button', { name: '上级有新版本 2025' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '撤销：采用上级更新 2025' }).click()
    await cell(page, 1, 1).getByText('预算执行率', { exact: true }).waitFor()
    await page.getByRole('button', { name: '上级有新版本 2025' }).waitFor()
    await page.context().close()
  }, 120_000)

  test('a scheme is given parameters and limits, signed as a template, adopted, and a proposal comes back', async () => {
    await asker.ask('POST', '/api/keys', { name: '省厅', publisher: '省财政厅', passphrase: PASSWORD })
    const { id } = await asker.ask('POST', '/api/schemes', { scheme: ownScheme() })
    const page = await signedInPage(browser, `${server.address}#design=${id}`, 'ding', faults)
    await page.waitForSelector('.shell')
    // the author's side
    await menu(page, '参数与可改范围')
    await page.getByRole('combobox', { name: '选择指标' }).click()
    await page.keyboard.type('甲')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: '选择其中的数' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '目标值' }).click()
    await page.getByRole('button', { name: '设为参数' }).click()
    await page.getByLabel('甲 目标值 · 数值 最小').fill('80%')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: '可改范围 0' }).click()
    await page.getByRole('combobox', { name: '选择指标' }).last().click()
    await page.keyboard.type('投入')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '添加范围' }).click()
    await page.getByRole('tab', { name: '可改范围 1' }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.grid-given').filter({ hasText: '锁定' }).waitFor()
    await page.locator('.grid-given').filter({ hasText: '参数' }).waitFor()
    await onServer(page)
    await page.context().close()

    await asker.ask('POST', `/api/schemes/${id}/review`, { note: '' })
    const { revision } = await asker.ask('GET', `/api/schemes/${id}`)
    const boss = await reviewer()
    await boss.ask('POST', `/api/schemes/${id}/review/decision`, { decision: 'approved', note: '' }, revision)
    await boss.ask('POST', `/api/schemes/${id}/versions`)

    // 发布为模板
    const author = await signedInPage(browser, `${server.address}#design=${id}`, 'ding', faults)
    await author.waitForSelector('.shell')
    await menu(author, '发布为模板……')
    await author.getByLabel('密钥口令').fill(`${PASSWORD}x`)
    await author.getByRole('button', { name: '签名并发布' }).click()
    await author.locator('.ant-alert-error').waitFor()
    await author.getByLabel('密钥口令').fill(PASSWORD)
    expect(await findings(author)).toEqual([])
    await author.getByRole('button', { name: '签名并发布' }).click()
    await author.getByText('已发布模板').waitFor()
    const [download] = await Promise.all([
      author.waitForEvent('download'),
      author.getByRole('link', { name: '下载模板包' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.yardstick$/)
    await author.keyboard.press('Escape')

    // a county adopts it and proposes a change
    const { templates } = await asker.ask('GET', '/api/templates?source=own')
    const county = await adoptReference(asker, templates[0].hash, 'province.demo')
    const draft = await asker.ask('GET', `/api/schemes/${county}/draft`)
    const local = JSON.parse(JSON.stringify(draft.scheme)) as Scheme
    local.indicators[1]!.name = '产出与效益'
    await asker.ask('PUT', `/api/schemes/${county}/draft`, local, draft.revision)
    const clerk = await signedInPage(browser, `${server.address}#design=${county}`, 'ding', faults)
    await clerk.waitForSelector('.shell')
    await menu(clerk, '向上级贡献……')
    await clerk.getByLabel('产出 的理由').or(clerk.getByLabel('产出与效益 的理由')).fill('本地两项合并考核')
    await clerk.getByLabel('密钥口令').fill(PASSWORD)
    expect(await findings(clerk)).toEqual([])
    await clerk.getByRole('button', { name: /签\s?名/ }).click()
    await clerk.getByText('贡献已签名').waitFor()
    await clerk.context().close()

    // the owner accepts it
    await menu(author, '收到的贡献……')
    await author.getByRole('button', { name: '逐项查看' }).click()
    await author.getByText('本地两项合并考核').waitFor()
    expect(await findings(author)).toEqual([])
    await author.getByRole('button', { name: /^采纳/ }).click()
    await author.getByText('采纳 1 项，共 1 项').waitFor()
    await author.getByRole('button', { name: '采用为草稿' }).click()
    await notice(author, '已采纳为草稿，可以撤销').waitFor()
    await onServer(author)
    expect((await schemeOf(id)).indicators[1]!.name).toBe('产出与效益')
    await author.getByRole('button', { name: /^撤销：采纳省财政厅的贡献/ }).waitFor()
    await author.context().close()
  }, 120_000)

  async function reviewer(): Promise<Asker> {
    const root = await new Asker(server).signIn('root')
    await root.addAccount('shen', '审核', 'reviewer')
    return new Asker(server).signIn('shen')
  }
})

/** An entry of 更多 · 共享. */
async function menu(page: Page, entry: string) {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '共享' }).hover()
  await page.getByRole('menuitem', { name: entry }).click()
}

function ownScheme(): Scheme {
  const leaf = (id: string, points: string): Indicator =>
    ({
      ...{ id, name: id, points, actual: id, target: { comparator: '>=', value: '95%' } },
      scoring: { method: 'ratio' },
    }) as Indicator
  return {
    ...{ yardstick: 'scheme/1', id: 'province.demo', name: '省级示例', version: '2025', fullScore: '100' },
    items: ['甲', '乙'].map((id) => ({ id, type: 'rate' as const })),
    indicators: [
      { id: '投入', name: '投入', points: '60', children: [leaf('甲', '60')] },
      { id: '产出', name: '产出', points: '40', children: [leaf('乙', '40')] },
    ],
  }
}
