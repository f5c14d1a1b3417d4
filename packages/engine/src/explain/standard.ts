import type { StandardContext } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'

/** What printing or reading a leaf's 评分标准 needs to know besides its rule. */
export function standardContext({ node, method }: CompiledLeaf, { scheme, nameInfo }: CompiledScheme): StandardContext {
  return {
    name: node.name,
    points: node.points,
    valueType: method.shown.type,
    names: nameInfo,
    ...(node.target === undefined ? {} : { target: node.target }),
    ...(node.actual === undefined ? {} : { actual: node.actual }),
    ...(method.shown.unit === undefined ? {} : { unit: method.shown.unit }),
    ...(scheme.stepCount === undefined ? {} : { stepCount: scheme.stepCount }),
  }
}
