-- What happened to one subject is asked for with every change of an answer sheet that was handed in.
create index audit_event_subject on audit_event (subject_id);
