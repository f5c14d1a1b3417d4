import type { Place } from '../access/rights.ts'

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
