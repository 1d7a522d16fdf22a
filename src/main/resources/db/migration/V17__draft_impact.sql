-- What somebody saw that a draft would change for a cohort: counts alone, so that they may stay when applicants go.
create table draft_impact (
    id              uuid                        not null primary key,
    draft_id        uuid                        not null references draft (id) on delete cascade,
    hash            char(64)                    not null, -- of the draft's content
    before_hash     char(64)                    not null, -- of the version that it was held against
    cohort_id       uuid references cohort (id) on delete set null,
    applicants      int                         not null,
    flipped         int                         not null,
    accepted_before int                         not null,
    accepted_after  int                         not null,
    seen_by         varchar(50)                 not null, -- id of a staff account
    seen_at         timestamp(3) with time zone not null
);

create index draft_impact_draft on draft_impact (draft_id);
create index draft_impact_cohort on draft_impact (cohort_id);
