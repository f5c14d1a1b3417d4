import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

async function savePoint(page: Page, name: string) {
  await page.keyboard.press('Control+s')
  await page.locator('.ant-modal').getByLabel('名称').fill(name)
  await page.keyboard.press('Enter')
  await page.getByText(`已建立保存点“${name}”`).waitFor()
  await page.locator('.ant-modal').waitFor({ state: 'detached' })
}

const nameField = (page: Page) => page.getByRole('textbox', { name: '方案名称' })

/** The scheme's name is a field of every view, so a change needs no other panel. */
async function rename(page: Page, name: string) {
  await nameField(page).fill(name)
  await page.keyboard.press('Enter')
}

describe.skipIf(hasNoBrowser)('versions', () => {
  test('a save point is compared with now and restored as one step', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/human-resources' })
    await page.getByText('总分 78.99 / 100').first().waitFor()
    await savePoint(page, '送审稿')
    await rename(page, '改过的名称')
    await page.click('#tab-versions')
    await page.getByText('1 处不同').waitFor()
    expect(await page.locator('.sentences').textContent()).toContain('改过的名称')
    await page.getByText('影响', { exact: true }).click()
    await page.getByText('所有示例单位的得分、等级和名次都不变').waitFor()
    await page.getByRole('button', { name: '恢复成这个样子：送审稿' }).click()
    await page.getByText('已恢复到“送审稿”，可以撤销').waitFor()
    expect(await nameField(page).inputValue()).toBe('人力资源和社会保障部门整体支出绩效评价指标体系')
    await page.getByRole('button', { name: '撤销：恢复到“送审稿”' }).click()
    expect(await nameField(page).inputValue()).toBe('改过的名称')
    expectNoFault()
    await context.close()
  })

  test('save points are still there after the page was loaded anew', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/human-resources' })
    await page.getByText('总分 78.99 / 100').first().waitFor()
    await savePoint(page, '初稿')
    await page.reload()
    await page.waitForSelector('.shell')
    await page.click('#tab-versions')
    await page.locator('.versions-name', { hasText: '初稿' }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('a click in the list of changes goes back to that step, and forward again', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/human-resources' })
    await page.getByText('总分 78.99 / 100').first().waitFor()
    for (const name of ['第一稿', '第二稿', '第三稿']) await rename(page, name)
    await page.getByRole('button', { name: '变更 3 步' }).click()
    const name = () => nameField(page).inputValue()
    await page.locator('.changes-step').nth(2).click()
    expect(await name()).toBe('第一稿')
    await page.locator('.changes-step').first().click()
    expect(await name()).toBe('第三稿')
    await page.getByRole('button', { name: /最早/ }).click()
    expect(await name()).toBe('人力资源和社会保障部门整体支出绩效评价指标体系')
    expectNoFault()
    await context.close()
  })
})
