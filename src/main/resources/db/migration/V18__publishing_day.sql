-- A draft may be approved today and go live on a later day.
alter table draft add column live_from date; -- null: at once
alter table draft add column approved_by varchar(50); -- id of a staff account, while it waits for its day
