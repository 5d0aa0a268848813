-- filter: no clause

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
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: nothing

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
  FROM incidents i WHERE false AND (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: a reversed window

-- $from_day: integer 19000
-- $to_day: integer 18000
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
  FROM incidents i WHERE false AND (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: clauses on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $relations: texts ["claimed"]
-- $certainties: texts ["certain"]
-- $actors: texts ["is","iscp"]
WITH hit AS (
  SELECT l.n, bool_or(l.best) AS best, bool_or(l.low) AS low,
    coalesce(min(CASE WHEN l.best THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_contains($relations::VARCHAR[], l.relation) AND list_contains($certainties::VARCHAR[], l.certainty) AND list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.type
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: only disputed links

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH hit AS (
  SELECT l.n, bool_or(l.best) AS best, bool_or(l.low) AS low,
    coalesce(min(CASE WHEN l.best THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE l.in_dispute GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.type
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: no disputed links, suspicions asked for

-- $from_day: integer 17167
-- $to_day: integer 19904
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE NOT l.in_dispute GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.type
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: type, region and initiator

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $types: texts ["shooting","bombing"]
-- $regions: texts ["dagestan"]
-- $initiators: texts ["non-state"]
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND list_contains($types::VARCHAR[], i.type) AND list_has_any(i.regions_above, $regions::VARCHAR[]) AND list_contains($initiators::VARCHAR[], i.initiator) AND i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: any initiator, outside the scope

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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND NOT i.in_scope),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: any scope

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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state'),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: words

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $word0: text "police"
-- $word1: text "a"
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND contains(i.search, $word0::VARCHAR) AND contains(i.search, $word1::VARCHAR)),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: values of an own field

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $own0: texts ["rifle","none"]
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND list_has_any(i.own_weapon_ids, $own0::VARCHAR[])),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: ranges of own fields

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $own0_from: number 100
-- $own1_to: number 60.5
-- $own2_from: text "2024-01-03"
-- $own2_to: text "2024-01-20"
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND i.own_damage_number IS NOT NULL AND i.own_damage_number >= $own0_from::DOUBLE AND i.own_wind$speed_number IS NOT NULL AND i.own_wind$speed_number <= $own1_to::DOUBLE AND i.by_own_reported_value IS NOT NULL AND i.by_own_reported_value >= $own2_from::VARCHAR AND i.by_own_reported_value <= $own2_to::VARCHAR),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: a field that the series does not have

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $own0: texts ["none"]
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND list_has_any(i.own___ids, $own0::VARCHAR[])),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: groups beside others

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_each: texts ["iscp"]
WITH graded AS (
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
each_keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.actor AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN graded m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
each_member AS (SELECT * FROM each_keyed),
each_counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM graded m JOIN each_member k ON k.n = m.n),
chosen AS (
  SELECT n, bool_or(group_best) AS best, bool_or(group_low) AS low
  FROM (SELECT n, group_best, group_low FROM each_counted WHERE list_contains($group_each::VARCHAR[], group_id)) parts GROUP BY n),
matched AS (
  SELECT g.n, g.nature_disputed, g.weight, g.sure,
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.type
  FROM graded g JOIN chosen c ON c.n = g.n),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: groups beyond some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_each: texts []
-- $group_not_each: texts ["claimed","none","several"]
WITH graded AS (
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
each_keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, l.relation AS group_id, l.best AS best, l.low AS low
    FROM links l JOIN graded m ON m.n = l.n WHERE true) grouped GROUP BY n, group_id),
each_member AS (SELECT * FROM each_keyed),
each_counted AS (
  SELECT m.*, k.group_id, k.best AS group_best, k.low AS group_low
  FROM graded m JOIN each_member k ON k.n = m.n),
chosen AS (
  SELECT n, bool_or(group_best) AS best, bool_or(group_low) AS low
  FROM (SELECT n, group_best, group_low FROM each_counted WHERE (list_contains($group_each::VARCHAR[], group_id) OR NOT list_contains($group_not_each::VARCHAR[], group_id))) parts GROUP BY n),
matched AS (
  SELECT g.n, g.nature_disputed, g.weight, g.sure,
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.type
  FROM graded g JOIN chosen c ON c.n = g.n),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: a box

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $box_west: number 35
-- $box_east: number 50
-- $box_south: number 41
-- $box_north: number 60.5
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND (i.map_lat BETWEEN $box_south::DOUBLE AND $box_north::DOUBLE AND (i.map_lon >= $box_west::DOUBLE AND i.map_lon <= $box_east::DOUBLE))),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: a box over the date line

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $box_west: number 40
-- $box_east: number -160
-- $box_south: number 41
-- $box_north: number 60.5
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND (i.map_lat BETWEEN $box_south::DOUBLE AND $box_north::DOUBLE AND (i.map_lon >= $box_west::DOUBLE OR i.map_lon <= $box_east::DOUBLE))),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: places

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $at_hex0_column0: number 70
-- $at_hex0_row0: number 65
-- $at_hex0_columns: number 100
-- $at_hex0_rows: number 73.51051938957225
-- $at_hex1_column0: number 2
-- $at_hex1_row0: number 3
-- $at_hex1_columns: number 51
-- $at_hex1_rows: number 22.684263455022055
-- $places: texts ["country","none","region","town:64.54:40.52","hex:200:60:70:65","hex:500:50:2:3"]
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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope AND (list_contains($places::VARCHAR[], i.place_id) OR i.n IN (SELECT n FROM (SELECT *, hex_turned - $at_hex0_columns::DOUBLE * floor(hex_turned / $at_hex0_columns::DOUBLE) AS hex_column FROM (SELECT *, CASE WHEN hex_by_q THEN -hex_r0 - hex_s0 ELSE hex_q0 END + floor(hex_row * 0.5e0) AS hex_turned FROM (SELECT *, CASE WHEN NOT hex_by_q AND hex_dr > hex_ds THEN -hex_q0 - hex_s0 ELSE hex_r0 END AS hex_row FROM (SELECT *, hex_dq > hex_dr AND hex_dq > hex_ds AS hex_by_q FROM (SELECT *, abs(hex_q0 - hex_q) AS hex_dq, abs(hex_r0 - hex_r) AS hex_dr, abs(hex_s0 - hex_s) AS hex_ds FROM (SELECT *, floor(hex_q + 0.5e0) AS hex_q0, floor(hex_r + 0.5e0) AS hex_r0, floor(hex_s + 0.5e0) AS hex_s0 FROM (SELECT *, -hex_q - hex_r AS hex_s FROM (SELECT *, map_around * $at_hex0_columns::DOUBLE - hex_r * 0.5e0 AS hex_q FROM (SELECT *, map_height * $at_hex0_rows::DOUBLE AS hex_r FROM (SELECT n, map_around, map_height FROM incidents WHERE map_lat IS NOT NULL) points) at_hex0_1) at_hex0_2) at_hex0_3) at_hex0_4) at_hex0_5) at_hex0_6) at_hex0_7) at_hex0_8) placed WHERE (hex_column = $at_hex0_column0::DOUBLE AND hex_row = $at_hex0_row0::DOUBLE)) OR i.n IN (SELECT n FROM (SELECT *, hex_turned - $at_hex1_columns::DOUBLE * floor(hex_turned / $at_hex1_columns::DOUBLE) AS hex_column FROM (SELECT *, CASE WHEN hex_by_q THEN -hex_r0 - hex_s0 ELSE hex_q0 END + floor(hex_row * 0.5e0) AS hex_turned FROM (SELECT *, CASE WHEN NOT hex_by_q AND hex_dr > hex_ds THEN -hex_q0 - hex_s0 ELSE hex_r0 END AS hex_row FROM (SELECT *, hex_dq > hex_dr AND hex_dq > hex_ds AS hex_by_q FROM (SELECT *, abs(hex_q0 - hex_q) AS hex_dq, abs(hex_r0 - hex_r) AS hex_dr, abs(hex_s0 - hex_s) AS hex_ds FROM (SELECT *, floor(hex_q + 0.5e0) AS hex_q0, floor(hex_r + 0.5e0) AS hex_r0, floor(hex_s + 0.5e0) AS hex_s0 FROM (SELECT *, -hex_q - hex_r AS hex_s FROM (SELECT *, map_around * $at_hex1_columns::DOUBLE - hex_r * 0.5e0 AS hex_q FROM (SELECT *, map_height * $at_hex1_rows::DOUBLE AS hex_r FROM (SELECT n, map_around, map_height FROM incidents WHERE map_lat IS NOT NULL) points) at_hex1_1) at_hex1_2) at_hex1_3) at_hex1_4) at_hex1_5) at_hex1_6) at_hex1_7) at_hex1_8) placed WHERE (hex_column = $at_hex1_column0::DOUBLE AND hex_row = $at_hex1_row0::DOUBLE)))),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: groups of a stack

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_only: texts ["iscp","several"]
WITH graded AS (
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
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.type
  FROM graded g JOIN chosen c ON c.n = g.n),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: groups of a stack but some

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_only: texts []
-- $group_not_only: texts ["dagestan","none","several"]
WITH graded AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.type, i.regions, i.region
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
only_counted AS (
  SELECT m.*, m.region AS group_id, true AS group_best, true AS group_low FROM graded m),
chosen AS (
  SELECT n, bool_or(group_best) AS best, bool_or(group_low) AS low
  FROM (SELECT n, group_best, group_low FROM only_counted WHERE (list_contains($group_only::VARCHAR[], group_id) OR NOT list_contains($group_not_only::VARCHAR[], group_id))) parts GROUP BY n),
matched AS (
  SELECT g.n, g.nature_disputed, g.weight, g.sure,
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.type, g.regions, g.region
  FROM graded g JOIN chosen c ON c.n = g.n),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: groups of a stack, rolled up

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_only: texts ["islamic-state"]
-- $group_roll: texts ["islamic-state","gur"]
WITH graded AS (
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
only_keyed AS (
  SELECT n, group_id, bool_or(best) AS best, bool_or(low) AS low
  FROM (SELECT l.n, unnest(CASE WHEN list_has_any(l.ancestors, $group_roll::VARCHAR[]) THEN list_intersect(l.ancestors, $group_roll::VARCHAR[]) ELSE l.roots END) AS group_id, l.best AS best, l.low AS low
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
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.type
  FROM graded g JOIN chosen c ON c.n = g.n),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- filter: groups of both kinds

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $group_each: texts ["rifle"]
-- $group_only: texts []
-- $group_not_only: texts ["knife","none","several"]
WITH graded AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.type, i.own_weapon_ids, i.own_weapon_id
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
each_counted AS (
  SELECT m.*, unnest(m.own_weapon_ids) AS group_id, true AS group_best, true AS group_low FROM graded m),
only_counted AS (
  SELECT m.*, m.own_weapon_id AS group_id, true AS group_best, true AS group_low FROM graded m),
chosen AS (
  SELECT n, bool_or(group_best) AS best, bool_or(group_low) AS low
  FROM (SELECT n, group_best, group_low FROM each_counted WHERE list_contains($group_each::VARCHAR[], group_id)
  UNION ALL SELECT n, group_best, group_low FROM only_counted WHERE (list_contains($group_only::VARCHAR[], group_id) OR NOT list_contains($group_not_only::VARCHAR[], group_id))) parts GROUP BY n),
matched AS (
  SELECT g.n, g.nature_disputed, g.weight, g.sure,
    g.link_best AND c.best AS link_best, g.link_low AND c.low AS link_low,
    c.best AS chosen_best, c.low AS chosen_low,
    g.in_best AND c.best AS in_best, g.in_low AND c.low AS in_low, g.type, g.own_weapon_ids, g.own_weapon_id
  FROM graded g JOIN chosen c ON c.n = g.n),
contribution AS (
  SELECT n, type AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;
