import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { largeScheme } from './large-scheme.ts'

/** 韶关 2019: three branches at the top, eleven below them, 34 leaves. */
async function openGraph() {
  const opened = await openDesigner({ template: 'seeds/shaoguan-2019' })
  await opened.page.click('#tab-graph')
  await opened.page.locator('.graph-box').first().waitFor()
  return opened
}

const box = (page: Page, name: string) => page.locator('.graph-box', { hasText: name }).first()

async function drag(page: Page, from: Locator, to: Locator) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  await page.mouse.move(start!.x + 60, start!.y + 12)
  await page.mouse.down()
  await page.mouse.move(start!.x + 75, start!.y + 25, { steps: 4 })
  await page.mouse.move(end!.x + 70, end!.y + 20, { steps: 10 })
}

describe.skipIf(hasNoBrowser)('the graph', () => {
  test('opens two levels deep with scores, and unfolds by branch', async () => {
    const { page, context, expectNoFault } = await openGraph()
    await page.getByText('83.3 / 100 分').waitFor()
    expect(await box(page, '资产管理安全性').count()).toBe(0)
    await page.getByRole('button', { name: /展开“资产管理”/ }).click()
    await box(page, '资产管理安全性').waitFor()
    await page.getByRole('button', { name: /折叠“资产管理”/ }).click()
    await box(page, '资产管理安全性').waitFor({ state: 'detached' })
    expectNoFault()
    await context.close()
  })

  test('shares its selection with the table, by mouse and by keys', async () => {
    const { page, context, expectNoFault } = await openGraph()
    const active = (name: string) => page.locator('.graph-active', { hasText: name }).waitFor()
    await box(page, '项目管理').click()
    await active('项目管理')
    await page.keyboard.press('ArrowDown')
    await active('资产管理')
    await page.locator('.announcer', { hasText: '资产管理，5 分，第 2 级' }).waitFor({ state: 'attached' })
    await page.keyboard.press('+')
    await page.locator('.announcer', { hasText: '“资产管理”已展开' }).waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await page.locator('#tab-table[aria-selected="true"]').waitFor()
    await page.click('#tab-graph')
    await active('资产管理')
    expectNoFault()
    await context.close()
  })

  test('finds by pinyin initials what is folded away', async () => {
    const { page, context, expectNoFault } = await openGraph()
    await page.getByLabel('查找指标').fill('jycyfw')
    await page.keyboard.press('Enter')
    await page.locator('.graph-active', { hasText: '就业创业服务成效' }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('a drag onto a branch moves the indicator there, as one undo step', async () => {
    const { page, context, expectNoFault } = await openGraph()
    const hidden = () => page.getByRole('button', { name: /展开“资产管理”/ }).textContent()
    await page.getByRole('button', { name: '看到全图' }).click()
    await page.waitForTimeout(400)
    expect(await hidden()).toBe('2')
    await drag(page, box(page, '人员管理'), box(page, '资产管理'))
    expect(await page.locator('.graph-drop-hint').textContent()).toBe('移到“资产管理”之下')
    await page.mouse.up()
    // What has moved is selected, so its new branch opens.
    await page.getByRole('button', { name: /折叠“资产管理”/ }).waitFor()
    await page.getByRole('button', { name: '撤销：移动“人员管理”' }).click()
    await page.getByRole('button', { name: '撤销', exact: true }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('a drop that moves nothing says why, and Escape lets go', async () => {
    const { page, context, expectNoFault } = await openGraph()
    await page.getByRole('button', { name: '看到全图' }).click()
    await page.waitForTimeout(400)
    const hint = page.locator('.graph-drop-hint')
    await drag(page, box(page, '预算执行情况'), box(page, '资金管理'))
    expect(await hint.textContent()).toContain('不能移到自己的下级里')
    await page.mouse.up()
    await page.locator('.ant-message', { hasText: '不能移到自己的下级里' }).waitFor()
    await drag(page, box(page, '人员管理'), box(page, '经济性'))
    expect(await hint.textContent()).toBe('移到“经济性”之下')
    await page.keyboard.press('Escape')
    await hint.waitFor({ state: 'detached' })
    await page.mouse.up()
    await page.getByRole('button', { name: '撤销', exact: true }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('shows all of a large scheme in its small map, and goes where that is pressed', async () => {
    const { page, context, expectNoFault } = await openDesigner()
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'large.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(largeScheme())),
      })
    await page.waitForSelector('.shell')
    await page.click('#tab-graph')
    await page.getByRole('button', { name: '全部', exact: true }).click()
    const map = page.locator('.graph-minimap')
    const drawn = async () => {
      const paths = await map.locator('path').evaluateAll((all) => all.map((each) => each.getAttribute('d') ?? ''))
      return (paths.join('').match(/M/g) ?? []).length
    }
    await expect.poll(drawn, { timeout: 15_000 }).toBeGreaterThan(2_000)
    const frame = await map.locator('.graph-minimap-frame').boundingBox()
    expect(Math.min(frame!.width, frame!.height)).toBeGreaterThan(4)
    const whole = (await map.boundingBox())!
    await page.mouse.click(whole.x + 128, whole.y + whole.height - 10)
    await page
      .locator('.graph-box', { hasText: /第19\d\d项/ })
      .first()
      .waitFor()
    expectNoFault()
    await context.close()
  })

  test('becomes an SVG and a PNG file', async () => {
    const { page, context, expectNoFault } = await openGraph()
    await page.getByText('83.3 / 100 分').waitFor()
    const download = async (form: string) => {
      await page.getByRole('button', { name: '导出图片' }).click()
      const waiting = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: form }).click()
      return readFileSync(await (await waiting).path())
    }
    const svg = (await download('SVG')).toString('utf8')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    for (const name of ['预算编制情况', '资产管理', '83.3 / 100 分']) expect(svg).toContain(name)
    const png = await download('PNG')
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(png.length).toBeGreaterThan(20_000)
    expectNoFault()
    await context.close()
  })
})
