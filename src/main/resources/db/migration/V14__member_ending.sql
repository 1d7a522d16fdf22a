-- How it ended for a member, as noted last: beside what the list shows and narrows, so that the list needs no other table.
alter table cohort_member add column ending varchar(10); -- FINISHED or LEFT; null while nobody knows

update cohort_member set ending = (
    select o.state from outcome o
    where o.member_id = cohort_member.id and o.state <> 'OPEN'
      and o.sequence = (select max(later.sequence) from outcome later where later.member_id = o.member_id)
);
