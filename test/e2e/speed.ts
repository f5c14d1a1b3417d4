import { cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { describe, test } from 'vitest'
import { hasNoBrowser, openDesigner } from './browser.ts'
import { measureComparison } from './comparison-speed.ts'
import { largeScheme } from './large-scheme.ts'
import { measureLive } from './live-speed.ts'
import { type Stopwatch, shares, stopwatch } from './stopwatch.ts'

/**
 * What a person waits for at 2,000 leaves, with the inspector and the trial drawer open as they are at first. Waiting
 * stretches with whatever else the machine does, so its load is printed, and beside each wait the processor time of the
 * page's main thread for one gesture, what follows the paint included.
 */
async function openLarge(): Promise<{ page: Page; end: () => Promise<void> }> {
  const { page, context, expectNoFault } = await openDesigner()
  await page.setInputFiles('input[type=file]', {
    name: 'large.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(largeScheme())),
  })
  await page.waitForSelector('.sheet-row')
  await page.locator('.total-badge strong').waitFor()
  await page.waitForTimeout(3_000)
  console.log(`load ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors`)
  const end = async () => {
    expectNoFault()
    await context.close()
  }
  return { page, end }
}

async function report(what: string, watch: Stopwatch): Promise<void> {
  const { paints, workEach } = await watch.read()
  console.log(`${what.padEnd(38)} ${shares(paints)}, ${workEach.toFixed(0)} ms of work each (${paints.length} times)`)
}

describe.skipIf(hasNoBrowser)('speed at 2,000 leaves', () => {
  test('table', async () => {
    const { page, end } = await openLarge()
    for (const key of ['Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    await page.waitForTimeout(1_000)
    const keys = await stopwatch(page, 'keydown')
    // As fast as a held key repeats.
    for (let count = 0; count < 120; count++) {
      await page.keyboard.down('ArrowDown')
      await page.waitForTimeout(33)
    }
    await page.keyboard.up('ArrowDown')
    await page.waitForTimeout(1_000)
    await report('↓ held down, to paint', keys)
    for (let count = 0; count < 40; count++) {
      await page.keyboard.press('ArrowDown')
      await page.waitForTimeout(600)
    }
    await report('↓ one by one, to paint', keys)
    await page.keyboard.press('F2')
    await page.waitForTimeout(500)
    await keys.read()
    for (const letter of 'abcdefghijklmnopqrstuvwxyz'.repeat(4)) {
      await page.keyboard.press(letter)
      await page.waitForTimeout(40)
    }
    await report('letter typed, to paint', keys)
    await page.keyboard.press('Escape')
    const commits = await stopwatch(page, 'keydown', 'Enter')
    await page.waitForTimeout(500)
    for (let count = 0; count < 30; count++) {
      await page.keyboard.type('abc')
      await page.waitForTimeout(100)
      await page.keyboard.press('Enter')
      await page.waitForTimeout(1_000)
    }
    await report('name committed with Enter, to paint', commits)
    await end()
  })

  test('graph', async () => {
    const { page, end } = await openLarge()
    await page.click('#tab-graph')
    await page.getByRole('button', { name: '全部', exact: true }).click()
    await page.waitForTimeout(3_000)
    const clicks = await stopwatch(page, 'pointerdown')
    // So many have room only where the drawer is folded.
    for (const wanted of [250, 390]) {
      if (wanted > 300) await page.getByRole('button', { name: '收起' }).click()
      await zoomOut(page, wanted)
      const drawn = await boxes(page)
      const { frames, seconds } = await panned(page)
      console.log(`graph moved, ${drawn} boxes drawn: ${(frames / seconds).toFixed(0)} frames/s`)
      await page.waitForTimeout(1_000)
      await clicks.read()
      await selectMany(page)
      await report(`box selected, ${await boxes(page)} drawn, to paint`, clicks)
    }
    await end()
  })
})

describe.skipIf(hasNoBrowser)('speed at 500 leaves', () => {
  test('live scores', measureLive)
})

describe.skipIf(hasNoBrowser)('speed at 500 departments and 60 indicators', () => {
  test('comparison', measureComparison)
})

const boxes = (page: Page) => page.locator('.graph-box').count()

/** Boxes here and there on the screen, so that most are neither near the last nor of the same branch. */
async function selectMany(page: Page): Promise<void> {
  const frame = (await page.locator('.graph-frame').boundingBox())!
  const places = await page.locator('.graph-leaf').evaluateAll((all) =>
    all.map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }),
  )
  const margin = 60
  const free = places.filter(
    ({ x, y }) =>
      x > frame.x + margin &&
      x < frame.x + frame.width - 240 &&
      y > frame.y + margin &&
      y < frame.y + frame.height - margin,
  )
  for (let count = 0; count < 40; count++) {
    const { x, y } = free[(count * 7) % free.length]!
    await page.mouse.click(x, y)
    await page.waitForTimeout(600)
  }
}

/** Until so many boxes are on the screen. */
async function zoomOut(page: Page, wanted: number): Promise<void> {
  const frame = (await page.locator('.graph-frame').boundingBox())!
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2)
  await page.keyboard.down('Control')
  for (let count = 0; count < 60 && (await boxes(page)) < wanted; count++) {
    await page.mouse.wheel(0, 60)
    await page.waitForTimeout(250)
  }
  await page.keyboard.up('Control')
  await page.waitForTimeout(1_000)
}

/** Pulled about by the mouse for some seconds; frames are those that came to the screen. */
async function panned(page: Page): Promise<{ frames: number; seconds: number }> {
  const frame = (await page.locator('.graph-frame').boundingBox())!
  const browser = page.context().browser()!
  const from = await page.evaluate(({ x, y, height }) => {
    const places = Array.from({ length: 20 }, (_, index) => ({ x: x + 20 + index * 20, y: y + height - 20 }))
    return places.find((at) => document.elementFromPoint(at.x, at.y)?.matches('.react-flow__pane') === true)!
  }, frame)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'],
  })
  const started = performance.now()
  for (let count = 0; count < 400; count++) {
    await page.mouse.move(from.x + 60 + Math.sin(count / 9) * 50, from.y - 40 - Math.cos(count / 7) * 40)
    await page.waitForTimeout(6)
  }
  const seconds = (performance.now() - started) / 1_000
  const trace: { traceEvents: { name: string }[] } = JSON.parse((await browser.stopTracing()).toString('utf8'))
  await page.mouse.up()
  return { frames: trace.traceEvents.filter(({ name }) => name === 'DrawFrame').length, seconds }
}
