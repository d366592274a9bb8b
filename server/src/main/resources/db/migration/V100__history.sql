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
--     primary key (id, version)
-- then 'call keep_history(<table>)', which gives it the triggers below, and a sequence <table>_id that numbers its records.

-- Only while a lawful erasure is under way, which leaves its mark in the sealed log, do these two let a row be altered.

create function guard_version() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('stele.erasing', true) = 'on' then
        return new;
    end if;
    if tg_op = 'DELETE' then
        raise exception '% % version %: versions are never deleted', tg_table_name, old.id, old.version;
    end if;
    if isfinite(old.recorded_to) or not isfinite(new.recorded_to)
       or to_jsonb(old) - 'recorded_to' <> to_jsonb(new) - 'recorded_to' then
        raise exception '% % version %: a version may be closed once, and nothing else', tg_table_name, old.id, old.version;
    end if;
    return new;
end $$;

-- Each version but the first starts at the instant at which the one before it ended. With finite starts, one row a version, and ends
-- that never change, that rules out a gap, an overlap and a second open version, whoever writes at the same time: an end that can be
-- seen stands for good. A foreign key from each version to the end of the one before says the same, but asks for a second unique
-- index on all rows and looks at every first version too, which follows none: a quarter of what it takes to insert victims.
create procedure keep_history(kept regclass) language plpgsql as $$
begin
    -- A function for each table: its question is planned once, not for every row.
    execute format($function$
        create function %I() returns trigger language plpgsql as $body$
        begin
            if not exists (select from %s where id = new.id and version = new.version - 1 and recorded_to = new.recorded_from) then
                raise exception '%% %% version %%: the version before it did not end at %%', tg_table_name, new.id, new.version, new.recorded_from
                      using errcode = 'integrity_constraint_violation';
            end if;
            return null;
        end $body$ $function$, kept || '_follows', kept);
    execute format('create trigger follows after insert on %s for each row when (new.version > 1) execute function %I()', kept, kept || '_follows');
    execute format('create trigger guard before update or delete on %s for each row execute function guard_version()', kept);
end $$;

create function guard_row() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('stele.erasing', true) = 'on' then
        return new;
    end if;
    raise exception '%: rows are never changed or deleted', tg_table_name;
end $$;

create trigger guard before update or delete on change for each row execute function guard_row();

-- Which records a change opened, run by run of neighbouring ids: so that they are found again without an index on every version.
create table opened (
    change   bigint not null,
    kind     text   not null,
    first_id bigint not null,
    last_id  bigint not null check (first_id <= last_id),
    primary key (kind, change, first_id)
);
create trigger guard before update or delete on opened for each row execute function guard_row();
