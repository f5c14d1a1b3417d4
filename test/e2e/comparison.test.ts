import { readFileSync } from 'node:fs'
import { readWorkbook } from '@yardstick/exchange/read/xlsx'
import { readTextTable, type Table, textsOf } from '@yardstick/exchange/table'
import { Exact } from '@yardstick/model'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasNoBrowser } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type ComparedServer, startCompared } from './compared-server.ts'
import { findings } from './findings.ts'
import { RealServer } from './real-server.ts'
import { signedInPage } from './server-page.ts'

const DEPARTMENTS = 12
const LEAVES = 8

describe.skipIf(hasNoBrowser)('results of a campaign side by side', () => {
  const server = new RealServer()
  let browser: Browser
  let compared: ComparedServer
  let page: Page
  const faults: string[] = []

  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    compared = await startCompared(server, { departments: DEPARTMENTS, leaves: LEAVES })
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
    page = await signedInPage(browser, server.address, 'wang', faults)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
    expect(faults).toEqual([])
  })

  const goTo = (...parts: string[]) =>
    page.goto(`${server.address}#campaigns/${compared.later}/comparison/${parts.join('/')}`)
  const scores = () => compared.wang.ask('GET', `/api/campaigns/${compared.later}/scores`)
  const map = () => page.locator('.heat-scroller')
  const hash = () => page.evaluate(() => location.hash)

  /** Where a cell of the heat map is, in its scroller, once the map knows how much room it has. */
  const cellAt = async (row: number, column: number) => {
    await expect.poll(async () => (await page.locator('.heat-space').boundingBox())?.width).toBeGreaterThan(LEAVES * 60)
    const { width = 0, height = 0 } = (await page.locator('.heat-space').boundingBox()) ?? {}
    return { x: ((column + 0.5) * width) / LEAVES, y: ((row + 0.5) * height) / DEPARTMENTS }
  }

  const exported = async (entry: string): Promise<{ name: string; bytes: Buffer }> => {
    await page.getByRole('button', { name: '导出' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: entry }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
  }

  test('a cell of the heat map says what it holds, and leads to the line that explains it', async () => {
    const { run, rows, indicators } = await scores()
    await goTo('heat-map')
    await map().waitFor()
    const [row, column] = [2, 3]
    const cell = rows[row]
    await map().hover({ position: await cellAt(row, column) })
    const said = page.locator('#heat-cell')
    const { name, points } = indicators[column]
    await expect.poll(() => said.textContent()).toContain(`${cell.department.name}，${name}：`)
    expect(await said.textContent()).toContain(`${cell.scores[column]} / ${points}`)
    await map().click({ position: await cellAt(row, column) })
    await page.locator('.line-chosen').getByText(name).first().waitFor()
    expect(await hash()).toBe(`#campaigns/${compared.later}/result/${run}/${cell.submission}/${indicators[column].id}`)
    await page.goBack()
    await map().waitFor()
  })

  test('a keyboard gets there, too', async () => {
    const { rows, indicators } = await scores()
    await goTo('heat-map')
    await map().waitFor()
    await page.getByRole('button', { name: '导出' }).focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('heat-scroller')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'ArrowLeft']) await page.keyboard.press(key)
    const said = `${rows[2].department.name}，${indicators[LEAVES - 2].name}：`
    await expect.poll(() => page.locator('#heat-cell').textContent()).toContain(said)
    await page.keyboard.press('Enter')
    await page
      .locator('.line-chosen')
      .getByText(indicators[LEAVES - 2].name)
      .first()
      .waitFor()
    expect(await hash()).toContain(`${rows[2].submission}/${indicators[LEAVES - 2].id}`)
  })

  test('what is not there is no 0, and the table says the same', async () => {
    const { rows, indicators } = await scores()
    await goTo('heat-map')
    const at = rows.findIndex(({ states }: { states: string }) => states.includes('n'))
    const column = rows[at].states.indexOf('n')
    await map().hover({ position: await cellAt(at, column) })
    await expect.poll(() => page.locator('#heat-cell').textContent()).toContain('不适用')
    await page.getByText('表', { exact: true }).click()
    const row = page.locator('.list-body [role=row]').filter({ hasText: rows[at].department.name }).first()
    const cells = await row.locator('[role=cell]').allTextContents()
    expect(cells.slice(4)).toEqual(
      rows[at].scores.map((score: string | null, index: number) => score ?? (index === column ? '不适用' : '—')),
    )
    await page.getByRole('button', { name: indicators[1].name }).click()
    const head = page.locator('[role=columnheader]').filter({ hasText: indicators[1].name })
    expect(await head.getAttribute('aria-sort')).toBe('descending')
  })

  test('indicators in which everybody is full are named, and who has how much is one step away', async () => {
    const { rows, indicators } = await scores()
    await goTo('full-marks')
    await page.getByText('2 项指标所有单位均得满分，不能区分优劣。').waitFor()
    await expect.poll(() => page.locator('.list-body [role=row]').count()).toBe(LEAVES)
    const last = page.locator('.list-body [role=row]').last()
    const name = (await last.locator('a').textContent()) ?? ''
    await last.locator('a').click()
    await page.getByRole('heading', { name: `${name}：各单位得分` }).waitFor()
    const at = indicators.findIndex((each: { name: string }) => each.name === name)
    const lowest = Math.min(...rows.flatMap((row: { scores: (string | null)[] }) => row.scores[at] ?? []).map(Number))
    const first = page.locator('.comparison-side .list-body [role=row]').first()
    await expect.poll(() => first.locator('[role=cell]').nth(1).textContent()).toContain(String(lowest))
    await first.locator('a').click()
    await page.locator('.line-chosen').getByText(name).first().waitFor()
  })

  test('区分度 is what the server measured, the least telling first, with its definition', async () => {
    const { versions } = await compared.wang.ask('GET', `/api/campaigns/${compared.later}/indicators`)
    await goTo('discrimination')
    await page.getByText('区分度 ＝ 总分最高的 27%（3 个单位）').waitFor()
    const shown = await page.locator('.list-body [role=row] [role=cell]:nth-child(3)').allTextContents()
    const measured: Exact[] = versions[0].indicators
      .map((each: { discrimination: { value: string } }) => Exact.of(each.discrimination.value))
      .sort((a: Exact, b: Exact) => a.compare(b))
    const printed = measured.map((value) => value.round(2).toFixed(2))
    expect(shown.map((text) => text.replace('−', '-'))).toEqual(printed)
    expect(shown).toHaveLength(LEAVES)
  })

  test('self-ratings are held against the review, by department down to the line, and by indicator', async () => {
    const { rows } = await scores()
    const rated = rows.filter(({ claimed }: { claimed: string | null }) => claimed !== null)
    await goTo('self')
    await page.getByText(`${rated.length} 个单位有自评分：`).waitFor()
    const first = page.locator('.list-body [role=row]').first()
    const name = (await first.locator('a').textContent()) ?? ''
    await first.locator('a').click()
    await page.getByRole('heading', { name: `${name}：逐项自评与评价` }).waitFor()
    await page.locator('.comparison-side .list-body a').first().click()
    await page.locator('.line-chosen').waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByText('指标', { exact: true }).click()
    await expect.poll(() => page.locator('.list-body [role=row]').count()).toBe(LEAVES)
  })

  test('two years are compared by department and by indicator, and what has no partner is said', async () => {
    await goTo('years')
    await page.getByText(`两次都有 ${DEPARTMENTS} 个单位`).waitFor()
    await page.getByText('指标', { exact: true }).click()
    await page.getByText(/^只在本次有、不能对比的指标：/).waitFor()
    await page.getByText(/^只在上次有、不能对比的指标：/).waitFor()
    expect(await page.locator('.list-body [role=row]').count()).toBe(LEAVES + 1)
  })

  test('what is seen is taken along as a picture and as data', async () => {
    const { rows, indicators } = await scores()
    await goTo('heat-map')
    await map().waitFor()
    const png = await exported('图片（PNG）')
    expect(png.name).toBe('2024年度部门整体支出绩效评价-热力图.png')
    expect(png.bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(400)
    expect(await colourCount(page, png.bytes)).toBeGreaterThan(4)
    const svg = (await exported('矢量图（SVG）')).bytes.toString('utf8')
    expect(svg).toMatch(/^<svg /)
    expect(svg).toContain(rows[0].department.name)
    const excel = await readWorkbook((await exported('数据（Excel）')).bytes)
    if (!excel.ok) throw new Error(excel.issues[0]?.code)
    expect(dataOf(excel.value[0]!.table)).toEqual(expected(rows))
    const csv = (await exported('数据（CSV）')).bytes.toString('utf8')
    const table = readTextTable(csv.slice(1))!
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(textsOf(table)[0]).toContain(`投入 / ${indicators[0].name}`)
    expect(dataOf(table)).toEqual(expected(rows))
  })

  test('none of the pictures stands in anybody’s way', async () => {
    for (const part of ['ranking', 'heat-map', 'discrimination', 'full-marks', 'self', 'years']) {
      await goTo(part)
      await page
        .locator('.comparison-seen')
        .getByText(/单位|指标/)
        .waitFor()
      expect({ part, found: await findings(page, undefined, 'body') }).toEqual({ part, found: [] })
    }
  })
})

interface Scored {
  readonly department: { readonly name: string }
  readonly total: string
  readonly scores: readonly (string | null)[]
  readonly states: string
}

/** Of each row the department, its total and its scores. */
function expected(rows: readonly Scored[]): string[][] {
  return rows.map(({ department, total, scores, states }) => [
    department.name,
    total,
    ...scores.map((score, at) => score ?? (states[at] === 'n' ? '不适用' : '空缺')),
  ])
}

function dataOf(table: Table): string[][] {
  const rows = textsOf(table)
  const first = rows.findIndex((row) => row[0] === '1')
  return rows.slice(first).map(([, name = '', total = '', , ...scores]) => [name, total, ...scores])
}

/** A picture that was not painted has one colour. */
async function colourCount(page: Page, bytes: Buffer): Promise<number> {
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: image.width, height: image.height })
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0)
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)
    return new Set(pixels).size
  }, bytes.toString('base64'))
}
