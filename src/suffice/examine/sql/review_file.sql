-- review_file: the lines that a person must look at, first those likeliest to count: they decide the outcome soonest.
SELECT section, line, voter_id, likeness, evidence
FROM disposition WHERE disposition = 'needs_review' ORDER BY likeness DESC, line_id
