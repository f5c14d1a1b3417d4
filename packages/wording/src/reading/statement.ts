import type { StepCount } from '@yardstick/model'
import type { Span } from './rule-reading.ts'

/**
 * What one clause of a 评分标准 says. A text is a sequence of statements; which method they are together is decided
 * afterwards (`assemble`), because 达到95%得满分 begins a deduction, a proportion and a list of bands alike.
 */
export type Statement = Span & { readonly spans: { readonly [part: string]: Span | undefined } } & (
    | ScoreStatement
    | StepsStatement
    | ProportionStatement
    | SettleStatement
    | CountStatement
    | ElementsStatement
    | LevelsStatement
    | DiscretionStatement
    | FormulaStatement
    | GateStatement
    | NoteStatement
  )

/** The statements of one kind. */
export type Said<K extends Statement['kind']> = Extract<Statement, { kind: K }>

/** A number as the end of a condition; whether it belongs to it is said (in, out) or not. */
export interface Edge {
  readonly value: string
  readonly unit?: string | undefined
  readonly end: 'in' | 'out' | 'unsaid'
}

/** What a condition on the value says. */
export type Extent =
  | { readonly is: 'between'; readonly low?: Edge | undefined; readonly high?: Edge | undefined }
  /** ±10%以内, ±10-15%: how far the value is from `centre` (a number, or "target"), on either side. */
  | { readonly is: 'off'; readonly centre: string; readonly low?: Edge | undefined; readonly high?: Edge | undefined }
  /** 低于目标值35天, 超过目标值30%: so far from the target. */
  | { readonly is: 'by'; readonly side: 'below' | 'above'; readonly distance: Edge }
  /** 90%-95%或105%-110%. */
  | { readonly is: 'either'; readonly extents: readonly Extent[] }
  /** 同比下降, 较上年持平. */
  | { readonly is: 'trend' }
  /** Words that say no number: 资金使用符合规定. */
  | { readonly is: 'described'; readonly text: string }
  /** Against the target of the row, or against “done”: 达标, 未达到, 超过目标值. */
  | { readonly is: 'reached' | 'missed' | 'beyond' }
  /** 按时完成, 逾期: reached and missed where a day is measured or counted. */
  | { readonly is: 'in-time' | 'late' }
  /** 2021年12月31日前完成. */
  | { readonly is: 'day'; readonly date: string }
  /** 未发生失泄密事件, 发生: of things that are counted, and what they are. */
  | { readonly is: 'none-occurred' | 'occurred'; readonly what?: string | undefined }
  /** 否则, 其他. */
  | { readonly is: 'otherwise' }

/** What is given: "full", "none", points, a share of the points ("80%"), or what is taken away ("-1", "-20%"). */
export type Given = string

/** 95%以上得满分, 未达标不得分, 80%（含）-90%得8分. */
export interface ScoreStatement {
  readonly kind: 'score'
  readonly extent: Extent
  readonly gives: Given
  /** What the value is called: 群众满意度. */
  readonly subject?: string | undefined
}

/** 每降低1个百分点扣0.5分. */
export interface StepsStatement {
  readonly kind: 'steps'
  readonly side: 'below' | 'above' | 'both' | 'occurrence' | 'late' | 'off'
  readonly size: string
  /** % where it was written so, percentage points, or a unit. */
  readonly unit: '%' | 'points' | string
  /** Points, or a share of the leaf's points ("5%"). */
  readonly deduct: string
  /** 低于95%的，每低…: where it begins. */
  readonly extent?: Extent | undefined
  /** Its own count: （不足5%的按5%计算）. */
  readonly count?: StepCount | undefined
  readonly verb?: string | undefined
  /** What is counted: 不稳定状况. */
  readonly counted?: string | undefined
  readonly subject?: string | undefined
  /** 加: points are added, not taken. */
  readonly isBonus: boolean
}

/** 按比例得分, 按完成率计分, 未达到的按比例扣分. */
export interface ProportionStatement {
  readonly kind: 'proportion'
  readonly extent?: Extent | undefined
  readonly subject?: string | undefined
  /** 得分 or 扣分: what is in proportion; 按线性插值: on the line between two scores. */
  readonly of: 'score' | 'deduction' | 'interpolation'
  /** 按完成率×5计分: the points it says, which have to be the row's. */
  readonly times?: string | undefined
  /** Written out as a formula: which way round it divides. */
  readonly quotient?: 'actual÷target' | 'target÷actual' | 'actual' | undefined
}

/** 扣完为止, 最高得满分, 最多扣2分: how far a score may go. */
export interface SettleStatement {
  readonly kind: 'settle'
  readonly what: 'floor' | 'cap' | 'limit'
  /** Points; absent where it is 0 (扣完为止) or the leaf's points (封顶). */
  readonly points?: string | undefined
}

/** 不足1个百分点的不扣分. */
export interface CountStatement {
  readonly kind: 'count'
  readonly count: StepCount
}

/** A checklist, or a part of one. */
export interface ElementsStatement {
  readonly kind: 'elements'
  readonly elements: readonly ElementSaid[]
  /** J3: what a missing element takes away; or what a met one gives (isGain), where elements have no points of their own. */
  readonly each?: { readonly points: string; readonly isGain: boolean } | undefined
  /** 各占权重的1/3, where there are three. */
  readonly isEqual?: boolean | undefined
  /** 全部符合得满分，缺一不可. */
  readonly isAllOrNothing?: boolean | undefined
}

export interface ElementSaid {
  readonly text: string
  readonly span: Span
  /** Points or a share; absent where the text gives it none. */
  readonly score?: string | undefined
  readonly scoreSpan?: Span | undefined
  /** 缺此项不得分. */
  readonly isGate?: boolean | undefined
  /** 附佐证材料: met by evidence. */
  readonly isEvidence?: boolean | undefined
}

/** Judged grades: 合理得2分，基本合理得1分，不合理不得分. */
export interface LevelsStatement {
  readonly kind: 'levels'
  readonly levels: readonly LevelSaid[]
}

/** A fixed score (points, or a share) or a range of them. */
export interface LevelSaid {
  readonly name: string
  readonly span: Span
  readonly score?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** 酌情扣分, 专家组评分: a person gives the score. */
export interface DiscretionStatement {
  readonly kind: 'discretion'
  readonly panel?: { readonly rule: 'mean' | 'trimmed-mean' | 'median'; readonly quorum: number } | undefined
}

/** 得分=…, X率=…. */
export interface FormulaStatement {
  readonly kind: 'formula'
  /** What is named: the left side; 得分 makes it the score itself. */
  readonly name?: string | undefined
  readonly isScore: boolean
  readonly extent?: Extent | undefined
  /** In the language of formulas; `operands` say what its names are. */
  readonly formula: string
  readonly type: 'number' | 'money' | 'rate' | 'count'
  readonly operands: readonly {
    readonly name: string
    readonly role: 'item' | 'points' | 'target' | 'actual' | 'self'
    readonly type?: 'number' | 'money' | 'rate' | 'count' | 'date' | undefined
    readonly unit?: string | undefined
    readonly note?: string | undefined
    readonly span: Span
  }[]
  /** Brackets that had to be supplied: somebody has to say yes. */
  readonly isMended?: boolean | undefined
}

/** 发生重大事故的不得分: a fact beside the value takes everything. */
export interface GateStatement {
  readonly kind: 'gate'
  /** The fact, in its words. */
  readonly fact: string
}

/** Understood, and changes nothing: 评分标准：, an explanation. `leaf` is what else it says of the row. */
export interface NoteStatement {
  readonly kind: 'note'
  readonly leaf?:
    | {
        readonly notApplicable?: 'full' | 'rescale' | 'group-mean'
        readonly evidence?: string
        readonly dataSource?: string
      }
    | undefined
}
