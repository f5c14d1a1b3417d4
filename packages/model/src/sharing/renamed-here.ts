import type { Scheme } from '../schema/scheme.ts'

/** The ids that indicators have here, by those they have in the template. */
export function hereByUpstream({ lineage }: Pick<Scheme, 'lineage'>): Map<string, string> {
  return new Map(Object.entries(lineage?.nodes ?? {}).map(([id, { from }]) => [from ?? id, id]))
}
