import { canonicalText, type Scheme, type Submission } from '@yardstick/model'
import type { Campaign, CampaignScheme } from '../store/campaigns.ts'
import type { Department } from '../store/departments.ts'
import type { NewSubmission } from '../store/submissions.ts'
import { neededItems } from './item-progress.ts'

/** What the new submissions of a campaign are made of. */
export interface Entering {
  readonly campaign: Campaign
  readonly schemes: readonly CampaignScheme[]
  /** The scheme of each version, by its hash. */
  readonly schemeByVersion: ReadonlyMap<string, Scheme>
  readonly departments: readonly Department[]
  /** Names of projects, '' for the department as a whole. */
  readonly projects: readonly string[]
  readonly regionNames: ReadonlyMap<string, string>
  readonly attributes: Readonly<Record<string, string>>
  /** Who is in the campaign already. */
  readonly present: readonly { readonly id: string; readonly name: string }[]
}

/**
 * One empty submission for each department and project, by the scheme of the department's type. Its subject says who it
 * is: within a campaign no two departments have the same name there, since a group tells its members apart by it. They are
 * made as they are asked for, so that a large campaign never stands in memory.
 */
export function* newSubmissions(
  { campaign, schemes, schemeByVersion, departments, projects, regionNames, attributes, present }: Entering,
  newId: () => string,
  at: Date,
): Generator<NewSubmission> {
  const nameOf = distinctNames(departments, present, regionNames)
  const versionOf = new Map(schemes.map(({ department_type, version_hash }) => [department_type, version_hash]))
  for (const department of departments) {
    const version = versionOf.get(department.type) ?? versionOf.get('')
    if (version === undefined) continue
    const scheme = schemeByVersion.get(version)!
    const { type, region } = department
    for (const project of projects) {
      const submission: Submission = {
        yardstick: 'submission/1',
        scheme: { id: scheme.id, hash: version },
        subject: {
          department: nameOf(department),
          ...(project === '' ? {} : { project }),
          departmentType: type,
          regionCode: region,
          attributes: { ...attributes, 类别: type, 地区: regionNames.get(region) ?? region },
        },
        period: campaign.period,
        items: {},
      }
      yield {
        id: newId(),
        campaign_id: campaign.id,
        department_id: department.id,
        project,
        version_hash: version,
        state: 'open',
        document: canonicalText(submission),
        declaration: null,
        declaration_state: 'none',
        revision: 1,
        updated_at: at,
        items_needed: neededItems(scheme).length,
      }
    }
  }
}

/** Types that no scheme of the campaign is for. */
export function typesWithoutScheme({ schemes, departments }: Pick<Entering, 'schemes' | 'departments'>): string[] {
  const types = new Set(schemes.map(({ department_type }) => department_type))
  if (types.has('')) return []
  return [...new Set(departments.map(({ type }) => type))].filter((type) => !types.has(type))
}

/** 财政局, or 财政局（东湖区）where the campaign has another 财政局. */
function distinctNames(
  departments: readonly Department[],
  present: Entering['present'],
  regionNames: ReadonlyMap<string, string>,
): (department: Department) => string {
  const idsByName = new Map<string, Set<string>>()
  for (const { id, name } of [...departments, ...present]) {
    const ids = idsByName.get(name)
    if (ids === undefined) idsByName.set(name, new Set([id]))
    else ids.add(id)
  }
  const shared = departments.filter(({ name }) => idsByName.get(name)!.size > 1)
  const count = new Map<string, number>()
  const withRegion = ({ name, region }: Department) => `${name}（${regionNames.get(region) ?? region}）`
  for (const each of shared) count.set(withRegion(each), (count.get(withRegion(each)) ?? 0) + 1)
  return (department) => {
    const { id, name, region } = department
    if (idsByName.get(name)!.size === 1) return name
    const alone = withRegion(department)
    const others = present.filter((each) => each.name === name && each.id !== id).length
    return count.get(alone) === 1 && others === 0 ? alone : `${name}（${region}·${id.slice(-6)}）`
  }
}
