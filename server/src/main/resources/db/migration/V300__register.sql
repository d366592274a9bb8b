-- Sources, incidents, victims (versioned, see V100) and statements (never changed).

create sequence source_id;
create table source (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    kind          text        not null,
    name          text        not null,
    confidential  boolean     not null,
    note          text,
    primary key (id, version)
);
call keep_history('source');

create sequence incident_id;
create table incident (
    id                  bigint      not null,
    version             int         not null check (version >= 1),
    recorded_from       timestamptz not null check (isfinite(recorded_from)),
    recorded_to         timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    documented_on       date,
    occurred_from       date,
    occurred_to         date,
    occurred_precision  text        not null,
    place               text,
    place_words         text,
    spot_en             text,
    spot_ar             text,
    method              text,
    weapon              text,
    responsibility      text        not null check (responsibility in ('attributed', 'joint', 'undetermined')),
    parties             text[]      not null,
    other_category      text,
    grounds             text,
    attributed_on       date,
    unrecorded_min      int         not null check (unrecorded_min >= 0),
    unrecorded_max      int         check (unrecorded_max >= unrecorded_min),
    injured_min         int         not null check (injured_min >= 0),
    injured_max         int         check (injured_max >= injured_min),
    controlled_by       text,
    account_en          text,
    account_ar          text,
    notable             boolean     not null,
    check ((responsibility = 'undetermined') = (other_category is not null)),
    primary key (id, version)
);
call keep_history('incident');

create sequence victim_id;
create table victim (
    id                bigint      not null,
    version           int         not null check (version >= 1),
    recorded_from     timestamptz not null check (isfinite(recorded_from)),
    recorded_to       timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    standing          text        not null check (standing in ('received', 'documented', 'excluded')),
    standing_on       date,
    exclusion         text,
    name_latin        text,
    name_arabic       text,
    sex               text        not null check (sex in ('female', 'male', 'unknown')),
    age_min           smallint,
    age_max           smallint,
    status            text        not null check (status in ('civilian', 'combatant', 'unknown')),
    status_reason     text,
    groups            text[]      not null,
    work              text,
    died_from         date,
    died_to           date,
    died_precision    text        not null,
    death_place       text,
    death_place_words text,
    origin            text,
    origin_words      text,
    method            text,
    weapon            text,
    incident          bigint,
    responsibility    text        not null check (responsibility in ('attributed', 'joint', 'undetermined')),
    parties           text[]      not null,
    other_category    text,
    grounds           text,
    attributed_on     date,
    custody           jsonb,
    notable           boolean     not null,
    check (standing <> 'documented' or standing_on is not null),
    check ((standing = 'excluded') = (exclusion is not null)),
    check ((responsibility = 'undetermined') = (other_category is not null)),
    check (age_min <= age_max),
    check (died_from <= died_to),
    primary key (id, version)
);
call keep_history('victim');
create index victim_of_incident on victim (incident) where incident is not null;

create sequence statement_id;
create table statement (
    id          bigint      primary key,
    source      bigint      not null,
    victim      bigint,
    incident    bigint,
    recorded_at timestamptz not null,
    locator     text        not null,
    key         text        not null,
    words       text        not null
);
create trigger guard before update or delete on statement for each row execute function guard_row();
create index statement_of_victim on statement (victim) where victim is not null;
create index statement_of_incident on statement (incident) where incident is not null;

-- The keys of statements by source, as hashes of 8 bytes in rows of as many statements as were added together: an import reads those
-- of its source once, and then knows which rows it may have seen before. A tree of all keys took a tenth of the time of an import.
create table statement_keys (
    source   bigint not null,
    first_id bigint not null,
    hashes   bytea  not null check (octet_length(hashes) % 8 = 0 and octet_length(hashes) > 0),
    primary key (source, first_id)
);
alter table statement_keys alter hashes set storage external;
create trigger guard before update or delete on statement_keys for each row execute function guard_row();

-- The codebook in force: each version is adopted whole, as the text that was read.
create sequence codebook_id;
create table codebook (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    code          text        not null,
    label         text        not null,
    text          text        not null,
    sha256        text        not null,
    check (id = 1),
    primary key (id, version)
);
call keep_history('codebook');
