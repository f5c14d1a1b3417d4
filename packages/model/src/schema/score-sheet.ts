import { type Static, Type } from 'typebox'
import { documentSchema, ref } from './primitives.ts'

/**
 * A published score table 评分表 as printed, the form `audit` reads. It is transcribed, not designed: numbers are JSON
 * numbers as printed, unknown keys are kept, and nothing in it has to be right.
 */
const printedNumber = Type.Unsafe<number | null>({ type: ['number', 'null'] })

const rowFields = {
  name: Type.String({ minLength: 1, maxLength: 500 }),
  /** 分值 as printed; null where the table prints none. */
  weight: printedNumber,
  /** 得分 as printed. */
  score: printedNumber,
  /** 得分率 as printed, in percent. */
  printedRate: Type.Optional(printedNumber),
  /** 评分标准 as printed. */
  standard: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'] })),
  /** Facts of the row: op, target, actual, criteria, met, printedRate, printedScore, rate … */
  data: Type.Optional(Type.Unsafe<{ [key: string]: unknown } | null>({ type: ['object', 'null'] })),
}
const rowWithoutChildren = Type.Object(rowFields)

export interface ScoreSheetRow extends Static<typeof rowWithoutChildren> {
  children: ScoreSheetRow[]
}

export const scoreSheet = documentSchema(
  'score-sheet/1',
  'ScoreSheet 评分表',
  Type.Object({
    yardstick: Type.Optional(Type.Literal('score-sheet/1')),
    id: Type.String({ minLength: 1, maxLength: 200 }),
    source: Type.Optional(Type.Unsafe<{ [key: string]: unknown }>({ type: 'object' })),
    completeness: Type.Optional(Type.String()),
    /** Set where the table itself is cut off: rows of `incompleteNodes` are not all there. */
    partial: Type.Optional(
      Type.Object({ cut: Type.Optional(Type.String()), incompleteNodes: Type.Optional(Type.Array(Type.String())) }),
    ),
    fullScore: Type.Number(),
    grades: Type.Optional(
      Type.Unsafe<{ name: string; min: number; max?: number; maxExclusive?: boolean }[] | null>({
        type: ['array', 'null'],
        items: Type.Object({
          name: Type.String(),
          min: Type.Number(),
          max: Type.Optional(Type.Number()),
          maxExclusive: Type.Optional(Type.Boolean()),
        }),
      }),
    ),
    scoringNotes: Type.Optional(Type.Array(Type.String())),
    tree: Type.Array(ref<ScoreSheetRow>('row')),
    published: Type.Object({
      total: printedNumber,
      grade: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'] })),
      perLevel1: Type.Optional(
        Type.Unsafe<{ [name: string]: number } | null>({
          type: ['object', 'null'],
          additionalProperties: { type: 'number' },
        }),
      ),
      perLevel2: Type.Optional(
        Type.Unsafe<{ [name: string]: number } | null>({
          type: ['object', 'null'],
          additionalProperties: { type: 'number' },
        }),
      ),
    }),
    /** What others found; never read by the audit. */
    anomalies: Type.Optional(Type.Array(Type.Unknown())),
  }),
  { row: Type.Object({ ...rowFields, children: Type.Array(ref<ScoreSheetRow>('row')) }) },
)

export type ScoreSheet = Static<typeof scoreSheet>
