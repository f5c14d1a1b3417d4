import type { ColumnType } from 'kysely'

export interface CampaignTables {
  campaign: CampaignTable
  campaign_scheme: CampaignSchemeTable
}

/** 申报 → 填报 → 自评 → 评价 → 复核 → 定稿 → 公开 */
export type Stage = 'declaration' | 'report' | 'self' | 'evaluate' | 'verify' | 'final' | 'public'

export interface CampaignTable {
  id: string
  name: string
  region: string
  period: string
  stage: Stage
  has_declarations: boolean
  /** By stage: the day it is due, YYYY-MM-DD; written as JSON text. */
  due: ColumnType<Partial<Record<Stage, string>>, string, string>
  revision: number
  created_by: string
  created_at: Date
}

export interface CampaignSchemeTable {
  campaign_id: string
  /** '' is every type that is not named. */
  department_type: string
  version_hash: string
}
