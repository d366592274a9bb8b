-- What happens to messages until a person is documented: cases, what is found, how sources are assessed, and merges (all versioned, see V100).

create sequence review_case_id;
create table review_case (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    matter        text        not null check (matter in ('killing', 'concern', 'correction')),
    state         text        not null check (state in ('received', 'assigned', 'verifying', 'waiting', 'proposed', 'documented', 'excluded')),
    opened_at     timestamptz not null,
    assignee      text,
    waiting_for   text,
    exclusion     text,
    duplicate_of  bigint,
    incident      bigint,
    check ((state = 'excluded') = (exclusion is not null)),
    check ((state = 'waiting') = (waiting_for is not null)),
    check (state in ('received', 'documented', 'excluded') or assignee is not null),
    primary key (id, version)
);
call keep_history('review_case');
create index review_case_now on review_case (state, id) where recorded_to = 'infinity';
create index review_case_of_incident on review_case (incident) where incident is not null;
comment on column review_case.incident is 'the incident of the register, once documented';

create sequence case_message_id;
create table case_message (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    case_id       bigint      not null,
    message       bigint      not null,
    primary key (id, version)
);
call keep_history('case_message');
create index case_message_of_case on case_message (case_id);
create unique index case_of_message on case_message (message) where recorded_to = 'infinity';

create sequence finding_id;
create table finding (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    case_id       bigint      not null,
    subject       text        not null check (subject in ('incident', 'victim')),
    record        bigint,
    content       jsonb       not null,
    grounds       jsonb       not null,
    told          jsonb       not null,
    dropped       boolean     not null,
    primary key (id, version)
);
call keep_history('finding');
create index finding_of_case on finding (case_id);
create index finding_of_record on finding (subject, record) where record is not null;
comment on column finding.record is 'the victim or incident of the register, once there is one';
comment on column finding.content is 'the finding as the register will take it when it is documented';
comment on column finding.grounds is 'for each field why, in words';
comment on column finding.told is 'the messages, and which person in each, that tell of it';

create sequence assessment_id;
create table assessment (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    message       bigint      not null,
    reliability   text        not null check (reliability in ('high', 'likely', 'unsure', 'unlikely', 'low', 'unknown')),
    credibility   text        not null check (credibility in ('high', 'likely', 'unsure', 'unlikely', 'low', 'unknown')),
    rests_on      bigint,
    check (rests_on <> message),
    primary key (id, version)
);
call keep_history('assessment');
create unique index assessment_of_message on assessment (message) where recorded_to = 'infinity';
comment on column assessment.reliability is 'of the source';
comment on column assessment.credibility is 'of what it tells';
comment on column assessment.rests_on is 'the message of the source that this one has it from, so that both count as one';

create sequence victim_merge_id;
create table victim_merge (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    merged        bigint      not null,
    merged_was    int         not null,
    kept          bigint      not null check (kept <> merged),
    state         text        not null check (state in ('proposed', 'merged', 'apart')),
    primary key (id, version)
);
call keep_history('victim_merge');
create unique index victim_merge_once on victim_merge (merged) where recorded_to = 'infinity' and state <> 'apart';
create index victim_merge_into on victim_merge (kept);
comment on column victim_merge.merged_was is 'the version of the merged record that is put back when it turns out to be another person after all';
