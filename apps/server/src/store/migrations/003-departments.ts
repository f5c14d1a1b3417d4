import { step } from './step.ts'

export const departments = step(`
  create table region (
    code text primary key,
    name text not null
  );
  create table department (
    id text primary key,
    name text not null,
    -- 统一社会信用代码 or what the bureau uses; '' where it has none
    code text not null,
    -- freely defined: 行政单位, 学校, 街道 …
    type text not null,
    region text not null,
    parent_id text references department (id),
    revision integer not null,
    created_at timestamptz not null,
    retired_at timestamptz
  );
  create unique index department_name on department (region, coalesce(parent_id, ''), name) where retired_at is null;
  create index department_parent on department (parent_id);
  create index department_region on department (region text_pattern_ops);
`)
