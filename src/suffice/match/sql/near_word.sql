-- near_word: for each word of misread lines the eight words of the roll that it is likeliest to be.
SELECT field, word, near, voters, cost, row_number() OVER (PARTITION BY field, word ORDER BY cost, voters DESC, near) AS place
FROM (SELECT field, word, near, voters, cost FROM close_word UNION SELECT field, word, near, voters, cost FROM wide_word)
QUALIFY place <= 8
