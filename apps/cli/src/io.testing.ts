import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { Io } from './io.ts'
import { main } from './main.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** One run in this process, from the root of the repository unless another folder is named, in Chinese. */
export async function yardstick(
  argv: readonly string[],
  about: Partial<Pick<Io, 'cwd' | 'env' | 'ask'>> & { columns?: number } = {},
): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  const terminal = about.columns === undefined ? {} : { isTTY: true, columns: about.columns }
  const io: Io = {
    stdout: { write: (text) => (stdout += text), ...terminal },
    stderr: { write: (text) => (stderr += text) },
    env: { LANG: 'zh_CN.UTF-8', ...about.env },
    cwd: about.cwd ?? root,
    ...(about.ask === undefined ? {} : { ask: about.ask }),
  }
  const code = await main(argv, io)
  return { code, stdout, stderr }
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with these files in it, gone after the file's tests; what is no text is written as JSON. */
export function folderWith(files: { readonly [name: string]: unknown }): string {
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    const isRaw = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content))
  }
  return folder
}

/** A scheme of one measured leaf and one judged one, 10 points together. */
export const smallScheme = {
  yardstick: 'scheme/1',
  id: 'small',
  name: '小方案',
  version: '1',
  fullScore: '10',
  stepCount: 'prorata',
  items: [{ id: '满意度', type: 'rate', range: { min: '0%', max: '100%' } }],
  indicators: [
    {
      id: 'satisfaction',
      name: '满意度',
      points: '6',
      target: { comparator: '>=', value: '90%' },
      actual: '满意度',
      scoring: { method: 'ratio' },
    },
    { id: 'order', name: '秩序', points: '4', scoring: { method: 'judgement' } },
  ],
  grades: [{ name: '优', from: '9' }, { name: '差' }],
}

export const smallSubmission = {
  yardstick: 'submission/1',
  subject: { department: '某局' },
  period: '2024',
  items: { 满意度: '81%' },
  judgements: { order: 4 },
}
