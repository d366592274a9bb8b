-- What counting asks for after every change: the versions opened since, and those closed since. First versions are found by the runs
-- of ids that each change opened (see V100), so that an import, which writes hardly anything else, fills none of these trees.
create index victim_opened on victim (recorded_from) where version > 1;
create index victim_closed on victim (recorded_to) where recorded_to <> 'infinity';
create index incident_opened on incident (recorded_from) where version > 1;
create index incident_closed on incident (recorded_to) where recorded_to <> 'infinity';
