import type {
  AskedCondition,
  BoundaryCases,
  CompiledScheme,
  ConditionAnswer,
  FormulaPreview,
  FullMarks,
  Impact,
  Shortfalls,
  ShownReading,
} from '@yardstick/engine'
import { check, compile, evaluate, evaluateCase, groupFacts } from '@yardstick/engine'
import type { Declared } from '@yardstick/formula'
import {
  applyPatches,
  type Declaration,
  type Evaluation,
  type GroupFacts,
  type Issue,
  type Language,
  type Scheme,
  type SchemeCase,
  type ScoreSheet,
  type Submission,
} from '@yardstick/model'
import { NotFetched } from '../parts/load-part.ts'
import type { Design } from '../store/design.ts'
import type { Results } from '../store/results.ts'
import type { Adaptation } from './adaptation.ts'
import { Apart, type ApartTexts, type Basis } from './apart.ts'
import type { AuditedSheet } from './audit-sheet.ts'
import { type CaseScore, CaseScores } from './case-scores.ts'
import type { MergeComparison } from './compare-merge.ts'
import type { SchemeComparison } from './compare-schemes.ts'
import { leafTexts } from './leaf-texts.ts'
import { type LeafQuery, type LeafView, leafView } from './leaf-view.ts'
import { type LiveAnswer, LiveSample } from './live-sample.ts'
import type { ManualTexts } from './manual-texts.ts'
import type { OfficeFileKind, OfficeFileOptions, ScoredResult } from './office-files.ts'
import { Origins } from './origins.ts'
import type { AskedProposal } from './prepare-proposal.ts'
import type { AskedUpdate, PreparedUpdate } from './prepare-update.ts'
import type { Step, Wanted } from './protocol.ts'
import { hasSameRules } from './same-rules.ts'
import type { SampleApart } from './sample-apart.ts'
import { sha256 } from './sha256.ts'
import { submissionOf } from './submission-of.ts'

/**
 * What is not asked before the first scores are there, so that they do not wait for it. Who asks while the network is away
 * waits for it: an error here is nothing that a panel could mend.
 */
async function furtherAnswers() {
  for (;;) {
    try {
      return await import('./further-answers.ts')
    } catch (error) {
      if (!(error instanceof NotFetched)) throw error
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

/** The network is tried again so often. */
const AGAIN_MS = 2_000

/**
 * The engine on its side of the worker. It keeps a copy of the design in step with the page, compiles it once for each
 * revision and answers what panels ask. Nothing here knows of the screen.
 */
export class Evaluator {
  private design: Design | null = null
  private revision = -1
  private compiled: { readonly key: string; readonly result: Compiled } | undefined
  private scoredBy: ScoredBy | undefined
  private group: KnownGroup | undefined
  private readonly liveSample = new LiveSample()
  private readonly caseScores = new CaseScores()
  private readonly apart = new Apart()
  private readonly origins = new Origins()

  /** Brings the copy up to the page's; what does not follow on is refused, and the page sends the whole. */
  follow(steps: readonly Step[]): boolean {
    for (const step of steps) {
      if ('design' in step) this.design = step.design
      else if (this.design === null || step.revision !== this.revision + 1) return false
      else {
        this.design = {
          scheme: step.patches.length > 0 ? applyPatches(this.design.scheme, step.patches) : this.design.scheme,
          declarations: step.declarations ?? this.design.declarations,
        }
      }
      this.revision = step.revision
    }
    return true
  }

  /** Loads now what answers all other questions: who loses the network goes on asking. */
  async fetchAhead(): Promise<void> {
    await furtherAnswers()
  }

  /** Everything the views show live: issues, what the rules say, the chosen samples scored. */
  async round(wanted: Wanted): Promise<Omit<Results, 'live'> | null> {
    if (this.design === null) return null
    const started = performance.now()
    const { scheme } = this.design
    const issues = await check(scheme, { sha256 })
    const bound = this.compile(wanted.declaration)
    return {
      revision: this.revision,
      issues: [...issues, ...bound.issuesOfDeclaration],
      leaves: leafTexts(scheme, bound.compiled, wanted.language),
      evaluation: await this.scoreSample(wanted),
      pinned: await this.scoreCase(wanted.pinned, wanted),
      origins: this.origins.of(scheme),
      tookMs: performance.now() - started,
    }
  }

  /** One of the scheme's cases, scored; null where it is not there or the scheme does not compile. */
  async scoreCase(index: number | null, wanted: Pick<Wanted, 'language' | 'declaration'>): Promise<Evaluation | null> {
    const sample = index === null ? undefined : this.design?.scheme.cases?.[index]
    const { compiled } = sample === undefined ? { compiled: null } : this.compile(wanted.declaration)
    if (sample === undefined || compiled === null) return null
    const group = await this.groupOf(compiled)
    const options = { sha256, language: wanted.language, ...(group === undefined ? {} : { group }) }
    return evaluateCase(compiled, sample, options)
  }

  /** The chosen sample, or what is tried in its place. */
  async scoreSample(wanted: Wanted): Promise<Evaluation | null> {
    if (this.design === null) return null
    return wanted.scratch === undefined ? this.scoreCase(wanted.sample, wanted) : this.score(wanted.scratch, wanted)
  }

  /**
   * The numbers of the chosen sample, or of what is tried in its place, at once; `scoreSample` says the same with reasons.
   * Null where there is no sample, or only the whole evaluation says what it comes to.
   */
  async live({ sample, scratch, declaration }: Omit<Wanted, 'pinned' | 'language'>): Promise<LiveAnswer | null> {
    const found = sample === null ? undefined : this.design?.scheme.cases?.[sample]
    const started = performance.now()
    const submission = scratch ?? (found === undefined ? undefined : submissionOf(found.submission))
    const compiled = submission === undefined ? null : this.compiledForScores(declaration)
    if (submission === undefined || compiled === null) return null
    // A case of a group may be there to show what it scores by itself.
    if (compiled.readsGroup && scratch === undefined) return null
    const { revision } = this
    const scores = this.liveSample.score(compiled, submission, await this.groupOf(compiled))
    return { revision, ...scores, tookMs: performance.now() - started }
  }

  /**
   * The cases from an index on in brief, as many as a moment allows, so that other questions are not kept waiting; the
   * page asks on from `next`. Null where the scheme does not compile.
   */
  async scoreCases(from: number, { declaration }: Pick<Wanted, 'declaration'>): Promise<CaseScoresPart | null> {
    const compiled = this.compiledForScores(declaration)
    if (this.design === null || compiled === null) return null
    const { scheme, declarations } = this.design
    const { revision } = this
    this.caseScores.follow(scheme, declaration === null ? undefined : declarations[declaration], compiled.readsGroup)
    const group = await this.groupOf(compiled)
    const cases = scheme.cases ?? []
    const scores: CaseScore[] = []
    const started = performance.now()
    for (let index = from; index < cases.length && performance.now() - started < MOMENT_MS; index++) {
      scores.push(await this.caseScores.scoreOf(compiled, cases[index]!, group))
    }
    return { revision, scores, next: from + scores.length, count: cases.length }
  }

  /** 还差多少 of these leaves of the sample, or of what is tried in its place. */
  async shortfalls(leaves: readonly string[], wanted: Wanted): Promise<Shortfalls | null> {
    const found = this.sampleOf(wanted)
    if (found === undefined) return null
    const [compiled, submission] = found
    const group = await this.groupOf(compiled)
    const options = { language: wanted.language, of: new Set(leaves), ...(group === undefined ? {} : { group }) }
    const { shortfalls } = await furtherAnswers()
    return shortfalls(compiled, wanted.scratch ?? submission, options)
  }

  /** Values under which every leaf is full, as far as they can be found. */
  async fullMarks({ declaration }: Pick<Wanted, 'declaration'>): Promise<FullMarks | null> {
    const compiled = this.design === null ? null : this.compile(declaration).compiled
    return compiled === null ? null : (await furtherAnswers()).fullMarks(compiled)
  }

  /** Cases at the edges of a leaf's rule; what does not move is taken from the sample. */
  async boundaryCases(leafId: string, wanted: OfSample): Promise<BoundaryCases> {
    const { compiled } = this.compile(wanted.declaration)
    if (compiled === null) return { ok: false, refused: 'broken' }
    const base = this.sampleOf(wanted)?.[1]
    const { boundaryCases } = await furtherAnswers()
    return boundaryCases(compiled, leafId, { language: wanted.language, ...(base === undefined ? {} : { base }) })
  }

  /** Any submission under the design as it stands. */
  async score(
    submission: Submission,
    { language, declaration }: Pick<Wanted, 'language' | 'declaration'>,
  ): Promise<Evaluation | null> {
    const { compiled } = this.compile(declaration)
    if (compiled === null) return null
    const group = await this.groupOf(compiled)
    return evaluate(compiled, submission, { sha256, language, ...(group === undefined ? {} : { group }) })
  }

  /** A scheme beside the open design, for `scoreApart`. */
  followApart(basis: Basis, language: Language): ApartTexts {
    return this.apart.follow(basis, language)
  }

  /** A submission under the scheme that `followApart` was given last; null where that does not compile. */
  async scoreApart(submission: Submission, language: Language): Promise<Evaluation | null> {
    return this.apart.score(submission, language)
  }

  /** A result of a campaign as a file for Word or Excel; null where its scheme does not compile. */
  async officeFile(kind: OfficeFileKind, result: ScoredResult, options: OfficeFileOptions): Promise<Uint8Array | null> {
    return (await furtherAnswers()).officeFile(kind, result, options)
  }

  /** 还差多少 of these leaves of a result; null where its scheme does not compile. */
  async shortfallsApart(
    result: ScoredResult,
    group: GroupFacts | null,
    of: readonly string[],
  ): Promise<Shortfalls | null> {
    return (await furtherAnswers()).shortfallsApart(result, group, of)
  }

  /** What a printed score sheet says against itself, and against a scheme where one is given. */
  async auditSheet(sheet: ScoreSheet, scheme: Scheme | null): Promise<AuditedSheet> {
    return (await furtherAnswers()).auditSheet(sheet, scheme)
  }

  /** One leaf, as the page has it at this moment, for its editors; null while no design is open. */
  async leafView(
    query: LeafQuery,
    { sample, declaration, scratch }: Omit<Wanted, 'pinned' | 'language'>,
  ): Promise<LeafView | null> {
    if (this.design === null) return null
    const { scheme } = this.design
    const found = sample === null ? undefined : scheme.cases?.[sample]
    const { compiled } = this.compile(declaration)
    const isRanked = query.leaf.scoring.method === 'rank'
    const group = isRanked && compiled !== null ? await this.groupOf(compiled) : undefined
    const bound = compiled?.nodeById.get(query.leaf.id)?.node
    const declared = bound !== undefined && 'target' in bound ? bound.target : undefined
    const { leaf } = query
    const isOpen = leaf.declared !== undefined && leaf.target === undefined && declared !== undefined
    return leafView(
      scheme,
      isOpen ? { ...query, leaf: { ...leaf, target: declared } } : query,
      scratch ?? (found === undefined ? nothingSubmitted : submissionOf(found.submission)),
      group,
    )
  }

  /** A formula that is being written, for one of the cases; null where it has no value to show. */
  async previewFormula(text: string, as: Declared | undefined, wanted: OfSample): Promise<FormulaPreview | null> {
    const read = this.sampleOf(wanted)
    if (read === undefined) return null
    const { previewFormula } = await furtherAnswers()
    return previewFormula(...read, text, wanted.language, as)
  }

  /** What every item and measure is in one of the cases; empty where there is none or the scheme does not compile. */
  async readNames(wanted: OfSample): Promise<{ [name: string]: ShownReading }> {
    const read = this.sampleOf(wanted)
    return read === undefined ? {} : (await furtherAnswers()).readNames(...read, wanted.language)
  }

  private sampleOf({ sample, declaration }: OfSample): [CompiledScheme, Submission] | undefined {
    const found = sample === null ? undefined : this.design?.scheme.cases?.[sample]
    const compiled = found === undefined ? null : this.compile(declaration).compiled
    return found === undefined || compiled === null ? undefined : [compiled, submissionOf(found.submission)]
  }

  /** Each part of these conditions for one of the cases; null where there is none or the scheme does not compile. */
  async conditionAnswers(
    asked: readonly AskedCondition[],
    { sample, language, declaration }: Pick<Wanted, 'sample' | 'language' | 'declaration'>,
  ): Promise<ConditionAnswer[][] | null> {
    const found = sample === null ? undefined : this.design?.scheme.cases?.[sample]
    const compiled = found === undefined ? null : this.compile(declaration).compiled
    if (found === undefined || compiled === null) return null
    const group = await this.groupOf(compiled)
    const { conditionAnswers } = await furtherAnswers()
    return conditionAnswers(compiled, submissionOf(found.submission), asked, { language, group })
  }

  /** One of the cases scored, as an Excel workbook; null where it is not there or the scheme does not compile. */
  async workbook(index: number, wanted: Pick<Wanted, 'language' | 'declaration'>): Promise<Uint8Array | null> {
    const sample = this.design?.scheme.cases?.[index]
    const { compiled } = this.compile(wanted.declaration)
    const evaluation = await this.scoreCase(index, wanted)
    if (sample === undefined || compiled === null || evaluation === null) return null
    const { workbookOf } = await furtherAnswers()
    return workbookOf(compiled, submissionOf(sample.submission), evaluation)
  }

  /** Two sides of a merge, and where they do not go together. */
  async compareMerge(base: Scheme, mine: Scheme, theirs: Scheme, language: Language): Promise<MergeComparison> {
    return (await furtherAnswers()).compareMerge(base, mine, theirs, language)
  }

  /** An update of the template put together with what was made of it here. */
  async prepareUpdate(local: Scheme, asked: AskedUpdate, language: Language): Promise<PreparedUpdate> {
    return (await furtherAnswers()).prepareUpdate(local, asked, language)
  }

  /** A proposal to one's own template put together with the scheme as it stands. */
  async prepareProposal(
    mine: Scheme,
    asked: AskedProposal,
    language: Language,
  ): Promise<Omit<PreparedUpdate, 'parameters'>> {
    return (await furtherAnswers()).prepareProposal(mine, asked, language)
  }

  /** Two versions of the scheme beside each other. */
  async compareSchemes(before: Scheme, after: Scheme, language: Language): Promise<SchemeComparison> {
    return (await furtherAnswers()).compareSchemes(before, after, language)
  }

  /** What was made of a template, told by the scheme and, where it is at hand, the template. */
  async adaptation(scheme: Scheme, template: Scheme | null, language: Language): Promise<Adaptation> {
    return (await furtherAnswers()).adaptationOf(scheme, template, language)
  }

  /** A scheme beside the design, tried on one of its own cases. */
  async sampleApart(scheme: Scheme, index: number, language: Language): Promise<SampleApart> {
    return (await furtherAnswers()).sampleApart(scheme, index, language)
  }

  /** What the change from one version to the other does to the design's cases; null where one cannot be scored. */
  async impact(
    before: Scheme,
    after: Scheme,
    { language, declaration }: Pick<Wanted, 'language' | 'declaration'>,
  ): Promise<Impact | null> {
    const { scheme, declarations } = this.design!
    const submissions = (scheme.cases ?? []).map((each) => submissionOf(each.submission))
    const { impactOf } = await furtherAnswers()
    return impactOf(before, after, submissions, {
      language,
      declaration: declaration === null ? undefined : declarations[declaration],
    })
  }

  /** What the manual says of every leaf: the scheme's own rules, whatever declaration is chosen. */
  async manualTexts(language: Language): Promise<ManualTexts> {
    const compiled = this.design === null ? null : this.compile(null).compiled
    return compiled === null ? {} : (await furtherAnswers()).manualTexts(compiled, language)
  }

  /** The cases of the scheme are the group that ranks and group means read. */
  private async groupOf(compiled: CompiledScheme): Promise<GroupFacts | undefined> {
    if (!compiled.readsGroup) return undefined
    const { cases = [] } = this.design!.scheme
    if (this.group?.compiled !== compiled || this.group.cases !== cases) {
      const submissions = cases.map((each) => submissionOf(each.submission))
      const facts = submissions.length === 0 ? undefined : await groupFacts(compiled, submissions)
      this.group = { compiled, cases, facts }
    }
    return this.group.facts
  }

  /** For scores alone: while only samples change it stays the same, with all that has been made of it. */
  private compiledForScores(declaration: number | null): CompiledScheme | null {
    if (this.design === null) return null
    const { scheme, declarations } = this.design
    const bound = declaration === null ? undefined : declarations[declaration]
    const { scoredBy } = this
    if (scoredBy === undefined || scoredBy.declaration !== bound || !hasSameRules(scoredBy.scheme, scheme)) {
      this.scoredBy = { scheme, declaration: bound, compiled: this.compile(declaration).compiled }
    }
    return this.scoredBy!.compiled
  }

  /** The scheme bound to one of the declarations, or as it is; compiled once for each revision. */
  compile(declaration: number | null): Compiled {
    const key = `${this.revision} ${declaration}`
    if (this.compiled?.key !== key) this.compiled = { key, result: compileDesign(this.design!, declaration) }
    return this.compiled.result
  }
}

interface ScoredBy {
  readonly scheme: Scheme
  readonly declaration: Declaration | undefined
  readonly compiled: CompiledScheme | null
}

interface KnownGroup {
  readonly compiled: CompiledScheme
  readonly cases: readonly SchemeCase[]
  readonly facts: GroupFacts | undefined
}

/** How long one answer may take before it is handed on in part. */
const MOMENT_MS = 60

/** Scores of some of the cases, in their order; `next` is the first that is still to come. */
export interface CaseScoresPart {
  readonly revision: number
  readonly scores: readonly CaseScore[]
  readonly next: number
  readonly count: number
}

const nothingSubmitted: Submission = { yardstick: 'submission/1', subject: { department: '-' }, period: '-', items: {} }

type OfSample = Pick<Wanted, 'language' | 'sample' | 'declaration'>

export interface Compiled {
  readonly compiled: CompiledScheme | null
  readonly issuesOfDeclaration: readonly Issue[]
}

/** Under a declaration that does not fit, the scheme is compiled as it is, and the issues say what does not fit. */
function compileDesign({ scheme, declarations }: Design, index: number | null): Compiled {
  const declaration = index === null ? undefined : declarations[index]
  const bound = declaration === undefined ? undefined : compile(scheme, { sha256, declaration })
  if (bound?.ok) return { compiled: bound.value, issuesOfDeclaration: [] }
  const plain = compile(scheme, { sha256 })
  const issuesOfDeclaration = bound === undefined || !plain.ok ? [] : bound.issues
  return { compiled: plain.ok ? plain.value : null, issuesOfDeclaration }
}
