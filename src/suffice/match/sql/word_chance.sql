-- word_chance: how likely it is to read a word on a line at all, whoever the signer: the sum over the voters of the roll
-- of the chance that what they wrote was read so (two to the power of minus the cost), and a rest for words that nobody
-- knows. Summed in whole numbers, so that the order of rows does not matter.
WITH total AS (SELECT field, sum(voters) AS voters FROM roll_word GROUP BY field)
SELECT
  n.field, n.word,
  CAST(sum(CAST(round(n.voters * pow(2, 40 - n.cost)) AS DECIMAL(30, 0))) AS DOUBLE) / pow(2, 40) / max(t.voters) + pow(2, -4 - 4 * length(n.word)) AS chance
FROM near_word AS n JOIN total AS t ON t.field = n.field
GROUP BY n.field, n.word
