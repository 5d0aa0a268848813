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
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND list_contains($types::VARCHAR[], i.type) AND list_has_any(i.regions, $regions::VARCHAR[]) AND list_contains($initiators::VARCHAR[], i.initiator) AND i.in_scope),
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
