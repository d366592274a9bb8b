-- Says that this register holds the synthetic demonstration, and which: every page and file made from it must say so too.
create table demonstration (
    one         boolean     primary key default true check (one),
    digest      text        not null,
    recorded_at timestamptz not null
);
create trigger guard before update or delete on demonstration for each row execute function guard_row();
