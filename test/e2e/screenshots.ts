import { mkdirSync } from 'node:fs'
import { describe, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { paste } from './paste.ts'
import { close, settled, views } from './views.ts'

const sizes = [
  [1366, 768],
  [1920, 1080],
] as const
const looks = sizes.flatMap(([width, height]) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['zh', 'en'] as const).map((language) => [width, colorScheme, language, height] as const),
  ),
)

/** Enough for the preview to have something to ask. */
const table = [
  '示范项目绩效指标表',
  '一级指标\t二级指标\t分值\t年度指标值\t评分标准',
  '产出\t培训人次\t30\t≥50人次\t',
  '\t培训合格率\t27.5\t95%\t达到目标值得满分，每降低1个百分点扣1分，扣完为止',
  '\t完成时间\t10\t2021年12月31日前\t',
  '效益\t社会影响\t20\t有所提高\t根据成效酌情评分',
  '\t单位成本\t10\t≤90万元\t',
  '合计\t\t97.5\t\t',
].join('\n')

describe.skipIf(hasNoBrowser)('pictures', () => {
  test.each(looks)('%s %s %s', async (width, colorScheme, language, height) => {
    const folder = `.cache/screenshots/${width}x${height}-${colorScheme}-${language}`
    mkdirSync(folder, { recursive: true })
    const { page, context } = await openDesigner({ width, height, colorScheme, language })
    const shoot = async (name: string) => {
      await settled(page)
      await page.screenshot({ path: `${folder}/${name}.png` })
    }
    await page.waitForSelector('.opening-score')
    await shoot('opening')
    await paste(page, { text: table })
    await page.waitForSelector('.preview-reading')
    await shoot('preview')
    await page.keyboard.press('Escape')
    await page.locator('.opening-example button').click()
    await page.locator('.total-badge strong').getByText('96').waitFor()
    for (const [name, open] of views) {
      await open(page)
      await shoot(name)
      await close(page)
    }
    await context.close()
  })
})
