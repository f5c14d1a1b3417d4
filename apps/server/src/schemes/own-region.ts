import type { Scheme } from '@yardstick/model'
import { type Grant, mayDo } from '../access/rights.ts'

/** The region that a scheme says it is of, where one may make it there; else one's own. */
export function ownRegion(reach: readonly Grant[], { region }: Pick<Scheme, 'region'>): string {
  const said = region?.code
  const isWithin = said !== undefined && mayDo(reach, 'scheme.write', { region: said })
  return isWithin ? said : ((reach.find(isWhole) ?? reach[0])?.region ?? '')
}

const isWhole = ({ campaign, department }: Grant) => campaign === null && department === null
