import type { AuditVerdict } from '../store/verify-audit-log.ts'
import { readArguments } from './arguments.ts'
import { type Bilingual, print, type ServerCommand, say, WrongUse } from './command.ts'
import { dataOption } from './data-option.ts'
import { openExisting, placeOf } from './place.ts'

/** Prints the head of the audit log, and holds the log to one that was printed once. */
export const auditLog: ServerCommand = {
  name: 'audit-log',
  files: 'verify|head',
  summary: { zh: '核验审计日志，或打印其末条编号与哈希', en: 'verify the audit log, or print its head' },
  details: {
    zh: 'head 打印末条的“编号:哈希”，请另行保存（如印在报告上）。\nverify 逐条核验；给出当时打印的 --head，还能查出整本改写与截尾。退出码 1 表示有问题，并指出第一条。',
    en: 'head prints NUMBER:HASH of the newest entry, to be kept elsewhere, as on a report.\nverify reads every entry; with a --head printed before it also finds what was rewritten as a whole or cut off. It ends with 1 where something is wrong and names the first entry.',
  },
  options: [
    {
      name: 'head',
      value: 'N:HASH',
      help: { zh: '从前打印的“编号:哈希”', en: 'what was printed before' },
    },
    dataOption,
  ],

  async run(args, io) {
    const missing = { zh: '缺少 verify 或 head', en: 'verify or head is missing' }
    const given = readArguments(args, this.options, 1, missing)
    const [what] = given.files
    if (what !== 'verify' && what !== 'head')
      throw new WrongUse({ zh: `没有“${what}”，${missing.zh}`, en: `There is no "${what}": ${missing.en}` })
    const printed = given.values['head'] === undefined ? undefined : anchorOf(given.values['head'])
    const { auditHead } = await import('../store/audit-log.ts')
    const { verifyAuditLog } = await import('../store/verify-audit-log.ts')
    const database = await openExisting(placeOf(given.values['data'], io))
    try {
      if (what === 'head') {
        const { number, hash } = await auditHead(database.db)
        print(io, `${number}:${hash}`)
        return 0
      }
      const verdict = await verifyAuditLog(database.db, printed)
      say(io, worded(verdict))
      if (!verdict.ok) print(io, `${verdict.at} ${verdict.why}`)
      return verdict.ok ? 0 : 1
    } finally {
      await database.close()
    }
  },
}

function anchorOf(said: string): { number: number; hash: string } {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64}|)$/i.exec(said.trim()) ?? []
  if (number === undefined || hash === undefined) {
    throw new WrongUse({ zh: '--head 应为“编号:哈希”', en: '--head is NUMBER:HASH' })
  }
  return { number: Number(number), hash: hash.toLowerCase() }
}

function worded(verdict: AuditVerdict): Bilingual {
  if (verdict.ok) {
    const { number, hash } = verdict.head
    return {
      zh: `审计日志完整，共 ${number} 条，末条 ${number}:${hash}`,
      en: `The audit log is whole: ${number} entries, head ${number}:${hash}`,
    }
  }
  return wordsOf[verdict.why](verdict.at)
}

const wordsOf: { readonly [W in Extract<AuditVerdict, { ok: false }>['why']]: (at: number) => Bilingual } = {
  altered: (at) => ({
    zh: `第 ${at} 条被改动，或是后来插入的；自此以下不可信`,
    en: `Entry ${at} was altered or put in later; what follows cannot be trusted`,
  }),
  missing: (at) => ({
    zh: `第 ${at} 条不见了；自此以下不可信`,
    en: `Entry ${at} is missing; what follows cannot be trusted`,
  }),
  truncated: (at) => ({
    zh: `第 ${at} 条起被截去`,
    en: `The log is cut off from entry ${at} on`,
  }),
  replaced: (at) => ({
    zh: `第 ${at} 条与当时打印的不同：它或之前的某条被整本改写`,
    en: `Entry ${at} is not the one that was printed: it or one before was rewritten with all that follows`,
  }),
}
