import { step } from './step.ts'

export const reportTexts = step(`
  create table report_texts (
    submission_id text primary key references submission (id) on delete cascade,
    revision integer not null,
    document text not null,
    written_by text not null,
    written_at timestamptz not null
  );
`)
