import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds serious in one part of the page. */
async function seriousFindings(page: Page, part: string): Promise<string[]> {
  // As a script of the test's own: the page's policy lets none in from outside.
  await page.evaluate(await (await import('node:fs/promises')).readFile(axePath, 'utf8'))
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: {
        run(selector: string): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(selector)
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }, part)
}

/** The inspector of a leaf that has lost points, by way of the list in the drawer: rows out of view are not drawn. */
async function inspect(page: Page, name: string) {
  await page.locator('[data-region="drawer"] button', { hasText: name }).first().click()
  const inspector = page.locator('.inspector')
  await inspector.getByRole('textbox', { name: '名称', exact: true }).waitFor()
  await expect.poll(() => inspector.getByRole('textbox', { name: '名称', exact: true }).inputValue()).toBe(name)
  return inspector
}

describe.skipIf(hasNoBrowser)('the inspector', () => {
  test('a number in the sentence is typed over, the score follows, and one undo takes it back', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    const inspector = await inspect(page, '参保人员满意度')
    await page.getByText('总分 96 / 100').first().waitFor()
    await inspector.getByRole('button', { name: '每步扣分 1' }).click()
    await page.keyboard.type('０．５')
    await page.keyboard.press('Enter')
    await page.getByText('总分 98 / 100').first().waitFor()
    await inspector.getByText('失 2 分').waitFor()
    expect(await seriousFindings(page, '.inspector')).toEqual([])
    // The focus is back on the token; undo is the document's there.
    await page.keyboard.press('Control+z')
    await page.getByText('总分 96 / 100').first().waitFor()
    expectNoFault()
    await context.close()
  })

  test('a long token flows on with the line it stands in, and opens by keyboard', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/education' })
    await page.getByText('义务教育专项资金使用合规性').first().click()
    const token = page.locator('.inspector').getByRole('button', { name: '要素内容 制定专项资金管理制度并附文本' })
    // Narrower than the token, which begins beside its number all the same.
    const tops = await token.evaluate((element) => {
      element.parentElement!.style.width = '120px'
      const number = element.previousElementSibling!.getClientRects()[0]!
      return [...element.getClientRects()].map(({ top }) => Math.abs(Math.round((top - number.top) / 10)))
    })
    expect(tops.length).toBeGreaterThan(1)
    expect(tops[0]).toBe(0)
    await token.press('Enter')
    await page.keyboard.type('制定制度')
    await page.keyboard.press('Enter')
    const changed = page.locator('.inspector').getByRole('button', { name: '要素内容 制定制度' })
    await changed.waitFor()
    await expect.poll(() => changed.evaluate((element) => element === document.activeElement)).toBe(true)
    expectNoFault()
    await context.close()
  })

  test('a choice in the sentence is made by keyboard; the same rule said again is no step', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/education' })
    await page.getByText('大班额数').first().click()
    const inspector = page.locator('.inspector')
    await inspector.getByRole('button', { name: '按文字修改' }).click()
    const text = inspector.getByRole('textbox', { name: '写成一句评分标准' })
    await text.fill((await text.inputValue()).replace(/。$/, ''))
    await text.press('Enter')
    await inspector.getByRole('button', { name: '不足一步 不扣分' }).press('Enter')
    await page.getByText('变更 0 步').waitFor()
    const first = page.getByRole('menuitem', { name: '按比例', exact: false })
    await expect.poll(() => first.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Enter')
    const changed = inspector.getByRole('button', { name: '不足一步 按比例扣分' })
    await expect.poll(() => changed.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByText('变更 1 步').waitFor()
    expectNoFault()
    await context.close()
  })

  test('a standard written as text says where it was not understood, and is read once it is', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    const inspector = await inspect(page, '参保人员满意度')
    await inspector.getByRole('button', { name: '按文字修改' }).click()
    const text = inspector.getByRole('textbox', { name: '写成一句评分标准' })
    await text.fill('95%（含）以上得满分；90%（含）～95%得8分；低于90%不得奖。')
    await inspector.locator('.reading-unread').first().waitFor()
    await inspector.getByRole('alert').getByText('不得分').first().waitFor()
    await text.fill('95%（含）以上得满分;90%（含）～95%得8分;低于90%不得分')
    await text.press('Enter')
    await inspector.getByText('分档', { exact: true }).first().waitFor()
    await page.getByText('总分 98 / 100').first().waitFor()
    expectNoFault()
    await context.close()
  })

  test('an edge dragged in the picture is one step, and Esc takes a drag back', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/education' })
    const inspector = await inspect(page, '教师满意度')
    const edge = inspector.getByRole('slider', { name: '第 2 条界限' })
    const drag = async (by: number) => {
      const { width } = (await edge.boundingBox())!
      // Waits until the picture has come to rest.
      await edge.hover({ position: { x: width / 2, y: 40 } })
      const { x, y } = (await edge.boundingBox())!
      await page.mouse.down()
      await page.mouse.move(x + width / 2 + by, y + 40, { steps: 6 })
    }
    const value = () => edge.getAttribute('aria-valuetext')
    const before = await value()
    await drag(20)
    await page.mouse.up()
    const dragged = await value()
    expect(dragged).not.toBe(before)
    await drag(20)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(await value()).toBe(dragged)
    await edge.press('ArrowLeft')
    expect(await value()).not.toBe(dragged)
    await edge.press('Control+z')
    await edge.press('Control+z')
    await expect.poll(value).toBe(before)
    expectNoFault()
    await context.close()
  })

  test('a point dragged out of the frame is let go there, as one step', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/health', height: 1000 })
    await page.getByText('基层诊疗量占比提升').first().click()
    const inspector = page.locator('.inspector')
    const point = inspector.getByRole('slider', { name: '第 1 个点' })
    const box = (await point.locator('.curve-handle-grip').boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x - 20, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await page.getByText('变更 1 步').waitFor()
    expect(await point.getAttribute('aria-valuetext')).toMatch(/^-/)
    await point.press('Control+z')
    await page.getByText('变更 0 步').waitFor()
    await expect.poll(() => point.getAttribute('aria-valuetext')).toBe('0%, 0')
    expectNoFault()
    await context.close()
  })

  test('every method has a form, and keeps the scheme whole', async () => {
    const { page, context, expectNoFault } = await openDesigner({
      template: 'seeds/nanchang-2021-sysops-project',
      height: 1000,
    })
    const inspector = await inspect(page, '参保人员满意度')
    await inspector.getByText('表单', { exact: true }).click()
    const methods = [
      '按比例',
      '分档',
      '折线内插',
      '达标得分',
      '要素得分',
      '等级评定',
      '人工评分',
      '公式',
      '决策表',
      '达标占比',
      '排名',
      '按步扣分',
    ]
    for (const method of methods) {
      await inspector.getByRole('combobox', { name: '计分方法' }).click()
      await page.locator('.method-option', { has: page.getByText(method, { exact: true }) }).click()
      await inspector.locator('.method-picker').getByText(method, { exact: true }).waitFor()
      expect(await seriousFindings(page, '.inspector'), method).toEqual([])
    }
    expectNoFault()
    await context.close()
  })

  test('where the value comes from, what it rests on and what was done, without a finding of axe', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/nanchang-2021-sysops-project' })
    const inspector = await inspect(page, '参保人员满意度')
    await inspector.getByRole('tab', { name: '取数' }).click()
    await inspector.getByRole('button', { name: '新建数据项' }).click()
    await inspector.getByRole('textbox', { name: '数据项名称' }).fill('回访人数')
    await page.keyboard.press('Enter')
    expect(await seriousFindings(page, '.inspector')).toEqual([])
    await inspector.getByRole('tab', { name: '依据' }).click()
    const note = inspector.getByRole('textbox', { name: '备注' })
    await note.fill('每年回访一次')
    await note.press('Control+Enter')
    expect(await seriousFindings(page, '.inspector')).toEqual([])
    await inspector.getByRole('tab', { name: '历史' }).click()
    await inspector.getByText('修改备注').waitFor()
    expect(await seriousFindings(page, '.inspector')).toEqual([])
    expectNoFault()
    await context.close()
  })

  test('grades cannot overlap, and are one of the scheme’s settings', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/education' })
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '方案设置' }).click()
    const dialog = page.getByRole('dialog', { name: '方案设置' })
    const bound = dialog.getByRole('textbox', { name: '良 不低于' })
    await bound.fill('95')
    await bound.press('Enter')
    await expect.poll(() => bound.inputValue()).toBe('80')
    await bound.fill('７５')
    await bound.press('Enter')
    await expect.poll(() => bound.inputValue()).toBe('75')
    expect(await seriousFindings(page, '.ant-modal-wrap')).toEqual([])
    expectNoFault()
    await context.close()
  })
})
