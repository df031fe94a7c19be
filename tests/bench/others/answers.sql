-- What answers.awk does, in the words of SQLite.
CREATE TABLE answers AS SELECT school, "case",
	max(iif(code = 'suspicion', 0 + substr(newest, 11), 0)) suspicion,
	max(iif(code = 'concern', 0 + substr(newest, 11), 0)) concern,
	max(iif(code = 'unsafe', 0 + substr(newest, 11), 0)) unsafe,
	max(iif(code = 'can-help', 0 + substr(newest, 11), 0)) can_help,
	max(iif(code = 'accepts', 0 + substr(newest, 11), 0)) accepts,
	max(iif(code = 'result', 0 + substr(newest, 11), 0)) result
FROM (SELECT school, "case", iif(kind = 'answer', code, '') code,
	max(date || CASE value WHEN 'doubt' THEN 2 WHEN 'structural' THEN 4 WHEN 'disclosure' THEN 5
		WHEN 'acute' THEN 6 WHEN 'yes' THEN iif(code IN ('suspicion', 'concern', 'unsafe'), 3, 1)
		ELSE iif(code IN ('suspicion', 'concern', 'unsafe'), 1, 3) END) newest
	FROM log GROUP BY 1, 2, 3)
GROUP BY 1, 2;
SELECT * FROM answers;
