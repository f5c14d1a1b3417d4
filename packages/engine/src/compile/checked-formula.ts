import {
  checkFormula,
  type Declared,
  type Expression,
  type Formula,
  parseFormula,
  type Scope,
} from '@yardstick/formula'

/**
 * A formula of a scheme. Its trees take many times the room of its text, and few look at them once a plan is made: they
 * can be let go, and are then made from the text again for whoever asks.
 */
export class CheckedFormula implements Formula {
  readonly result: Formula['result']
  private trees: Trees | undefined

  /** formula  what checking the text gave */
  constructor(
    private readonly text: string,
    private readonly as: Declared | undefined,
    readonly scope: Scope,
    formula: Formula,
  ) {
    this.result = formula.result
    this.trees = formula
  }

  get expression(): Expression {
    return this.known.expression
  }

  get root(): Formula['root'] {
    return this.known.root
  }

  get names(): readonly string[] {
    return this.known.names
  }

  letGo(): void {
    this.trees = undefined
  }

  private get known(): Trees {
    this.trees ??= this.checkedAgain()
    return this.trees
  }

  private checkedAgain(): Trees {
    const parsed = parseFormula(this.text)
    const formula = parsed.ok ? checkFormula(parsed.value, this.scope, this.as).formula : undefined
    if (formula === undefined) throw new Error(`a formula that was right is wrong: ${this.text}`)
    return formula
  }
}

type Trees = Pick<Formula, 'expression' | 'root' | 'names'>
