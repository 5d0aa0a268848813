-- places: points

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
    link_low AND sure AS in_low, i.place_id, i.map_lat, i.map_lon
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, CASE WHEN m.map_lat IS NULL THEN m.place_id WHEN true THEN 'inside' ELSE 'outside' END AS part, m.place_id, m.map_lat, m.map_lon FROM matched m)
SELECT part, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high, count(DISTINCT place_id) AS points,
    min(map_lat) AS south, max(map_lat) AS north, min(map_lon) AS least, max(map_lon) AS greatest,
    min(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS least_turned, max(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS greatest_turned
  FROM contribution GROUP BY part;

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
    link_low AND sure AS in_low, i.place_id, i.place_name, i.map_lat, i.map_lon, i.map_around, i.map_height
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN in_best THEN weight ELSE 0 END AS weight,
    in_low AS in_low
  FROM matched c WHERE c.map_lat IS NOT NULL),
said AS (
  SELECT place_id, place_name, count(*) AS times FROM contribution WHERE place_name IS NOT NULL GROUP BY place_id, place_name),
point AS (SELECT place_id, place_name AS name, count(*) OVER (PARTITION BY place_id) AS names,
    sum(times) OVER (PARTITION BY place_id) AS named,
    row_number() OVER (PARTITION BY place_id ORDER BY times DESC, place_name) AS turn FROM said),
named AS (SELECT place_id, name, names FROM point WHERE turn = 1)
SELECT place_id, min(name) AS name, coalesce(min(names), 0) AS names, count(*) AS held,
    count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution LEFT JOIN named USING (place_id) GROUP BY place_id;


-- places: points by actor, stacked

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
    link_low AND sure AS in_low, i.place_id, i.map_lat, i.map_lon
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, CASE WHEN m.map_lat IS NULL THEN m.place_id WHEN true THEN 'inside' ELSE 'outside' END AS part, m.place_id, m.map_lat, m.map_lon FROM matched m)
SELECT part, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high, count(DISTINCT place_id) AS points,
    min(map_lat) AS south, max(map_lat) AS north, min(map_lon) AS least, max(map_lon) AS greatest,
    min(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS least_turned, max(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS greatest_turned
  FROM contribution GROUP BY part;

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
    link_low AND sure AS in_low, i.place_id, i.place_name, i.map_lat, i.map_lon, i.map_around, i.map_height
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN in_best THEN weight ELSE 0 END AS weight,
    in_low AS in_low
  FROM matched c WHERE c.map_lat IS NOT NULL),
said AS (
  SELECT place_id, place_name, count(*) AS times FROM contribution WHERE place_name IS NOT NULL GROUP BY place_id, place_name),
point AS (SELECT place_id, place_name AS name, count(*) OVER (PARTITION BY place_id) AS names,
    sum(times) OVER (PARTITION BY place_id) AS named,
    row_number() OVER (PARTITION BY place_id ORDER BY times DESC, place_name) AS turn FROM said),
named AS (SELECT place_id, name, names FROM point WHERE turn = 1)
SELECT place_id, min(name) AS name, coalesce(min(names), 0) AS names, count(*) AS held,
    count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution LEFT JOIN named USING (place_id) GROUP BY place_id;

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
    link_low AND sure AS in_low, i.place_id, i.place_name, i.map_lat, i.map_lon, i.map_around, i.map_height
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
contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, group_id
  FROM counted c WHERE c.map_lat IS NOT NULL)
SELECT place_id, group_id, count(*) AS held,
    count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY place_id, group_id;


-- places: hexagons by type in a box over the date line

-- $shown_west: number 30
-- $shown_east: number -170
-- $shown_south: number 40.5
-- $shown_north: number 60
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
    link_low AND sure AS in_low, i.place_id, i.map_lat, i.map_lon
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, CASE WHEN m.map_lat IS NULL THEN m.place_id WHEN (m.map_lat BETWEEN $shown_south::DOUBLE AND $shown_north::DOUBLE AND (m.map_lon >= $shown_west::DOUBLE OR m.map_lon <= $shown_east::DOUBLE)) THEN 'inside' ELSE 'outside' END AS part, m.place_id, m.map_lat, m.map_lon FROM matched m)
SELECT part, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high, count(DISTINCT place_id) AS points,
    min(map_lat) AS south, max(map_lat) AS north, min(map_lon) AS least, max(map_lon) AS greatest,
    min(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS least_turned, max(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS greatest_turned
  FROM contribution GROUP BY part;

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $hex_columns: number 100
-- $hex_rows: number 73.51051938957225
-- $shown_west: number 30
-- $shown_east: number -170
-- $shown_south: number 40.5
-- $shown_north: number 60
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.place_id, i.place_name, i.map_lat, i.map_lon, i.map_around, i.map_height
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN in_best THEN weight ELSE 0 END AS weight,
    in_low AS in_low, hex_column, hex_row
  FROM (SELECT *, hex_turned - $hex_columns::DOUBLE * floor(hex_turned / $hex_columns::DOUBLE) AS hex_column FROM (SELECT *, CASE WHEN hex_by_q THEN -hex_r0 - hex_s0 ELSE hex_q0 END + floor(hex_row * 0.5e0) AS hex_turned FROM (SELECT *, CASE WHEN NOT hex_by_q AND hex_dr > hex_ds THEN -hex_q0 - hex_s0 ELSE hex_r0 END AS hex_row FROM (SELECT *, hex_dq > hex_dr AND hex_dq > hex_ds AS hex_by_q FROM (SELECT *, abs(hex_q0 - hex_q) AS hex_dq, abs(hex_r0 - hex_r) AS hex_dr, abs(hex_s0 - hex_s) AS hex_ds FROM (SELECT *, floor(hex_q + 0.5e0) AS hex_q0, floor(hex_r + 0.5e0) AS hex_r0, floor(hex_s + 0.5e0) AS hex_s0 FROM (SELECT *, -hex_q - hex_r AS hex_s FROM (SELECT *, map_around * $hex_columns::DOUBLE - hex_r * 0.5e0 AS hex_q FROM (SELECT *, map_height * $hex_rows::DOUBLE AS hex_r FROM matched) hex_1) hex_2) hex_3) hex_4) hex_5) hex_6) hex_7) hex_8) c WHERE (c.map_lat BETWEEN $shown_south::DOUBLE AND $shown_north::DOUBLE AND (c.map_lon >= $shown_west::DOUBLE OR c.map_lon <= $shown_east::DOUBLE))),
said AS (
  SELECT hex_column, hex_row, place_id, map_lat, map_lon, place_name, count(*) AS times FROM contribution WHERE place_name IS NOT NULL GROUP BY hex_column, hex_row, place_id, map_lat, map_lon, place_name),
point AS (SELECT hex_column, hex_row, place_id, map_lat, map_lon, place_name AS name, count(*) OVER (PARTITION BY place_id) AS names,
    sum(times) OVER (PARTITION BY place_id) AS named,
    row_number() OVER (PARTITION BY place_id ORDER BY times DESC, place_name) AS turn FROM said),
hexagon AS (SELECT *, row_number() OVER (PARTITION BY hex_column, hex_row ORDER BY named DESC, map_lat DESC, map_lon, place_id) AS place FROM point WHERE turn = 1),
named AS (SELECT hex_column, hex_row, name, names FROM hexagon WHERE place = 1)
SELECT hex_column, hex_row, min(name) AS name, coalesce(min(names), 0) AS names, count(*) AS held,
    count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution LEFT JOIN named USING (hex_column, hex_row) GROUP BY hex_column, hex_row;

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $hex_columns: number 100
-- $hex_rows: number 73.51051938957225
-- $shown_west: number 30
-- $shown_east: number -170
-- $shown_south: number 40.5
-- $shown_north: number 60
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.place_id, i.place_name, i.map_lat, i.map_lon, i.map_around, i.map_height, i.type
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
counted AS (
  SELECT m.*, m.type AS group_id, true AS group_best, true AS group_low FROM matched m),
contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN group_best AND in_best THEN weight ELSE 0 END AS weight,
    group_low AND in_low AS in_low, group_id, hex_column, hex_row
  FROM (SELECT *, hex_turned - $hex_columns::DOUBLE * floor(hex_turned / $hex_columns::DOUBLE) AS hex_column FROM (SELECT *, CASE WHEN hex_by_q THEN -hex_r0 - hex_s0 ELSE hex_q0 END + floor(hex_row * 0.5e0) AS hex_turned FROM (SELECT *, CASE WHEN NOT hex_by_q AND hex_dr > hex_ds THEN -hex_q0 - hex_s0 ELSE hex_r0 END AS hex_row FROM (SELECT *, hex_dq > hex_dr AND hex_dq > hex_ds AS hex_by_q FROM (SELECT *, abs(hex_q0 - hex_q) AS hex_dq, abs(hex_r0 - hex_r) AS hex_dr, abs(hex_s0 - hex_s) AS hex_ds FROM (SELECT *, floor(hex_q + 0.5e0) AS hex_q0, floor(hex_r + 0.5e0) AS hex_r0, floor(hex_s + 0.5e0) AS hex_s0 FROM (SELECT *, -hex_q - hex_r AS hex_s FROM (SELECT *, map_around * $hex_columns::DOUBLE - hex_r * 0.5e0 AS hex_q FROM (SELECT *, map_height * $hex_rows::DOUBLE AS hex_r FROM counted) hex_1) hex_2) hex_3) hex_4) hex_5) hex_6) hex_7) hex_8) c WHERE (c.map_lat BETWEEN $shown_south::DOUBLE AND $shown_north::DOUBLE AND (c.map_lon >= $shown_west::DOUBLE OR c.map_lon <= $shown_east::DOUBLE)))
SELECT hex_column, hex_row, group_id, count(*) AS held,
    count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high
  FROM contribution GROUP BY hex_column, hex_row, group_id;


-- places: hexagons of a measure

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
    link_low AND sure AS in_low, i.place_id, i.map_lat, i.map_lon
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, CASE WHEN m.map_lat IS NULL THEN m.place_id WHEN true THEN 'inside' ELSE 'outside' END AS part, m.place_id, m.map_lat, m.map_lon FROM matched m)
SELECT part, count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high, count(DISTINCT place_id) AS points,
    min(map_lat) AS south, max(map_lat) AS north, min(map_lon) AS least, max(map_lon) AS greatest,
    min(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS least_turned, max(CASE WHEN map_lon < 0 THEN map_lon + 360 ELSE map_lon END) AS greatest_turned
  FROM contribution GROUP BY part;

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $hex_columns: number 100
-- $hex_rows: number 73.51051938957225
WITH matched AS (
  SELECT i.n, i.nature_disputed, CASE WHEN i.day_count = 0 THEN CAST(0 AS DOUBLE)
    WHEN i.day_spans IS NULL THEN greatest(0, least(i.end_day, $to_day::INTEGER) - greatest(i.begin_day, $from_day::INTEGER) + 1) / i.day_count
    ELSE list_sum(list_transform(i.day_spans, lambda s: greatest(0, least(s.t, $to_day::INTEGER) - greatest(s.f, $from_day::INTEGER) + 1))) / i.day_count END AS weight,
    i.day_count > 0 AND i.first_day >= $from_day::INTEGER AND i.last_day <= $to_day::INTEGER AS sure,
    true AS link_best,
    NOT i.nature_disputed AND true AS link_low,
    true AS chosen_best, true AS chosen_low,
    link_best AND weight > 0 AS in_best,
    link_low AND sure AS in_low, i.place_id, i.place_name, i.map_lat, i.map_lon, i.map_around, i.map_height, i.fatalities_low, i.fatalities_best, i.fatalities_high
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, nature_disputed, place_id, map_lat, map_lon, place_name, CASE WHEN in_best THEN weight ELSE 0 END AS weight,
    in_low AS in_low, fatalities_low, fatalities_best, fatalities_high, hex_column, hex_row
  FROM (SELECT *, hex_turned - $hex_columns::DOUBLE * floor(hex_turned / $hex_columns::DOUBLE) AS hex_column FROM (SELECT *, CASE WHEN hex_by_q THEN -hex_r0 - hex_s0 ELSE hex_q0 END + floor(hex_row * 0.5e0) AS hex_turned FROM (SELECT *, CASE WHEN NOT hex_by_q AND hex_dr > hex_ds THEN -hex_q0 - hex_s0 ELSE hex_r0 END AS hex_row FROM (SELECT *, hex_dq > hex_dr AND hex_dq > hex_ds AS hex_by_q FROM (SELECT *, abs(hex_q0 - hex_q) AS hex_dq, abs(hex_r0 - hex_r) AS hex_dr, abs(hex_s0 - hex_s) AS hex_ds FROM (SELECT *, floor(hex_q + 0.5e0) AS hex_q0, floor(hex_r + 0.5e0) AS hex_r0, floor(hex_s + 0.5e0) AS hex_s0 FROM (SELECT *, -hex_q - hex_r AS hex_s FROM (SELECT *, map_around * $hex_columns::DOUBLE - hex_r * 0.5e0 AS hex_q FROM (SELECT *, map_height * $hex_rows::DOUBLE AS hex_r FROM matched) hex_1) hex_2) hex_3) hex_4) hex_5) hex_6) hex_7) hex_8) c WHERE c.map_lat IS NOT NULL),
said AS (
  SELECT hex_column, hex_row, place_id, map_lat, map_lon, place_name, count(*) AS times FROM contribution WHERE place_name IS NOT NULL GROUP BY hex_column, hex_row, place_id, map_lat, map_lon, place_name),
point AS (SELECT hex_column, hex_row, place_id, map_lat, map_lon, place_name AS name, count(*) OVER (PARTITION BY place_id) AS names,
    sum(times) OVER (PARTITION BY place_id) AS named,
    row_number() OVER (PARTITION BY place_id ORDER BY times DESC, place_name) AS turn FROM said),
hexagon AS (SELECT *, row_number() OVER (PARTITION BY hex_column, hex_row ORDER BY named DESC, map_lat DESC, map_lon, place_id) AS place FROM point WHERE turn = 1),
named AS (SELECT hex_column, hex_row, name, names FROM hexagon WHERE place = 1)
SELECT hex_column, hex_row, min(name) AS name, coalesce(min(names), 0) AS names, count(*) AS held,
    count(*) AS matched,
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
  FROM contribution LEFT JOIN named USING (hex_column, hex_row) GROUP BY hex_column, hex_row;
