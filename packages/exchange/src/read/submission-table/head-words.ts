import type { SubjectPart } from './table-column.ts'

/** What people write over the columns that say who is evaluated, and when; as `headText` folds it. */
export const SUBJECT_HEADS: { readonly [part in SubjectPart | 'period']: readonly string[] } = {
  department: [
    ...['部门', '部门名称', '部门(单位)', '部门(单位)名称', '预算部门', '主管部门', '填报部门', '被评价部门'],
    ...['单位名称', '填报单位', '预算单位', '预算单位名称', '被评价单位', '评价对象'],
    ...['department', 'departmentname', 'organization', 'organisation', 'agency'],
  ],
  unit: ['下属单位', '二级单位', '实施单位', '项目单位', '项目实施单位', '用款单位', 'unit', 'subordinateunit'],
  project: ['项目', '项目名称', '支出项目', 'project', 'projectname'],
  period: [
    ...['评价周期', '评价年度', '年度', '年份', '评价期', '周期', '期间', '报告期', '考核年度', '考核周期'],
    ...['period', 'year', 'fiscalyear'],
  ],
  departmentType: ['部门类型', '单位类型', '部门类别', '单位类别', 'departmenttype'],
  regionCode: ['行政区划代码', '行政区划', '区划代码', '地区代码', 'regioncode', 'region'],
}

/** A unit of a department where the table has departments too, else the department. */
export const EITHER_HEADS: readonly string[] = ['单位']

/** Columns that say nothing to be scored and are no mistake. */
export const IDLE_HEADS: readonly string[] = [
  ...['序号', '编号', '行号', '备注', '说明', '填报人', '联系人', '联系电话', '填报日期'],
  ...['no', 'no.', '#', 'row', 'note', 'notes', 'remarks'],
]

/** 小数: a rate in whose cells 0.95 is 95%. */
export const RATIO_UNITS: readonly string[] = ['小数', '比值', '比率值', 'ratio', 'decimal', '0-1', '0~1']

/** Before the name of an attribute that no rule of the scheme names. */
export const ATTRIBUTE_HEAD = /^(?:属性|attribute)[:：·.]\s*(.+)$/i

export const WHY_HEADS: readonly string[] = ['理由', '原因', '扣分理由', '扣分原因', '评分理由', 'reason', 'why']
export const SHARE_HEADS: readonly string[] = ['比例', 'share']
export const EVIDENCE_HEADS: readonly string[] = ['佐证', '佐证材料', 'evidence']
/** Between a leaf and what of it the column is: 立项依据·1. */
export const JOINTS: readonly string[] = ['·', '.', ':', '/', '-', '|', '']
