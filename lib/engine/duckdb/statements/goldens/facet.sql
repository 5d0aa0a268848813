-- facet: actor

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
valued AS (
  SELECT l.n, unnest(l.ancestors) AS id, l.best AS best, l.low AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE true),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best AND k.best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND k.low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: actor, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
valued AS (
  SELECT l.n, unnest(l.ancestors) AS id, l.best_asked AS best, l.low_asked AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE list_has_any(l.ancestors, $actors::VARCHAR[])),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best AND k.best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND k.low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: relation

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
valued AS (
  SELECT l.n, l.relation AS id, l.best_asked AS best, l.low_asked AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE true),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best AND k.best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND k.low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: relation, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
valued AS (
  SELECT l.n, l.relation AS id, l.best_asked AS best, l.low_asked AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE list_has_any(l.ancestors, $actors::VARCHAR[])),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best AND k.best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND k.low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: type

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


-- facet: type, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
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


-- facet: region

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
    link_low AND sure AS in_low, i.regions_above
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(regions_above) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: region, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.regions_above
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(regions_above) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: initiator

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
contribution AS (
  SELECT n, initiator AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: initiator, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.initiator
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, initiator AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: certainty

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
valued AS (
  SELECT l.n, l.certainty AS id, l.best AS best, l.low AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE true),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: certainty, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
valued AS (
  SELECT l.n, l.certainty AS id, l.best_asked AS best, l.low_asked AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE list_has_any(l.ancestors, $actors::VARCHAR[])),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best AND k.best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND k.low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: disputed

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
valued AS (
  SELECT l.n, CASE WHEN l.in_dispute THEN 'only' ELSE 'no' END AS id, l.best AS best, l.low AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE true),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: disputed, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
valued AS (
  SELECT l.n, CASE WHEN l.in_dispute THEN 'only' ELSE 'no' END AS id, l.best_asked AS best, l.low_asked AS low
  FROM links l JOIN matched m ON m.n = l.n WHERE list_has_any(l.ancestors, $actors::VARCHAR[])),
keyed AS (
  SELECT n, id, bool_or(best) AS best, bool_or(low) AS low FROM valued GROUP BY n, id),
contribution AS (
  SELECT m.n, k.id, CASE WHEN m.chosen_best AND k.best THEN m.weight ELSE 0 END AS weight,
    m.chosen_low AND k.low AND m.sure AND NOT m.nature_disputed AS in_low
  FROM keyed k JOIN matched m ON m.n = k.n)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: scope

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
    link_low AND sure AS in_low, i.in_scope
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, CASE WHEN in_scope THEN 'in' ELSE 'out' END AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: scope, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.in_scope
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, CASE WHEN in_scope THEN 'in' ELSE 'out' END AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: .weapon

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
contribution AS (
  SELECT n, unnest(own_weapon_ids) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: .weapon, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.own_weapon_ids
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(own_weapon_ids) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: .armed

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
    link_low AND sure AS in_low, i.own_armed_ids
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(own_armed_ids) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: .armed, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.own_armed_ids
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(own_armed_ids) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: .unknown

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
    link_low AND sure AS in_low, i.own___ids
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(own___ids) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;


-- facet: .unknown, with a clause on links

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best_asked) AS best, bool_or(l.low_asked) AS low,
    coalesce(min(CASE WHEN l.best_asked THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
  FROM links l WHERE list_has_any(l.ancestors, $actors::VARCHAR[]) GROUP BY l.n),
matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    hit.best AS link_best,
    NOT i.nature_disputed AND hit.low AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.own___ids
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, unnest(own___ids) AS id, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low FROM matched)
SELECT id, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high FROM contribution GROUP BY id;
