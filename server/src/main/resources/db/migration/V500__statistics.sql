-- What counting asks for after every change: the versions opened since, and those closed since.
create index victim_opened on victim using brin (recorded_from) with (autosummarize = on);
create index victim_closed on victim (recorded_to) where recorded_to <> 'infinity';
create index incident_opened on incident using brin (recorded_from) with (autosummarize = on);
create index incident_closed on incident (recorded_to) where recorded_to <> 'infinity';
