import {
  type EntryIdentity,
  type EntryReading,
  identityIn,
  isEntryWorkbook,
  readEntrySubmission,
  readEntryWorkbook,
} from '@yardstick/exchange/read/entry-workbook'
import { readZip } from '@yardstick/exchange/read/zip'
import { type EntryWorkbookInput, entryTable, entryWorkbook } from '@yardstick/exchange/render/entry-workbook'
import { writeCsv } from '@yardstick/exchange/table'
import { writeWorkbook } from '@yardstick/exchange/write/xlsx'
import { type NamedFile, writeZip } from '@yardstick/exchange/write/zip'
import {
  bind,
  hashDocument,
  type Issue,
  type Language,
  type Result,
  type Scheme,
  type Submission,
  upToLayer,
} from '@yardstick/model'
import { sha256 } from '../../evaluation/sha256.ts'
import type { WorkbookBasis, WorkbookForm } from './basis.ts'
import { contentOf, type FileContent } from './file-content.ts'
import { isReturnedName } from './returned-name.ts'

/** Who a file says it was made for, or why it cannot be read. */
export type OpenedFile =
  | {
      readonly identity: Pick<EntryIdentity, 'scheme' | 'subject' | 'period'> | undefined
      /** Whether it was made to be filled in. */
      readonly isOurs: boolean
    }
  | { readonly issues: readonly Issue[] }

export interface WorkbookOrder {
  readonly basis: WorkbookBasis
  readonly form: WorkbookForm
  readonly language: Language
  /** Whether indicators are self-scored. */
  readonly hasClaims: boolean
}

/**
 * Makes and reads workbooks, in a worker. It keeps the schemes it was told of, and the file it opened last: what that is
 * held against follows from whom it is of, which somebody else finds out in between.
 */
export class Clerk {
  private readonly schemes = new Map<string, Scheme>()
  private opened: FileContent = { sheets: [] }
  private bound: { readonly key: string; readonly scheme: Scheme; readonly declarationHash?: string } | undefined

  /** A published version by its hash, before anything is asked about it. */
  know(version: string, scheme: Scheme): void {
    this.schemes.set(version, scheme)
  }

  /** The bytes of a file to be filled in. */
  async make({ basis, form, language, hasClaims }: WorkbookOrder): Promise<Uint8Array> {
    const { subject, period, present, last } = basis
    if (form === 'json') return encoded(`${JSON.stringify(ownPart(present), null, 2)}\n`)
    const input: EntryWorkbookInput = {
      ...this.boundTo(basis),
      ...{ subject, period, present, language, hasClaims },
      ...(last === null ? {} : { last }),
    }
    return form === 'xlsx' ? writeWorkbook(entryWorkbook(input)) : encoded(writeCsv(entryTable(input)))
  }

  async open(name: string, bytes: Uint8Array): Promise<OpenedFile> {
    this.opened = await contentOf(name, bytes)
    if ('issues' in this.opened) return this.opened
    if ('sheets' in this.opened) {
      const { sheets } = this.opened
      return { identity: identityIn(sheets), isOurs: isEntryWorkbook(sheets) }
    }
    const { scheme, subject, period } = this.opened.submission
    return { identity: { scheme: scheme?.id ?? '', subject, period }, isOurs: true }
  }

  /** What the file that was opened last says, held against what is there. */
  compare(basis: WorkbookBasis): EntryReading {
    const { subject, period, present, last, mapping } = basis
    const context = {
      ...this.boundTo(basis),
      ...{ subject, period, present },
      ...(last === null ? {} : { last }),
      ...(mapping === null ? {} : { mapping }),
    }
    if ('issues' in this.opened) throw new Error('a file that cannot be read is compared with nothing')
    return 'sheets' in this.opened
      ? readEntryWorkbook(this.opened.sheets, context)
      : readEntrySubmission(this.opened.submission, context)
  }

  /** The files of a zip that may be workbooks. */
  unpack(bytes: Uint8Array): Result<NamedFile[]> {
    return readZip(bytes, isReturnedName)
  }

  pack(files: readonly NamedFile[], madeAt: Date): Uint8Array {
    return writeZip(files, madeAt)
  }

  private boundTo({ version, declaration }: WorkbookBasis) {
    const published = this.schemes.get(version)
    if (published === undefined) throw new Error(`the clerk was not told of ${version}`)
    if (declaration === null) return { scheme: published, schemeHash: version }
    const declarationHash = hashDocument(declaration, sha256)
    const key = `${version} ${declarationHash}`
    if (this.bound?.key !== key) {
      const bound = bind(published, declaration)
      this.bound = { key, scheme: bound.ok ? bound.value : published, declarationHash }
    }
    return { scheme: this.bound.scheme, schemeHash: version, declarationHash }
  }
}

/** What the department itself said, without what others made of it, and without files that are not in the text. */
function ownPart(submission: Submission): Submission {
  const { evidence: _, ...rest } = upToLayer(submission, 'reported')
  return rest
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)
