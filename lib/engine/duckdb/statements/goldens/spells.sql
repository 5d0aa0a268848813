-- spells: of a window

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
    link_low AND sure AS in_low, i.day_count, i.first_day, i.last_day, i.possible_spans
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
busy AS (
  SELECT first_day AS f, last_day AS t FROM matched WHERE day_count > 0 AND possible_spans IS NULL
  UNION ALL
  SELECT s.f, s.t FROM (SELECT unnest(possible_spans) AS s FROM matched WHERE day_count > 0) spans),
cut AS (
  SELECT greatest(f, $from_day::INTEGER) AS begin_day, max(least(t, $to_day::INTEGER)) AS end_day
  FROM busy WHERE f <= $to_day::INTEGER AND t >= $from_day::INTEGER GROUP BY begin_day),
edges AS (
  SELECT begin_day, end_day FROM cut
  UNION ALL SELECT $to_day::INTEGER + 1, $to_day::INTEGER WHERE EXISTS (SELECT 1 FROM cut)),
gaps AS (
  SELECT coalesce(max(end_day) OVER (ORDER BY begin_day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) + 1, $from_day::INTEGER) AS first,
    begin_day - 1 AS last FROM edges)
SELECT first, last FROM gaps WHERE last >= first AND last - first = (SELECT max(last - first) FROM gaps)
  ORDER BY first LIMIT 4;

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
    link_low AND sure AS in_low, i.first_day, i.last_day, i.possible_spans, i.by_id
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
ends AS (
  SELECT n, by_id,
    CASE WHEN possible_spans IS NULL THEN greatest(first_day, $from_day::INTEGER) ELSE list_min(list_transform(list_filter(possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER), lambda s: greatest(s.f, $from_day::INTEGER))) END AS first,
    CASE WHEN possible_spans IS NULL THEN least(last_day, $to_day::INTEGER) ELSE list_max(list_transform(list_filter(possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER), lambda s: least(s.t, $to_day::INTEGER))) END AS last
  FROM matched WHERE in_best),
bound AS (SELECT max(first) AS earliest FROM ends)
SELECT n, earliest, last AS latest,
    (SELECT count(*) FROM ends, bound WHERE last >= earliest) AS candidates
  FROM ends, bound ORDER BY last DESC, first DESC, by_id DESC LIMIT 1;
