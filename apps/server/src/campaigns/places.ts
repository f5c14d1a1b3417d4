import { type Action, type Grant, mayDo, type Place } from '../access/rights.ts'

/** Where a submission belongs: to a campaign, and to a department that may lie in a region below the campaign's. */
export interface Belonging {
  readonly campaign_id: string
  readonly campaign_region: string
  readonly department_id: string
  readonly department_region: string
}

/** A submission is read, and reported, where its department is: those of a county see the county's in the city's campaign. */
export function ownPlace({ campaign_id, department_id, department_region }: Belonging): Place {
  return { region: department_region, campaign: campaign_id, department: department_id }
}

/** It is verified, judged, returned and overridden where the campaign is: nobody of the county evaluates for the city. */
export function conductingPlace({ campaign_id, campaign_region, department_id }: Belonging): Place {
  return { region: campaign_region, campaign: campaign_id, department: department_id }
}

/**
 * Whether it may be read: where its department is, and where its campaign is, which differ for good once a department has
 * moved out of the region.
 */
export function mayRead(grants: readonly Grant[], action: Action, row: Belonging): boolean {
  return mayDo(grants, action, ownPlace(row)) || mayDo(grants, action, conductingPlace(row))
}
