-- One row for each transaction that changed the register: who, when, why.
create table change (
    number  bigint primary key,
    at      timestamptz not null unique check (isfinite(at)),
    made_by text not null check (made_by <> ''),
    reason  text not null check (reason <> '')
);

-- Every versioned table has
--     id            bigint      not null,
--     version       int         not null check (version >= 1),
--     recorded_from timestamptz not null check (isfinite(recorded_from)),
--     recorded_to   timestamptz not null default 'infinity' check (recorded_from < recorded_to),
--     follows       int generated always as (nullif(version - 1, 0)) stored,
--     primary key (id, version),
--     unique (id, version, recorded_to),
--     foreign key (id, follows, recorded_from) references <itself> (id, version, recorded_to)
-- The foreign key ties the start of each version to the end of the one before. With finite starts that rules out a gap, an
-- overlap and a second open version, at a fifth of the cost of a temporal key; it needs no newer PostgreSQL either.
-- The sequence <table>_id numbers its records, the trigger below guards its rows.

-- The generated column is left out below: before triggers do not see it computed.
create function guard_version() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception '% % version %: versions are never deleted', tg_table_name, old.id, old.version;
    end if;
    if isfinite(old.recorded_to) or not isfinite(new.recorded_to)
       or to_jsonb(old) - array['recorded_to', 'follows'] <> to_jsonb(new) - array['recorded_to', 'follows'] then
        raise exception '% % version %: a version may be closed once, and nothing else', tg_table_name, old.id, old.version;
    end if;
    return new;
end $$;

create function guard_row() returns trigger language plpgsql as $$
begin
    raise exception '%: rows are never changed or deleted', tg_table_name;
end $$;

create trigger guard before update or delete on change for each row execute function guard_row();
