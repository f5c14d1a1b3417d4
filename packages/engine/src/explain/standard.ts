import { printFormula } from '@yardstick/formula'
import type { Language } from '@yardstick/model'
import { type LeafContext, type Names, printCondition, printStandard, printTarget } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'

/** What the scheme alone says about a leaf, in words. */
export interface LeafTexts {
  /** 评分标准 as the rule prints it. */
  readonly standard: string
  readonly target: string | undefined
  readonly formula: string | undefined
  /** The condition of a pass. */
  readonly condition: string | undefined
}

/** These texts depend on the scheme alone, so each is printed once. */
export function textsOf(leaf: CompiledLeaf, compiled: CompiledScheme, language: Language): LeafTexts {
  let known = textsByScheme.get(compiled)
  if (known === undefined) {
    known = { zh: new Map(), en: new Map() }
    textsByScheme.set(compiled, known)
  }
  let texts = known[language].get(leaf)
  if (texts === undefined) {
    const { scoring, target } = leaf.node
    texts = {
      standard: printStandard(scoring, standardContext(leaf, compiled), language),
      target: target && printTarget(target, language),
      condition: conditionText(leaf, compiled, language),
      formula: leaf.method.actual && printFormula(leaf.method.actual.expression, language),
    }
    known[language].set(leaf, texts)
  }
  return texts
}

function conditionText({ node }: CompiledLeaf, compiled: CompiledScheme, language: Language): string | undefined {
  const { scoring } = node
  if (scoring.method !== 'pass' || scoring.condition === undefined) return undefined
  return printCondition(scoring.condition, language, indicatorNames(compiled))
}

const textsByScheme = new WeakMap<CompiledScheme, { readonly [L in Language]: Map<CompiledLeaf, LeafTexts> }>()

/** What printing or reading a leaf's 评分标准 needs to know besides its rule. */
export function standardContext({ node, method }: CompiledLeaf, compiled: CompiledScheme): LeafContext {
  const { scoring } = node
  return {
    name: node.name,
    points: node.points,
    target: node.target,
    actual: node.actual,
    unit: method.shown.unit,
    valueType: method.shown.type,
    stepCount: compiled.scheme.stepCount,
    names: indicatorNames(compiled),
    elementIds: scoring.method === 'checklist' ? scoring.elements.map((element) => element.id) : undefined,
  }
}

/** Indicators by name where the name is theirs alone. */
function indicatorNames({ nodes, nodeById }: CompiledScheme): Names {
  return {
    nameOf: (id) => nodeById.get(id)?.node.name,
    idOf: (name) => {
      const named = nodes.filter(({ node }) => node.name === name)
      return named.length === 1 ? named[0]!.node.id : undefined
    },
  }
}
