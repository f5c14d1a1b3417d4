import { type SchemeDifference, wordConflict, wordDifference } from '@yardstick/engine'
import type { Conflict, Manifest } from '@yardstick/model'
import type { Shell } from '../shell.ts'
import { plainText, textWidth } from '../text-width.ts'
import { hanging } from './list.ts'

interface Proposal {
  readonly manifest: Manifest
  readonly rows: readonly (SchemeDifference & { readonly isAccepted: boolean; readonly reason: string | null })[]
  readonly conflicts: readonly Conflict[]
}

/** Each proposed change with its reason, and whether it is accepted; then where it meets what the owner has changed since. */
export function proposalLines({ manifest, rows, conflicts }: Proposal, shell: Shell): string[] {
  const { language, width, paint } = shell
  const words = WORDS[language]
  const { to, note } = manifest.proposal!
  const changes = rows.flatMap((row) => {
    const mark = row.isAccepted ? `  ${words.accepted} ` : `  ${words.open} `
    const lines = hanging(mark, plainText(`${wordDifference(row, language)}${words.bracket(row.id)}`), width)
    const reason =
      row.reason === null ? [] : hanging(' '.repeat(textWidth(mark)), plainText(words.reason(row.reason)), width)
    return [...(row.isAccepted ? lines.map(paint.green) : lines), ...reason.map(paint.dim)]
  })
  const accepted = rows.filter(({ isAccepted }) => isAccepted).length
  return [
    ...hanging('', plainText(words.head(manifest.publisher, to.id, to.version)), width).map(paint.bold),
    ...(note === undefined ? [] : hanging('  ', plainText(note), width)),
    ...changes,
    words.count(rows.length, accepted),
    ...(conflicts.length === 0 ? [] : [paint.yellow(words.conflicts)]),
    ...conflicts.flatMap((each) => hanging('  · ', plainText(wordConflict(each, language)), width)),
  ]
}

const WORDS = {
  zh: {
    head: (publisher: string, id: string, version: string) => `“${publisher}”对模板 ${id} ${version} 的贡献`,
    bracket: (text: string) => `（${text}）`,
    accepted: '✓ 接受',
    open: '· 未接受',
    reason: (text: string) => `理由：${text}`,
    count: (all: number, accepted: number) =>
      `共 ${all} 项，接受 ${accepted} 项${accepted === 0 ? '；用 --accept 编号 逐项接受，--accept all 全部接受' : ''}`,
    conflicts: '与自己此后的改动相遇的，以接受的为准：',
  },
  en: {
    head: (publisher: string, id: string, version: string) => `Proposed by "${publisher}" for ${id} ${version}`,
    bracket: (text: string) => ` (${text})`,
    accepted: '✓ accepted',
    open: '· open',
    reason: (text: string) => `reason: ${text}`,
    count: (all: number, accepted: number) =>
      `${all} in all, ${accepted} accepted${accepted === 0 ? '; accept them with --accept ID, or --accept all' : ''}`,
    conflicts: 'Where they meet your own later changes, what was accepted stands:',
  },
} as const
