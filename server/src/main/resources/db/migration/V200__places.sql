-- The gazetteer: places of every level, versioned as V100 describes.
create sequence place_id;
create table place (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    code          text        not null check (code <> ''),
    level         smallint    not null check (level >= 1),
    parent        text        check ((level = 1) = (parent is null)),
    name_en       text        not null,
    name_ar       text        not null,
    aliases       text[]      not null,
    latitude      double precision check (latitude between -90 and 90),
    longitude     double precision check (longitude between -180 and 180),
    source        text        not null,
    primary key (id, version)
);
call keep_history('place');
create unique index place_current_code on place (code) where recorded_to = 'infinity';
-- The instant of the last change to any place is asked for before every use of the gazetteer.
create index place_recorded_from on place (recorded_from);

-- The boundaries in force: a set is adopted whole, as the JSON that the places room writes.
create sequence boundaries_id;
create table boundaries (
    id            bigint      not null,
    version       int         not null check (version >= 1),
    recorded_from timestamptz not null check (isfinite(recorded_from)),
    recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
    imported      boolean     not null,
    content       jsonb       not null,
    check (id = 1),
    primary key (id, version)
);
call keep_history('boundaries');
