import type { Page } from 'playwright-core'
import { type LevelServer, PASSPHRASE } from './level-server.ts'
import { asProvince, nationalTemplate } from './three-levels-data.ts'

/** A page of sharing: who looks at it, its address, and the way on from there. */
export interface SharingScene {
  readonly name: string
  readonly who: 'designer' | 'reviewer' | 'root'
  readonly hash: string
  readonly open?: (page: Page) => Promise<void>
}

/** A province that has adopted the national template, signed its own, and has an update waiting: its pages. */
export async function sharingScenes(province: LevelServer): Promise<SharingScene[]> {
  const { root, designer, reviewer, key } = province
  const national = nationalTemplate()
  await root.ask('POST', '/api/trusted-keys', { document: JSON.parse(national.key) })
  const { hash } = await designer.ask('POST', '/api/templates', { file: national.first })
  const asked = {
    scheme: 'example.department-overall',
    mode: 'reference',
    parameters: { 'satisfaction.target': '92%' },
  }
  const { id } = await designer.ask('POST', `/api/templates/${hash}/adoption`, asked)
  await province.save(id, asProvince)
  await province.publish(id)
  const signing = { key, passphrase: PASSPHRASE, id: 'jiangxi.department-overall', version: '1.0' }
  const own = await reviewer.ask('POST', `/api/schemes/${id}/package`, signing)
  const newer = await designer.ask('POST', '/api/templates', { file: national.second })
  const design = `#design=${id}`
  return [
    { name: 'templates', who: 'designer', hash: '#templates' },
    { name: 'template', who: 'designer', hash: `#templates/${hash}` },
    { name: 'template-lineage', who: 'designer', hash: `#templates/${own.hash}/lineage` },
    { name: 'template-comparison', who: 'designer', hash: `#templates/${hash}/comparison/${newer.hash}` },
    { name: 'template-adoptions', who: 'designer', hash: `#templates/${hash}/adoptions` },
    { name: 'adoption', who: 'designer', hash: `#templates/${newer.hash}/adoption` },
    { name: 'keys', who: 'root', hash: '#templates/keys' },
    { name: 'adopted', who: 'designer', hash: design },
    { name: 'update', who: 'designer', hash: design, open: update },
    {
      name: 'given',
      who: 'designer',
      hash: design,
      open: (page) => shared(page, /^(参数与可改范围|Parameters and limits for others)/),
    },
    {
      name: 'make-template',
      who: 'reviewer',
      hash: design,
      open: (page) => shared(page, /^(发布为模板|Publish as template)/),
    },
    { name: 'contribute', who: 'reviewer', hash: design, open: (page) => shared(page, /^(向上级贡献|Propose)/) },
  ]
}

async function update(page: Page): Promise<void> {
  await page.getByRole('button', { name: /2\.0$/ }).click()
  await page.locator('.pair-item').filter({ hasText: '社会效益' }).first().click()
}

/** An entry of 更多 · 共享, in any language. */
async function shared(page: Page, entry: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^(更多|More)$/ }).click()
  await page.getByRole('menuitem', { name: /^(共享|Sharing)/ }).hover()
  await page.getByRole('menuitem', { name: entry }).click()
}
