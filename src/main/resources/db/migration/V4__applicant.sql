-- What the applicant called itself where answers came through the API. Apart from the answers, as contacts are.
create table applicant (
    sheet_id uuid         not null primary key references answer_sheet (id) on delete cascade,
    name     varchar(200) not null
);
