export interface DepartmentTables {
  region: RegionTable
  department: DepartmentTable
}

export interface RegionTable {
  code: string
  name: string
}

export interface DepartmentTable {
  id: string
  name: string
  /** 统一社会信用代码 or what the bureau uses; '' where it has none. */
  code: string
  /** Freely defined: 行政单位, 学校, 街道 … */
  type: string
  region: string
  parent_id: string | null
  revision: number
  created_at: Date
  retired_at: Date | null
}
