-- What stands on each line: the name and the address as one text each.
SELECT section,
       line,
       coalesce(printed_name, concat_ws(' ', first_name, middle_name, last_name, name_suffix)) AS name,
       concat_ws(', ', residence_address, nullif(concat_ws(' ', city, zip), '')) AS address
FROM line
