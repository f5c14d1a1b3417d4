import { step } from './step.ts'

export const complaints = step(`
  create table complaint (
    id text primary key,
    submission_id text not null references submission (id) on delete cascade,
    -- the line that is complained of: of this run's result, this indicator
    run_id text not null references run (id) on delete cascade,
    indicator_id text not null,
    -- what the line said then, as JSON text
    before text not null,
    -- open, answered, decided
    state text not null,
    raised_by text not null,
    raised_at timestamptz not null,
    -- kept, adjusted, partly
    outcome text,
    reason text,
    decided_by text,
    decided_at timestamptz,
    -- the run that carried the decision out, where it was named
    after_run_id text references run (id) on delete set null
  );
  create index complaint_submission on complaint (submission_id, id);
  create unique index complaint_one on complaint (submission_id, indicator_id) where decided_at is null;
  create table complaint_remark (
    id text primary key,
    complaint_id text not null references complaint (id) on delete cascade,
    -- department, evaluator: on whose side it was written
    side text not null,
    text text not null,
    -- the files it refers to, as JSON text: id, name
    evidence text not null,
    written_by text not null,
    written_at timestamptz not null
  );
  create index complaint_remark_of on complaint_remark (complaint_id, id);
`)
