-- First versions opened since are found by the runs of ids that each change opened (V100), later ones here: so that an import, which
-- writes hardly anything but first versions, does not fill these trees.
create index victim_opened on victim (recorded_from) where version > 1;
create index incident_opened on incident (recorded_from) where version > 1;
