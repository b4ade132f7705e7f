-- wanted_record: the rows of the roll that a line is compared with.
SELECT record_id FROM candidate_pair
UNION
SELECT record_id FROM settled_pair
