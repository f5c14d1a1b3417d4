import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'

const template = 'seeds/nanchang-2021-sysops-project'

async function openItems() {
  const opened = await openDesigner({ template })
  await opened.page.getByRole('tab', { name: '数据项' }).click()
  const sheet = opened.page.locator('.items-sheet')
  await sheet.getByText('145.6万元').first().waitFor()
  const cell = (name: string) => sheet.getByRole('gridcell', { name, exact: true }).first()
  return { ...opened, sheet, cell }
}

describe.skipIf(hasNoBrowser)('the dictionary', () => {
  test('a name is changed everywhere in one step, after a question', async () => {
    const { page, context, sheet, cell, expectNoFault } = await openItems()
    await cell('实际支出资金').click()
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('全年支出（万元）')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '全部改名' }).click()
    await page.locator('.items-side').getByRole('heading', { name: '全年支出（万元）' }).waitFor()
    await page.getByText('计算量 2').click()
    await sheet.getByText('[全年支出（万元）] / 实际到位资金').waitFor()
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.getByRole('button', { name: '撤销：“实际支出资金”改名为“全年支出（万元）”' }).click()
    await sheet.getByText('实际支出资金 / 实际到位资金').waitFor()
    expectNoFault()
    await context.close()
  })

  test('another unit of the same kind asks whether the numbers are to be converted', async () => {
    const { page, context, sheet, cell, expectNoFault } = await openItems()
    await cell('实际到位资金').click()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.insertText('人')
    await page.keyboard.press('Enter')
    await page.getByText('金额的单位可以是').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('元')
    await page.keyboard.press('Enter')
    await page.getByText('有 2 个数值，一起换算成新单位？').waitFor()
    await page.getByRole('button', { name: '换算数值' }).click()
    await sheet.getByText('1456000元').waitFor()
    await page.getByText('总分 96 / 100').first().waitFor()
    await page.getByText('变更 1 步').waitFor()
    expectNoFault()
    await context.close()
  })

  test('what is still used stays, and the place that uses it is one click away', async () => {
    const { page, context, cell, expectNoFault } = await openItems()
    await cell('成本预算').click()
    await page.keyboard.press('Control+-')
    await page.getByText('“成本预算”还用在 1 处（机房设备维保服务成本）').waitFor()
    await page.locator('.items-side').getByText('机房设备维保服务成本').click()
    await page.getByRole('tab', { name: '指标表', selected: true }).waitFor()
    expectNoFault()
    await context.close()
  })

  test('rows are typed below the last one and pasted with their titles', async () => {
    const { page, context, sheet, cell, expectNoFault } = await openItems()
    await sheet.getByText('新数据项……').click()
    for (const text of ['培训人次', '计数', '人次']) {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Tab')
    }
    await page.getByText('数据项 10').waitFor()
    expect(await cell('人次').count()).toBe(1)
    await sheet.getByText('新数据项……').click()
    await paste(page, { text: '名称\t类型\t单位\n甲项\t金额\t万元\n乙项\t比率\t\n' })
    await page.getByText('数据项 12').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('数据项 10').waitFor()
    await page.getByPlaceholder('查找名称或拼音首字母').fill('pxrc')
    await expect.poll(() => sheet.getByRole('row').count()).toBe(2)
    expectNoFault()
    await context.close()
  })

  test('names typed down the column are as many rows', async () => {
    const { page, context, sheet, expectNoFault } = await openItems()
    await sheet.getByText('新数据项……').click()
    const names = ['培训人次', '参训单位', '课程数']
    for (const name of names) {
      await page.keyboard.insertText(name)
      await page.keyboard.press('Enter')
    }
    await page.getByText('数据项 12').waitFor()
    const last = await sheet.locator('.sheet-row [data-column="0"]').allTextContents()
    expect(last.slice(-4)).toEqual([...names, '新数据项……'])
    expectNoFault()
    await context.close()
  })

  test('a formula is completed by pinyin, mended in place and shows its value', async () => {
    const { page, context, sheet, cell, expectNoFault } = await openItems()
    await page.getByText('计算量 2').click()
    await cell('预算执行率').click()
    const field = page.getByRole('combobox', { name: '预算执行率 · 公式' })
    await field.fill('')
    await field.pressSequentially('sjzczj')
    await page.getByRole('option', { name: '实际支出资金' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('÷预算资金×５０％')
    await page.keyboard.press('Enter')
    await sheet.getByText('实际支出资金÷预算资金×50%').waitFor()
    await page.locator('.ff-value').getByText('50%').first().waitFor()
    await field.fill('实际支岀资金')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '改为 实际支出资金' }).click()
    await expect.poll(() => field.inputValue()).toBe('实际支出资金')
    // What does not parse stays in the field; Esc brings back what is in the scheme.
    await field.fill('实际支出资金 +')
    await page.keyboard.press('Enter')
    await page.getByText('还不是完整的公式').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => field.inputValue()).toBe('实际支出资金')
    expectNoFault()
    await context.close()
  })
})
