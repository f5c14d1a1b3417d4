import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'

describe.skipIf(hasNoBrowser)('the manual and export', () => {
  test('the manual says what holds for all, and each indicator in a paragraph', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/human-resources' })
    await page.click('#tab-manual')
    const paper = page.locator('.manual-paper')
    await paper.getByText('达到目标值（≥95%）得满分').first().waitFor()
    const text = await paper.textContent()
    for (const part of [
      '本指标体系满分 100 分，设一级指标 4 个',
      '末级指标得分保留 2 位小数（四舍五入）',
      '预算执行率 = 实际支出 ÷ 全年预算数',
      '从总分中扣分，分数 = 0.5 × 审计巡视发现问题数，最多 5 分',
      '90 分（含）以上为“优”',
    ]) {
      expect(text).toContain(part)
    }
    expectNoFault()
    await context.close()
  })

  test('on paper there is the manual and nothing of the shell', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/human-resources' })
    await page.click('#tab-manual')
    await page.locator('.manual-paper').getByText('七、计算量与公式').waitFor()
    await page.emulateMedia({ media: 'print' })
    for (const part of ['.title-bar', '.tab-bar', '.drawer', '.manual-contents']) {
      expect(await page.locator(part).isVisible()).toBe(false)
    }
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)
    expect(pages!.length).toBeGreaterThan(8)
    expectNoFault()
    await context.close()
  })

  test('all chapters begin at the same edge, and a long table fills its pages', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'seeds/shaoguan-2019' })
    await page.click('#tab-manual')
    await page.locator('.manual-paper').getByText('七、计算量与公式').waitFor()
    const edges = await page
      .locator('.manual-chapter h2')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left))
    expect(new Set(edges).size).toBe(1)
    // Of its 34 rows, those under one first-level indicator are not kept together: two pages are enough.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(10)
    expectNoFault()
    await context.close()
  })

  test('the scheme leaves as a file, and the score table as a workbook', async () => {
    const { page, context, expectNoFault } = await openDesigner({ template: 'departments/human-resources' })
    await page.getByRole('button', { name: /导出$/ }).click()
    const download = async (name: string) => {
      const waiting = page.waitForEvent('download')
      await page.getByRole('button', { name }).click()
      const file = await waiting
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    const scheme = await download('下载 方案文件')
    expect(scheme.name).toBe('人力资源和社会保障部门整体支出绩效评价指标体系.json')
    expect(JSON.parse(scheme.bytes.toString('utf8'))).toMatchObject({ yardstick: 'scheme/1', fullScore: '100' })
    const workbook = await download('下载 Excel 评分表')
    expect(workbook.bytes.subarray(0, 2).toString('latin1')).toBe('PK')
    const evaluation = await download('下载 评价结果文件')
    expect(JSON.parse(evaluation.bytes.toString('utf8'))).toMatchObject({ yardstick: 'evaluation/1', total: '78.99' })
    const submission = await download('下载 填报数据文件')
    expect(JSON.parse(submission.bytes.toString('utf8'))).toMatchObject({ yardstick: 'submission/1' })
    expectNoFault()
    await context.close()
  })
})
