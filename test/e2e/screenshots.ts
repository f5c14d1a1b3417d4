import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type FilledServer, fill } from './filled-server.ts'
import { LevelServer } from './level-server.ts'
import { paste } from './paste.ts'
import { PASSWORD, RealServer } from './real-server.ts'
import { allScenes } from './scenes.ts'
import { conflict, furnish, serverScenes } from './server-scenes.ts'
import { type SharingScene, sharingScenes } from './sharing-scenes.ts'
import { PROVINCE, regions } from './three-levels-data.ts'
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

/** A page of that look, and how it is photographed. */
async function camera([width, colorScheme, language, height]: (typeof looks)[number], template?: string) {
  const { page, context } = await openDesigner({
    width,
    height,
    colorScheme,
    language,
    ...(template === undefined ? {} : { template }),
  })
  return { page, context, shoot: shooter(page, [width, colorScheme, language, height]) }
}

function shooter(page: Page, [width, colorScheme, language, height]: (typeof looks)[number]) {
  const folder = `.cache/screenshots/${width}x${height}-${colorScheme}-${language}`
  mkdirSync(folder, { recursive: true })
  return async (name: string) => {
    await settled(page)
    await page.screenshot({ path: `${folder}/${name}.png` })
  }
}

describe.skipIf(hasNoBrowser)('pictures', () => {
  test.each(looks)('%s %s %s', async (...look) => {
    const { page, context, shoot } = await camera(look)
    await page.waitForSelector('.opening-score')
    await shoot('opening')
    await paste(page, { text: table })
    await page.waitForSelector('.import-tree')
    await shoot('import')
    await page.locator('.import-role button').nth(1).click()
    await shoot('import-column')
    await page.keyboard.press('Escape')
    await page.locator('.reading-words').first().hover()
    await shoot('import-words')
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

  describe.each(allScenes)('$title', ({ template, scenes }) => {
    test.each(looks)('%s %s %s', async (...look) => {
      const { page, context, shoot } = await camera(look, template)
      await page.locator('.total-badge strong').waitFor()
      for (const [name, open] of scenes) {
        await open(page)
        await shoot(name)
        // A form longer than the inspector is seen to its end.
        if (await scrollToEnd(page)) await shoot(`${name}-end`)
        await close(page)
      }
      await context.close()
    })
  })
})

describe.skipIf(hasNoBrowser)('pictures with a server', () => {
  const server = new RealServer()
  let browser: Browser
  let filled: FilledServer
  let reviewed: string
  beforeAll(async () => {
    server.addAdministrator()
    await server.start()
    filled = await fill(server)
    reviewed = await furnish(filled)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server.end()
  })

  test.each(looks)('%s %s %s', async (...look) => {
    const signedIn = (who: string | null) => signedInAs(browser, server.address, who, look)
    for (const { name, who, hash, open } of serverScenes(filled, reviewed)) {
      const { page, context, shoot } = await signedIn(who)
      await page.goto(`${server.address}${hash}`)
      await settled(page)
      await open(page)
      await shoot(`server-${name}`)
      await context.close()
    }
    const { page, context, shoot } = await signedIn('wang')
    await page.goto(`${server.address}#design=${filled.scheme}`)
    await settled(page)
    await conflict(page, filled)
    await shoot('server-merge')
    await context.close()
  })
})

describe.skipIf(hasNoBrowser)('pictures of sharing', () => {
  const province = new LevelServer(regions[0]!, PROVINCE)
  let browser: Browser
  let scenes: readonly SharingScene[]
  beforeAll(async () => {
    await province.start()
    scenes = await sharingScenes(province)
    browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumFlags() })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await province.end()
  })

  test.each(looks)('%s %s %s', async (...look) => {
    const { address } = province.server
    for (const { name, who, hash, open } of scenes) {
      const { page, context, shoot } = await signedInAs(browser, address, who, look)
      await page.goto(`${address}${hash}`)
      await settled(page)
      await open?.(page)
      await shoot(`sharing-${name}`)
      await context.close()
    }
  })
})

/** The page of somebody who has signed in, in that look. */
async function signedInAs(browser: Browser, address: string, who: string | null, look: (typeof looks)[number]) {
  const [width, colorScheme, language, height] = look
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    colorScheme,
    reducedMotion: 'reduce',
  })
  const settings = JSON.stringify({ language })
  await context.addInitScript((text) => localStorage.setItem('yardstick.settings', text), settings)
  const { origin } = new URL(address)
  const data = { name: who, password: PASSWORD }
  if (who !== null) await context.request.post(`${origin}/api/session`, { data, headers: { origin } })
  const page = await context.newPage()
  return { page, context, shoot: shooter(page, look) }
}

function scrollToEnd(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const inspector = document.querySelector('.inspector')
    if (inspector === null || inspector.scrollHeight - inspector.clientHeight < 40) return false
    inspector.scrollTop = inspector.scrollHeight
    return true
  })
}
