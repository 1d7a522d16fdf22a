-- What became of a member of a cohort, each time somebody noted or corrected it. The row with the highest sequence counts.
create table outcome (
    member_id   uuid                     not null references cohort_member (id) on delete cascade,
    sequence    int                      not null, -- 1, 2, 3 ... within its member
    state       varchar(10)              not null, -- FINISHED or LEFT; OPEN where an earlier one was taken back
    step        varchar(255),                      -- id of the step in which the member left, if known
    finding     varchar(255),                      -- id of the finding that it was because of, if one fits
    recorded_by varchar(50)              not null, -- id of a staff account, or "system"
    recorded_at timestamp with time zone not null,
    primary key (member_id, sequence)
);

-- Why, in words. About a person or a company, so it goes with the answer sheet; the rest stays for the statistics.
create table outcome_reason (
    member_id uuid          not null,
    sequence  int           not null,
    sheet_id  uuid references answer_sheet (id) on delete cascade,
    reason    varchar(1000) not null,
    primary key (member_id, sequence),
    foreign key (member_id, sequence) references outcome (member_id, sequence) on delete cascade
);

create index outcome_reason_sheet on outcome_reason (sheet_id);

-- What had been predicted by the version in force at the time. Written with the first outcome and never changed: who knows
-- the outcome must not predict.
create table outcome_prediction (
    member_id uuid             not null primary key references cohort_member (id) on delete cascade,
    version   char(64)         not null,
    verdict   varchar(30)      not null,
    risk      double precision not null,
    risk_band varchar(10)      not null,
    steps     text             not null, -- JSON: step id -> probability
    fired     text             not null  -- JSON: ids of the findings that fired
);
