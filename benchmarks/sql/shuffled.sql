-- shuffled: the rows of the file $source in another order, always the same one, every cell as it was written.
COPY (
  SELECT * FROM read_csv($source, header = true, all_varchar = true) AS t
  ORDER BY hash(t::VARCHAR)
) TO $out (HEADER, FORMAT csv);
