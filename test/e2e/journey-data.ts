import { readFileSync } from 'node:fs'
import { type Item, type Layer, layersOf, type Scheme, type Submission } from '@yardstick/model'

/** The four types of departments, each with its scheme and the data of one department, as `rules/departments` has them. */
export interface DepartmentType {
  readonly key: string
  /** As schemes call it. */
  readonly type: string
  readonly scheme: Scheme
  readonly sample: Submission
}

export const departmentTypes: readonly DepartmentType[] = ['education', 'health', 'human-resources', 'transport'].map(
  (key) => {
    const read = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../rules/departments/${key}/${name}`, import.meta.url), 'utf8'))
    const scheme: Scheme = read('scheme.json')
    return { key, type: scheme.departmentTypes![0]!, scheme, sample: read('submission.json') }
  },
)

export interface JourneyDepartment {
  readonly name: string
  readonly of: DepartmentType
  /** What it reports: that of the sample, with satisfaction of its own. */
  readonly items: Submission['items']
}

/** As many of each type, one like the other in name. */
export function departmentsOf(count: number): JourneyDepartment[] {
  return Array.from({ length: count }, (_, at) => {
    const of = departmentTypes[at % departmentTypes.length]!
    const turn = Math.floor(at / departmentTypes.length)
    const name = `${PLACES[turn]}县${of.type.replace('卫生健康', '卫生健康委员会').replace('教育', '教育局')}`
    const items = Object.fromEntries(of.scheme.items.flatMap((item) => own(item, of.sample, turn)))
    return { name: /局|会$/.test(name) ? name : `${name}局`, of, items }
  })
}

const PLACES = ['青山', '长河', '东湖', '西岭', '南浦', '北关', '石门', '临江', '云峰', '安平']

function own(item: Item, { items }: Submission, turn: number): [string, Submission['items'][string]][] {
  const layer = reported(items[item.id])
  if (layer === undefined) return []
  if (item.type === 'rate' && item.id.endsWith('满意度')) return [[item.id, `${96 - 3 * turn}.${(turn % 9) + 1}%`]]
  // Whom it does not apply to is given the mean of those it applies to.
  if (layer.state === 'not-applicable' && turn % 2 === 1) return [[item.id, '96%']]
  return [[item.id, { layers: [layer] }]]
}

/** What the department itself said, whoever else wrote of it. */
function reported(entry: Submission['items'][string] | undefined): Layer | undefined {
  const layer = layersOf(entry).find((each) => each.layer === 'reported')
  if (layer === undefined) return undefined
  const { value, state, why } = layer
  return {
    layer: 'reported',
    ...(value === undefined ? {} : { value }),
    ...(state === undefined ? {} : { state }),
    ...(why === undefined ? {} : { why }),
  }
}
