import type { ScoreSheet } from '@yardstick/model'

/** A sheet that is being looked at. */
export interface OpenSheet {
  readonly key: number
  readonly name: string
  readonly sheet: ScoreSheet
}

/** What the sheet calls itself, else the name of its file. */
export function titleOf({ sheet, name }: Pick<OpenSheet, 'sheet' | 'name'>): string {
  const title = sheet.source?.['title']
  return typeof title === 'string' && title.trim() !== '' ? title : name
}

/** Whose sheet it is, when, by whom, as far as it says. */
export function aboutSheet({ source }: ScoreSheet): readonly string[] {
  const said = ['region', 'department', 'year', 'evaluator'].map((key) => source?.[key])
  return said.flatMap((each) => (typeof each === 'string' || typeof each === 'number' ? [String(each)] : []))
}
