-- Applicants that are looked at together: those of an orientation, of last year's spreadsheet, of a demonstration.
create table cohort (
    id              uuid                     not null primary key,
    programme       varchar(255)             not null,
    edition         varchar(255)             not null, -- whose rules judge the members
    name            varchar(200)             not null,
    held_on         date,
    origin          varchar(20)              not null, -- REAL, RECONSTRUCTED or SYNTHETIC
    hand_in_code    varchar(12) unique,                -- of the short address under which answers are handed in
    hand_in_until   timestamp with time zone,
    retention_until date,                              -- last day on which names are kept; null: no such day
    created_by      varchar(50)              not null, -- id of a staff account, or "system"
    created_at      timestamp with time zone not null,
    last_position   int                      not null, -- of the member that came last; never used twice
    revision        bigint                   not null  -- grows with everything that its page shows
);

-- A member is an answer sheet. When the sheet is deleted the row stays, without answers or name: the statistics.
create table cohort_member (
    id              uuid                     not null primary key,
    cohort_id       uuid                     not null references cohort (id) on delete cascade,
    sheet_id        uuid references answer_sheet (id) on delete set null,
    position        int                      not null, -- 1, 2, 3 ... in the order in which they came
    source          varchar(20)              not null, -- FILE or HAND_IN
    joined_at       timestamp with time zone not null,
    anonymised_at   timestamp with time zone,
    -- what the rules said last, so that lists and distributions need no rules; null until judged
    judged_revision bigint,                            -- revision of the sheet that was judged
    version         char(64),                          -- hash of the edition's content that judged it
    verdict         varchar(30),
    risk            double precision,
    risk_band       varchar(10),
    provisional     boolean,
    peak_step       varchar(255),                      -- where dropping out is most likely, unless that is low everywhere
    peak_band       varchar(10),
    -- what the staff decided last; null while undecided
    decision        varchar(10),
    unique (cohort_id, position),
    unique (cohort_id, sheet_id)
);

create index cohort_member_sheet on cohort_member (sheet_id);

-- What belongs to a member's last judgement, one row each. Apart from the member, to be counted and filtered.
create table cohort_member_mark (
    cohort_id uuid         not null references cohort (id) on delete cascade,
    kind      varchar(10)  not null, -- UNMET, FIRED, OPEN: a finding; ASKED: an open question that decides a required condition
    mark      varchar(255) not null, -- id of the finding or the question
    member_id uuid         not null references cohort_member (id) on delete cascade,
    primary key (cohort_id, kind, mark, member_id)
);

create index cohort_member_mark_member on cohort_member_mark (member_id);

-- How likely a member is to drop out at each step.
create table cohort_member_step (
    cohort_id   uuid             not null references cohort (id) on delete cascade,
    step        varchar(255)     not null,
    band        varchar(10)      not null,
    member_id   uuid             not null references cohort_member (id) on delete cascade,
    probability double precision not null,
    provisional boolean          not null,
    primary key (cohort_id, step, band, member_id)
);

create index cohort_member_step_member on cohort_member_step (member_id);

-- What the staff decided, each time, beside what the rules said then. Goes with the applicant's sheet: the reason is about a person.
create table cohort_decision (
    id         uuid                     not null primary key,
    member_id  uuid                     not null references cohort_member (id) on delete cascade,
    sheet_id   uuid references answer_sheet (id) on delete cascade,
    decision   varchar(10)              not null, -- ACCEPT, WAIT or DECLINE
    reason     varchar(2000)            not null,
    verdict    varchar(30),
    risk_band  varchar(10),
    version    char(64),
    overrides  boolean                  not null, -- whether it differs from the advice
    decided_by varchar(50)              not null, -- id of a staff account
    decided_at timestamp with time zone not null
);

create index cohort_decision_member on cohort_decision (member_id);

create table cohort_note (
    id         uuid                     not null primary key,
    member_id  uuid                     not null references cohort_member (id) on delete cascade,
    sheet_id   uuid references answer_sheet (id) on delete cascade,
    note       varchar(4000)            not null,
    written_by varchar(50)              not null, -- id of a staff account
    written_at timestamp with time zone not null
);

create index cohort_note_member on cohort_note (member_id);

-- Sheets that were begun under the short address of a cohort and belong to it once they are handed in.
create table cohort_guest (
    sheet_id  uuid                     not null primary key references answer_sheet (id) on delete cascade,
    cohort_id uuid                     not null references cohort (id) on delete cascade,
    begun_at  timestamp with time zone not null
);

create index cohort_guest_cohort on cohort_guest (cohort_id);
