import type { Result } from '@yardstick/model'
import { type TemplateSummary, template, templates } from './storage/templates.ts'
import type { Design } from './store/design.ts'

/**
 * The one small door through which designs are read and saved. Here it leads to the browser's own storage and to the
 * templates that come with the page; a server behind it later changes nothing on this side.
 */
export interface Api {
  templates(): Promise<TemplateSummary[]>
  template(path: string): Promise<Result<Design>>
}

export const api: Api = { templates, template }
