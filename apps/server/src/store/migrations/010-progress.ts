import { step } from './step.ts'

export const progress = step(`
  -- of the data items: how many the scheme asks for, how many of them the department has filled in, how many it says are
  -- missing and why, how many are doubtful
  alter table submission add column items_needed integer not null default 0;
  alter table submission add column items_filled integer not null default 0;
  alter table submission add column items_explained integer not null default 0;
  alter table submission add column items_doubtful integer not null default 0;
`)
