-- bins: by actor, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.actor AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
member AS (SELECT * FROM keyed),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by actor, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.actor AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
firm AS (
  SELECT n, count(CASE WHEN best THEN 1 END) AS firm_keys, count(CASE WHEN best AND low THEN 1 END) AS low_keys,
    min(CASE WHEN best THEN group_id END) AS only_key
  FROM keyed GROUP BY n),
member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN 'none' WHEN 1 THEN f.only_key ELSE 'several' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM firm f JOIN matched m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM keyed WHERE NOT best),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by actor, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.actor AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
member AS (SELECT * FROM keyed),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by relation, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.relation AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
member AS (SELECT * FROM keyed),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by relation, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.relation AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
firm AS (
  SELECT n, count(CASE WHEN best THEN 1 END) AS firm_keys, count(CASE WHEN best AND low THEN 1 END) AS low_keys,
    min(CASE WHEN best THEN group_id END) AS only_key
  FROM keyed GROUP BY n),
member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN 'none' WHEN 1 THEN f.only_key ELSE 'several' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM firm f JOIN matched m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM keyed WHERE NOT best),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by relation, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.relation AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
member AS (SELECT * FROM keyed),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by type, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.type
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.type AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by type, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.type
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.type AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by type, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.type
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
member AS (
  SELECT m.n, m.type AS group_id, true AS best, true AS low FROM matched m),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by region, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.regions
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, unnest(m.regions) AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by region, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.region
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.region AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by region, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.regions
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
member AS (
  SELECT m.n, unnest(m.regions) AS group_id, true AS best, true AS low FROM matched m),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by initiator, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.initiator
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.initiator AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by initiator, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.initiator
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.initiator AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by initiator, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.initiator
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
member AS (
  SELECT m.n, m.initiator AS group_id, true AS best, true AS low FROM matched m),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by none, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by none, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by none, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
member AS (
  SELECT m.n, NULL::VARCHAR AS group_id, true AS best, true AS low FROM matched m),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by .weapon, beside

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.own_weapon_ids
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, unnest(m.own_weapon_ids) AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by .weapon, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.own_weapon_id
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.own_weapon_id AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by .weapon, beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $named: texts ["iscp","rifle","none","several"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.own_weapon_ids
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
member AS (
  SELECT m.n, unnest(m.own_weapon_ids) AS group_id, true AS best, true AS low FROM matched m),
rest AS (
  SELECT n, NULL::VARCHAR AS group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM member WHERE NOT list_contains($named::VARCHAR[], group_id) GROUP BY n),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN rest k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by actor, under roots, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, unnest(l.roots) AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
firm AS (
  SELECT n, count(CASE WHEN best THEN 1 END) AS firm_keys, count(CASE WHEN best AND low THEN 1 END) AS low_keys,
    min(CASE WHEN best THEN group_id END) AS only_key
  FROM keyed GROUP BY n),
member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN 'none' WHEN 1 THEN f.only_key ELSE 'several' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM firm f JOIN matched m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM keyed WHERE NOT best),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by actor, under those named, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $roll: texts ["islamic-state","iscp"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, unnest(CASE WHEN list_has_any(l.ancestors, $roll::VARCHAR[]) THEN list_intersect(l.ancestors, $roll::VARCHAR[]) ELSE l.roots END) AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
firm AS (
  SELECT n, count(CASE WHEN best THEN 1 END) AS firm_keys, count(CASE WHEN best AND low THEN 1 END) AS low_keys,
    min(CASE WHEN best THEN group_id END) AS only_key
  FROM keyed GROUP BY n),
member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN 'none' WHEN 1 THEN f.only_key ELSE 'several' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM firm f JOIN matched m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM keyed WHERE NOT best),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: by region, under those named, stacked

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $roll: texts ["dagestan"]
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.regions, i.regions_above
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, CASE WHEN len(CASE WHEN list_has_any(m.regions_above, $roll::VARCHAR[]) THEN list_intersect(m.regions_above, $roll::VARCHAR[]) ELSE m.regions END) > 1 THEN 'several' ELSE (CASE WHEN list_has_any(m.regions_above, $roll::VARCHAR[]) THEN list_intersect(m.regions_above, $roll::VARCHAR[]) ELSE m.regions END)[1] END AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: incidents

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;


-- bins: fatalities

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.fatalities_low, i.fatalities_best, i.fatalities_high
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, fatalities_low, fatalities_best, fatalities_high
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low, fatalities_low, fatalities_best, fatalities_high
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(*) AS matched,
    count(CASE WHEN fatalities_low IS NOT NULL OR fatalities_high IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND fatalities_low IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(fatalities_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((fatalities_low - trunc(fatalities_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(fatalities_best, fatalities_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(fatalities_best, fatalities_low)) - trunc((weight * coalesce(fatalities_best, fatalities_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS best_sum,
    (coalesce(sum(trunc(fatalities_high)), 0) + coalesce(sum(CAST(trunc((fatalities_high - trunc(fatalities_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS high_sum,
    count(CASE WHEN fatalities_low IS NOT NULL AND fatalities_high IS NULL THEN 1 END) AS open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND fatalities_best IS NULL AND fatalities_low IS NOT NULL THEN 1 END) AS without_best FROM cell
  GROUP BY start, group_id;


-- bins: injured

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.injured_low, i.injured_best, i.injured_high
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, injured_low, injured_best, injured_high
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low, injured_low, injured_best, injured_high
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(*) AS matched,
    count(CASE WHEN injured_low IS NOT NULL OR injured_high IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND injured_low IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(injured_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((injured_low - trunc(injured_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(injured_best, injured_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(injured_best, injured_low)) - trunc((weight * coalesce(injured_best, injured_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS best_sum,
    (coalesce(sum(trunc(injured_high)), 0) + coalesce(sum(CAST(trunc((injured_high - trunc(injured_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS high_sum,
    count(CASE WHEN injured_low IS NOT NULL AND injured_high IS NULL THEN 1 END) AS open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND injured_best IS NULL AND injured_low IS NOT NULL THEN 1 END) AS without_best FROM cell
  GROUP BY start, group_id;


-- bins: perpetrators

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.perpetrators_low, i.perpetrators_best, i.perpetrators_high
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, perpetrators_low, perpetrators_best, perpetrators_high
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low, perpetrators_low, perpetrators_best, perpetrators_high
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(*) AS matched,
    count(CASE WHEN perpetrators_low IS NOT NULL OR perpetrators_high IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND perpetrators_low IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(perpetrators_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((perpetrators_low - trunc(perpetrators_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(perpetrators_best, perpetrators_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(perpetrators_best, perpetrators_low)) - trunc((weight * coalesce(perpetrators_best, perpetrators_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS best_sum,
    (coalesce(sum(trunc(perpetrators_high)), 0) + coalesce(sum(CAST(trunc((perpetrators_high - trunc(perpetrators_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS high_sum,
    count(CASE WHEN perpetrators_low IS NOT NULL AND perpetrators_high IS NULL THEN 1 END) AS open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND perpetrators_best IS NULL AND perpetrators_low IS NOT NULL THEN 1 END) AS without_best FROM cell
  GROUP BY start, group_id;


-- bins: .damage

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.own_damage_number
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, own_damage_number
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low, own_damage_number
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(*) AS matched,
    count(CASE WHEN own_damage_number IS NOT NULL OR own_damage_number IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND own_damage_number IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(own_damage_number) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((own_damage_number - trunc(own_damage_number)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN ((own_damage_number - trunc(own_damage_number)) * 1152921504606846976) - trunc(((own_damage_number - trunc(own_damage_number)) * 1152921504606846976)) END), 0) / 1152921504606846976 AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(own_damage_number, own_damage_number))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN (((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976) - trunc((((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS best_sum,
    (coalesce(sum(trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))), 0) + coalesce(sum(CAST(trunc(((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) + coalesce(sum((((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976) - trunc((((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976))), 0) / 1152921504606846976 AS high_sum,
    (coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN trunc(least(own_damage_number, 0)) END), 0) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN CAST(trunc((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN ((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976) - trunc(((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS taken FROM cell
  GROUP BY start, group_id;


-- bins: .wind-speed

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $starts: integers [17167,17532,17897,18262,18628,18993,19358,19723]
-- $nexts: integers [17532,17897,18262,18628,18993,19358,19723,20089]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.year_first, i.year_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans, i.own_wind$speed_number
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, year_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, own_wind$speed_number
  FROM counted WHERE year_first = year_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low, own_wind$speed_number
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.year_first <> c.year_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(*) AS matched,
    count(CASE WHEN own_wind$speed_number IS NOT NULL OR own_wind$speed_number IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND own_wind$speed_number IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(own_wind$speed_number) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN ((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976) - trunc(((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976)) END), 0) / 1152921504606846976 AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN (((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976) - trunc((((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS best_sum,
    (coalesce(sum(trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))), 0) + coalesce(sum(CAST(trunc(((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) + coalesce(sum((((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976) - trunc((((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976))), 0) / 1152921504606846976 AS high_sum,
    (coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN trunc(least(own_wind$speed_number, 0)) END), 0) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN CAST(trunc((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN ((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976) - trunc(((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS taken FROM cell
  GROUP BY start, group_id;


-- bins: opened bar, by week

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_only: texts ["iscp"]
-- $starts: integers [17161,17168,17175,17182,17189,17196,17203,17210,17217,17224,17231,17238,17245,17252,17259,17266,17273,17280,17287,17294,17301,17308,17315,17322,17329,17336,17343,17350,17357,17364,17371,17378,17385,17392,17399,17406,17413,17420,17427,17434,17441,17448,17455,17462,17469,17476,17483,17490,17497,17504,17511,17518,17525,17532,17539,17546,17553,17560,17567,17574,17581,17588,17595,17602,17609,17616,17623,17630,17637,17644,17651,17658,17665,17672,17679,17686,17693,17700,17707,17714,17721,17728,17735,17742,17749,17756,17763,17770,17777,17784,17791,17798,17805,17812,17819,17826,17833,17840,17847,17854,17861,17868,17875,17882,17889,17896,17903,17910,17917,17924,17931,17938,17945,17952,17959,17966,17973,17980,17987,17994,18001,18008,18015,18022,18029,18036,18043,18050,18057,18064,18071,18078,18085,18092,18099,18106,18113,18120,18127,18134,18141,18148,18155,18162,18169,18176,18183,18190,18197,18204,18211,18218,18225,18232,18239,18246,18253,18260,18267,18274,18281,18288,18295,18302,18309,18316,18323,18330,18337,18344,18351,18358,18365,18372,18379,18386,18393,18400,18407,18414,18421,18428,18435,18442,18449,18456,18463,18470,18477,18484,18491,18498,18505,18512,18519,18526,18533,18540,18547,18554,18561,18568,18575,18582,18589,18596,18603,18610,18617,18624,18631,18638,18645,18652,18659,18666,18673,18680,18687,18694,18701,18708,18715,18722,18729,18736,18743,18750,18757,18764,18771,18778,18785,18792,18799,18806,18813,18820,18827,18834,18841,18848,18855,18862,18869,18876,18883,18890,18897,18904,18911,18918,18925,18932,18939,18946,18953,18960,18967,18974,18981,18988,18995,19002,19009,19016,19023,19030,19037,19044,19051,19058,19065,19072,19079,19086,19093,19100,19107,19114,19121,19128,19135,19142,19149,19156,19163,19170,19177,19184,19191,19198,19205,19212,19219,19226,19233,19240,19247,19254,19261,19268,19275,19282,19289,19296,19303,19310,19317,19324,19331,19338,19345,19352,19359,19366,19373,19380,19387,19394,19401,19408,19415,19422,19429,19436,19443,19450,19457,19464,19471,19478,19485,19492,19499,19506,19513,19520,19527,19534,19541,19548,19555,19562,19569,19576,19583,19590,19597,19604,19611,19618,19625,19632,19639,19646,19653,19660,19667,19674,19681,19688,19695,19702,19709,19716,19723,19730,19737,19744,19751,19758,19765,19772,19779,19786,19793,19800,19807,19814,19821,19828,19835,19842,19849,19856,19863,19870,19877,19884,19891]
-- $nexts: integers [17168,17175,17182,17189,17196,17203,17210,17217,17224,17231,17238,17245,17252,17259,17266,17273,17280,17287,17294,17301,17308,17315,17322,17329,17336,17343,17350,17357,17364,17371,17378,17385,17392,17399,17406,17413,17420,17427,17434,17441,17448,17455,17462,17469,17476,17483,17490,17497,17504,17511,17518,17525,17532,17539,17546,17553,17560,17567,17574,17581,17588,17595,17602,17609,17616,17623,17630,17637,17644,17651,17658,17665,17672,17679,17686,17693,17700,17707,17714,17721,17728,17735,17742,17749,17756,17763,17770,17777,17784,17791,17798,17805,17812,17819,17826,17833,17840,17847,17854,17861,17868,17875,17882,17889,17896,17903,17910,17917,17924,17931,17938,17945,17952,17959,17966,17973,17980,17987,17994,18001,18008,18015,18022,18029,18036,18043,18050,18057,18064,18071,18078,18085,18092,18099,18106,18113,18120,18127,18134,18141,18148,18155,18162,18169,18176,18183,18190,18197,18204,18211,18218,18225,18232,18239,18246,18253,18260,18267,18274,18281,18288,18295,18302,18309,18316,18323,18330,18337,18344,18351,18358,18365,18372,18379,18386,18393,18400,18407,18414,18421,18428,18435,18442,18449,18456,18463,18470,18477,18484,18491,18498,18505,18512,18519,18526,18533,18540,18547,18554,18561,18568,18575,18582,18589,18596,18603,18610,18617,18624,18631,18638,18645,18652,18659,18666,18673,18680,18687,18694,18701,18708,18715,18722,18729,18736,18743,18750,18757,18764,18771,18778,18785,18792,18799,18806,18813,18820,18827,18834,18841,18848,18855,18862,18869,18876,18883,18890,18897,18904,18911,18918,18925,18932,18939,18946,18953,18960,18967,18974,18981,18988,18995,19002,19009,19016,19023,19030,19037,19044,19051,19058,19065,19072,19079,19086,19093,19100,19107,19114,19121,19128,19135,19142,19149,19156,19163,19170,19177,19184,19191,19198,19205,19212,19219,19226,19233,19240,19247,19254,19261,19268,19275,19282,19289,19296,19303,19310,19317,19324,19331,19338,19345,19352,19359,19366,19373,19380,19387,19394,19401,19408,19415,19422,19429,19436,19443,19450,19457,19464,19471,19478,19485,19492,19499,19506,19513,19520,19527,19534,19541,19548,19555,19562,19569,19576,19583,19590,19597,19604,19611,19618,19625,19632,19639,19646,19653,19660,19667,19674,19681,19688,19695,19702,19709,19716,19723,19730,19737,19744,19751,19758,19765,19772,19779,19786,19793,19800,19807,19814,19821,19828,19835,19842,19849,19856,19863,19870,19877,19884,19891,19898]
WITH graded AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.week_first, i.week_last, i.first_day, i.last_day, i.possible_spans, i.begin_day, i.end_day, i.day_count, i.day_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
only_keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.actor AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN graded m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
only_firm AS (
  SELECT n, count(CASE WHEN best THEN 1 END) AS firm_keys, count(CASE WHEN best AND low THEN 1 END) AS low_keys,
    min(CASE WHEN best THEN group_id END) AS only_key
  FROM only_keyed GROUP BY n),
only_member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN 'none' WHEN 1 THEN f.only_key ELSE 'several' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM only_firm f JOIN graded m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM only_keyed WHERE NOT best),
only_counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM graded m JOIN only_member k ON k.n = m.n),
chosen AS (
  SELECT n, bool_or(group_best) AS best, bool_or(group_low) AS low
  FROM (SELECT n, group_best, group_low FROM only_counted WHERE list_contains($group_only::VARCHAR[], group_id)) parts GROUP BY n),
matched AS (
  SELECT g.n, g.nature_disputed, g.weight, g.sure,
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.week_first, g.week_last, g.first_day, g.last_day, g.possible_spans, g.begin_day, g.end_day, g.day_count, g.day_spans
  FROM graded g JOIN chosen c ON c.n = g.n),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.actor AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
firm AS (
  SELECT n, count(CASE WHEN best THEN 1 END) AS firm_keys, count(CASE WHEN best AND low THEN 1 END) AS low_keys,
    min(CASE WHEN best THEN group_id END) AS only_key
  FROM keyed GROUP BY n),
member AS (
  SELECT f.n, CASE f.firm_keys WHEN 0 THEN 'none' WHEN 1 THEN f.only_key ELSE 'several' END AS group_id,
    true AS best, CASE f.firm_keys WHEN 0 THEN false WHEN 1 THEN f.low_keys = 1 ELSE f.low_keys > 1 END AS low
  FROM firm f JOIN matched m ON m.n = f.n WHERE f.firm_keys > 0 OR m.link_best
  UNION ALL SELECT n, group_id, false, low FROM keyed WHERE NOT best),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
bins AS (
  SELECT first AS start, greatest(first, $from_day::INTEGER) AS begin_day, least(second - 1, $to_day::INTEGER) AS end_day
  FROM (SELECT unnest($starts::INTEGER[]) AS first, unnest($nexts::INTEGER[]) AS second) edges),
cell AS (SELECT n, week_first AS start, group_id, nature_disputed,
    CASE WHEN group_best AND link_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low
  FROM counted WHERE week_first = week_last
  UNION ALL SELECT c.n, b.start, c.group_id, c.nature_disputed,
    CASE WHEN c.group_best AND c.link_best THEN CASE WHEN c.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN c.day_spans IS NULL THEN greatest(0, least(c.end_day, b.end_day) - greatest(c.begin_day, b.begin_day) + 1) / c.day_count
    ELSE list_sum(list_transform(c.day_spans, lambda s: greatest(0, least(s.t, b.end_day) - greatest(s.f, b.begin_day) + 1))) / c.day_count END ELSE 0 END AS weight,
    false AS in_low
  FROM counted c JOIN bins b ON c.first_day <= b.end_day AND c.last_day >= b.begin_day
  WHERE c.week_first <> c.week_last AND (c.first_day <= b.end_day AND c.last_day >= b.begin_day AND (c.possible_spans IS NULL OR
    len(list_filter(c.possible_spans, lambda s: s.f <= b.end_day AND s.t >= b.begin_day)) > 0)))
SELECT start, group_id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM cell
  GROUP BY start, group_id;
