-- groups: by actor

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by relation

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by type

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by region

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by initiator

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by none

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by .weapon

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by actor, under roots

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by actor, under those named

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: by region, under those named

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: incidents

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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low FROM counted)
SELECT group_id, count(*) AS group_size, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY group_id;


-- groups: fatalities

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
    link_low AND sure AS in_low, i.fatalities_low, i.fatalities_best, i.fatalities_high
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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, fatalities_low, fatalities_best, fatalities_high FROM counted)
SELECT group_id, count(*) AS group_size, count(*) AS matched,
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
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND fatalities_best IS NULL AND fatalities_low IS NOT NULL THEN 1 END) AS without_best
  FROM contribution GROUP BY group_id;


-- groups: injured

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
    link_low AND sure AS in_low, i.injured_low, i.injured_best, i.injured_high
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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, injured_low, injured_best, injured_high FROM counted)
SELECT group_id, count(*) AS group_size, count(*) AS matched,
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
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND injured_best IS NULL AND injured_low IS NOT NULL THEN 1 END) AS without_best
  FROM contribution GROUP BY group_id;


-- groups: perpetrators

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
    link_low AND sure AS in_low, i.perpetrators_low, i.perpetrators_best, i.perpetrators_high
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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, perpetrators_low, perpetrators_best, perpetrators_high FROM counted)
SELECT group_id, count(*) AS group_size, count(*) AS matched,
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
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND perpetrators_best IS NULL AND perpetrators_low IS NOT NULL THEN 1 END) AS without_best
  FROM contribution GROUP BY group_id;


-- groups: .damage

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
    link_low AND sure AS in_low, i.own_damage_number
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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, own_damage_number FROM counted)
SELECT group_id, count(*) AS group_size, count(*) AS matched,
    count(CASE WHEN own_damage_number IS NOT NULL OR own_damage_number IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND own_damage_number IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(own_damage_number) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((own_damage_number - trunc(own_damage_number)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN ((own_damage_number - trunc(own_damage_number)) * 1152921504606846976) - trunc(((own_damage_number - trunc(own_damage_number)) * 1152921504606846976)) END), 0) / 1152921504606846976 AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(own_damage_number, own_damage_number))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN (((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976) - trunc((((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS best_sum,
    (coalesce(sum(trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))), 0) + coalesce(sum(CAST(trunc(((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) + coalesce(sum((((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976) - trunc((((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976))), 0) / 1152921504606846976 AS high_sum,
    (coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN trunc(least(own_damage_number, 0)) END), 0) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN CAST(trunc((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN ((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976) - trunc(((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS taken
  FROM contribution GROUP BY group_id;


-- groups: .wind-speed

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
    link_low AND sure AS in_low, i.own_wind$speed_number
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
contribution AS (
  SELECT n, group_id, nature_disputed, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, own_wind$speed_number FROM counted)
SELECT group_id, count(*) AS group_size, count(*) AS matched,
    count(CASE WHEN own_wind$speed_number IS NOT NULL OR own_wind$speed_number IS NOT NULL THEN 1 END) AS reported,
    count(CASE WHEN in_low THEN 1 END) AS low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND own_wind$speed_number IS NOT NULL THEN 1 END) AS low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(own_wind$speed_number) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN ((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976) - trunc(((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976)) END), 0) / 1152921504606846976 AS low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN 1 END) AS best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN (((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976) - trunc((((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS best_sum,
    (coalesce(sum(trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))), 0) + coalesce(sum(CAST(trunc(((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) + coalesce(sum((((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976) - trunc((((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976))), 0) / 1152921504606846976 AS high_sum,
    (coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN trunc(least(own_wind$speed_number, 0)) END), 0) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN CAST(trunc((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN ((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976) - trunc(((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS taken
  FROM contribution GROUP BY group_id;
