import { issue, pointer } from '@yardstick/model'
import type { Io } from '../io.ts'
import { readJsonFile } from './read-document.ts'
import { type Read, refused } from './refusal.ts'

/** Answers by the id of their question: a JSON object of texts; none where no file is named. */
export async function readAnswers(io: Io, file: string | undefined): Promise<Read<{ [question: string]: string }>> {
  if (file === undefined) return { ok: true, value: {} }
  const json = await readJsonFile(io, file)
  if (!json.ok) return json
  const { value } = json
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused(file, [issue('SHAPE_TYPE', { pointer: '', expected: 'object', found: value })])
  const answers = Object.entries(value)
  const wrong = answers.filter(([, answer]) => typeof answer !== 'string')
  if (wrong.length > 0) {
    const issues = wrong.map(([id, found]) => issue('SHAPE_TYPE', { pointer: pointer(id), expected: 'string', found }))
    return refused(file, issues)
  }
  return { ok: true, value: Object.fromEntries(answers) as { [question: string]: string } }
}
