-- marks: by actor

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
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
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, l.actor AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by relation

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
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
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, l.relation AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by type

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.type
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.type AS group_id, true AS group_best, true AS group_low FROM matched m),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, NULL::VARCHAR AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by region

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.regions
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, unnest(m.regions) AS group_id, true AS group_best, true AS group_low FROM matched m),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, NULL::VARCHAR AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by initiator

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.initiator
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.initiator AS group_id, true AS group_best, true AS group_low FROM matched m),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, NULL::VARCHAR AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by none

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, NULL::VARCHAR AS group_id, true AS group_best, true AS group_low FROM matched m),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, NULL::VARCHAR AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by .weapon

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.own_weapon_ids
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, unnest(m.own_weapon_ids) AS group_id, true AS group_best, true AS group_low FROM matched m),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, NULL::VARCHAR AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by actor, under roots

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, unnest(l.roots) AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
member AS (SELECT * FROM keyed),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, unnest(l.roots) AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by actor, under those named

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $roll: texts ["islamic-state","iscp"]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, unnest(CASE WHEN list_has_any(l.ancestors, $roll::VARCHAR[]) THEN list_intersect(l.ancestors, $roll::VARCHAR[]) ELSE l.roots END) AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN matched m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
member AS (SELECT * FROM keyed),
counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM matched m JOIN member k ON k.n = m.n),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, unnest(CASE WHEN list_has_any(l.ancestors, $roll::VARCHAR[]) THEN list_intersect(l.ancestors, $roll::VARCHAR[]) ELSE l.roots END) AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;


-- marks: by region, under those named

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope)
SELECT count(*) AS matched FROM matched;

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $roll: texts ["dagestan"]
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.regions, i.regions_above
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, unnest(CASE WHEN list_has_any(m.regions_above, $roll::VARCHAR[]) THEN list_intersect(m.regions_above, $roll::VARCHAR[]) ELSE m.regions END) AS group_id, true AS group_best, true AS group_low FROM matched m),
ties AS (
  SELECT n, lane, min(tie) AS tie, min(dispute) AS dispute
  FROM (SELECT l.n, NULL::VARCHAR AS lane, l.relation_rank * 8 + l.certainty_rank AS tie,
      l.relation_rank * 2 + CASE WHEN l.disputed THEN 0 ELSE 1 END AS dispute
    FROM links l JOIN matched m ON m.n = l.n WHERE true) tied GROUP BY n, lane)
SELECT c.n, c.group_id AS lane, c.group_low AND c.in_low AS in_low,
    c.group_best AND c.in_best AS in_best, c.in_low AS view_low, c.in_best AS view_best, t.tie, t.dispute
  FROM counted c JOIN ties t ON t.n = c.n AND (t.lane IS NULL OR t.lane = c.group_id)
  ORDER BY c.n, c.group_id NULLS FIRST;
