import { type ScoreSheet, validate } from '@yardstick/model'

/** A published sheet that comes with the page, as its list shows it. */
export interface ExampleSheet {
  /** Its folder in the rules: seeds/zhengning-2023. */
  readonly path: string
  readonly title: string
  /** Where, whose, when. */
  readonly about: string
  readonly total: number | null
}

export async function exampleSheets(): Promise<readonly ExampleSheet[]> {
  return (await read('rules/sheets.json')) as ExampleSheet[]
}

export async function exampleSheet(path: string): Promise<ScoreSheet> {
  const sheet = validate('score-sheet', await read(`rules/${path}.sheet.json`))
  if (!sheet.ok) throw new Error(`${path} is no score sheet`)
  return sheet.value
}

async function read(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, document.baseURI))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}
