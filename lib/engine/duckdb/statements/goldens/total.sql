-- total: built-in measures

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
    link_low AND sure AS in_low, i.firmest, i.day_count, i.month_first, i.month_last, i.fatalities_low, i.fatalities_best, i.fatalities_high, i.injured_low, i.injured_best, i.injured_high, i.perpetrators_low, i.perpetrators_best, i.perpetrators_high
  FROM incidents i WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, nature_disputed, firmest, day_count,
    month_first, month_last, fatalities_low, fatalities_best, fatalities_high, injured_low, injured_best, injured_high, perpetrators_low, perpetrators_best, perpetrators_high
  FROM matched)
SELECT count(*) FILTER (in_low) AS low, (coalesce(sum(weight) FILTER (true AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (true AND weight <> floor(weight)), 0)) AS best, count(*) AS high,
    count(*) AS fatalities_matched,
    count(*) FILTER (fatalities_low IS NOT NULL OR fatalities_high IS NOT NULL) AS fatalities_reported,
    count(*) FILTER (fatalities_low IS NOT NULL AND fatalities_high IS NULL) AS fatalities_open,
    count(*) FILTER (in_low) AS fatalities_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND fatalities_low IS NOT NULL) AS fatalities_low_reported,
    (coalesce(sum(fatalities_low) FILTER (in_low AND NOT nature_disputed AND fatalities_low = floor(fatalities_low)), 0) + coalesce(sum(fatalities_low ORDER BY n) FILTER (in_low AND NOT nature_disputed AND fatalities_low <> floor(fatalities_low)), 0)) AS fatalities_low_sum,
    count(*) FILTER (weight > 0) AS fatalities_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL) AS fatalities_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND fatalities_best IS NULL AND fatalities_low IS NOT NULL) AS fatalities_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL AND weight <> floor(weight)), 0)) AS fatalities_weights,
    (coalesce(sum((weight * coalesce(fatalities_best, fatalities_low))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(fatalities_best, fatalities_low)) = floor((weight * coalesce(fatalities_best, fatalities_low)))), 0) + coalesce(sum((weight * coalesce(fatalities_best, fatalities_low)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(fatalities_best, fatalities_low)) <> floor((weight * coalesce(fatalities_best, fatalities_low)))), 0)) AS fatalities_best_sum,
    (coalesce(sum(fatalities_high) FILTER (true AND fatalities_high = floor(fatalities_high)), 0) + coalesce(sum(fatalities_high ORDER BY n) FILTER (true AND fatalities_high <> floor(fatalities_high)), 0)) AS fatalities_high_sum,
    count(*) AS injured_matched,
    count(*) FILTER (injured_low IS NOT NULL OR injured_high IS NOT NULL) AS injured_reported,
    count(*) FILTER (injured_low IS NOT NULL AND injured_high IS NULL) AS injured_open,
    count(*) FILTER (in_low) AS injured_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND injured_low IS NOT NULL) AS injured_low_reported,
    (coalesce(sum(injured_low) FILTER (in_low AND NOT nature_disputed AND injured_low = floor(injured_low)), 0) + coalesce(sum(injured_low ORDER BY n) FILTER (in_low AND NOT nature_disputed AND injured_low <> floor(injured_low)), 0)) AS injured_low_sum,
    count(*) FILTER (weight > 0) AS injured_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL) AS injured_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND injured_best IS NULL AND injured_low IS NOT NULL) AS injured_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL AND weight <> floor(weight)), 0)) AS injured_weights,
    (coalesce(sum((weight * coalesce(injured_best, injured_low))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(injured_best, injured_low)) = floor((weight * coalesce(injured_best, injured_low)))), 0) + coalesce(sum((weight * coalesce(injured_best, injured_low)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(injured_best, injured_low)) <> floor((weight * coalesce(injured_best, injured_low)))), 0)) AS injured_best_sum,
    (coalesce(sum(injured_high) FILTER (true AND injured_high = floor(injured_high)), 0) + coalesce(sum(injured_high ORDER BY n) FILTER (true AND injured_high <> floor(injured_high)), 0)) AS injured_high_sum,
    count(*) AS perpetrators_matched,
    count(*) FILTER (perpetrators_low IS NOT NULL OR perpetrators_high IS NOT NULL) AS perpetrators_reported,
    count(*) FILTER (perpetrators_low IS NOT NULL AND perpetrators_high IS NULL) AS perpetrators_open,
    count(*) FILTER (in_low) AS perpetrators_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND perpetrators_low IS NOT NULL) AS perpetrators_low_reported,
    (coalesce(sum(perpetrators_low) FILTER (in_low AND NOT nature_disputed AND perpetrators_low = floor(perpetrators_low)), 0) + coalesce(sum(perpetrators_low ORDER BY n) FILTER (in_low AND NOT nature_disputed AND perpetrators_low <> floor(perpetrators_low)), 0)) AS perpetrators_low_sum,
    count(*) FILTER (weight > 0) AS perpetrators_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL) AS perpetrators_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND perpetrators_best IS NULL AND perpetrators_low IS NOT NULL) AS perpetrators_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL AND weight <> floor(weight)), 0)) AS perpetrators_weights,
    (coalesce(sum((weight * coalesce(perpetrators_best, perpetrators_low))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(perpetrators_best, perpetrators_low)) = floor((weight * coalesce(perpetrators_best, perpetrators_low)))), 0) + coalesce(sum((weight * coalesce(perpetrators_best, perpetrators_low)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(perpetrators_best, perpetrators_low)) <> floor((weight * coalesce(perpetrators_best, perpetrators_low)))), 0)) AS perpetrators_best_sum,
    (coalesce(sum(perpetrators_high) FILTER (true AND perpetrators_high = floor(perpetrators_high)), 0) + coalesce(sum(perpetrators_high ORDER BY n) FILTER (true AND perpetrators_high <> floor(perpetrators_high)), 0)) AS perpetrators_high_sum,
    count(*) FILTER (day_count = 0) AS undated,
    count(*) FILTER (day_count > 0 AND month_first <> month_last) AS coarser,
    (coalesce(sum(weight) FILTER (firmest = 0 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 0 AND weight <> floor(weight)), 0)) AS of_certain,
    (coalesce(sum(weight) FILTER (firmest = 1 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 1 AND weight <> floor(weight)), 0)) AS of_probable,
    (coalesce(sum(weight) FILTER (firmest = 2 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 2 AND weight <> floor(weight)), 0)) AS of_possible,
    (coalesce(sum(weight) FILTER (firmest = 3 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 3 AND weight <> floor(weight)), 0)) AS of_none
  FROM contribution;


-- total: own measures

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best) AS best, bool_or(l.low) AS low,
    coalesce(min(l.certainty_rank) FILTER (l.best), min(l.certainty_rank)) AS firmest
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
    link_low AND sure AS in_low, hit.firmest, i.day_count, i.year_first, i.year_last, i.fatalities_low, i.fatalities_best, i.fatalities_high, i.injured_low, i.injured_best, i.injured_high, i.perpetrators_low, i.perpetrators_best, i.perpetrators_high, i.own_damage_number, i.own_wind$speed_number
  FROM incidents i JOIN hit ON hit.n = i.n WHERE (i.first_day <= $to_day::INTEGER AND i.last_day >= $from_day::INTEGER AND (i.possible_spans IS NULL OR
    len(list_filter(i.possible_spans, lambda s: s.f <= $to_day::INTEGER AND s.t >= $from_day::INTEGER)) > 0)) AND i.initiator <> 'state' AND i.in_scope),
contribution AS (
  SELECT n, CASE WHEN in_best THEN weight ELSE 0 END AS weight, in_low, nature_disputed, firmest, day_count,
    year_first, year_last, fatalities_low, fatalities_best, fatalities_high, injured_low, injured_best, injured_high, perpetrators_low, perpetrators_best, perpetrators_high, own_damage_number, own_wind$speed_number
  FROM matched)
SELECT count(*) FILTER (in_low) AS low, (coalesce(sum(weight) FILTER (true AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (true AND weight <> floor(weight)), 0)) AS best, count(*) AS high,
    count(*) AS fatalities_matched,
    count(*) FILTER (fatalities_low IS NOT NULL OR fatalities_high IS NOT NULL) AS fatalities_reported,
    count(*) FILTER (fatalities_low IS NOT NULL AND fatalities_high IS NULL) AS fatalities_open,
    count(*) FILTER (in_low) AS fatalities_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND fatalities_low IS NOT NULL) AS fatalities_low_reported,
    (coalesce(sum(fatalities_low) FILTER (in_low AND NOT nature_disputed AND fatalities_low = floor(fatalities_low)), 0) + coalesce(sum(fatalities_low ORDER BY n) FILTER (in_low AND NOT nature_disputed AND fatalities_low <> floor(fatalities_low)), 0)) AS fatalities_low_sum,
    count(*) FILTER (weight > 0) AS fatalities_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL) AS fatalities_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND fatalities_best IS NULL AND fatalities_low IS NOT NULL) AS fatalities_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL AND weight <> floor(weight)), 0)) AS fatalities_weights,
    (coalesce(sum((weight * coalesce(fatalities_best, fatalities_low))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(fatalities_best, fatalities_low)) = floor((weight * coalesce(fatalities_best, fatalities_low)))), 0) + coalesce(sum((weight * coalesce(fatalities_best, fatalities_low)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(fatalities_best, fatalities_low)) <> floor((weight * coalesce(fatalities_best, fatalities_low)))), 0)) AS fatalities_best_sum,
    (coalesce(sum(fatalities_high) FILTER (true AND fatalities_high = floor(fatalities_high)), 0) + coalesce(sum(fatalities_high ORDER BY n) FILTER (true AND fatalities_high <> floor(fatalities_high)), 0)) AS fatalities_high_sum,
    count(*) AS injured_matched,
    count(*) FILTER (injured_low IS NOT NULL OR injured_high IS NOT NULL) AS injured_reported,
    count(*) FILTER (injured_low IS NOT NULL AND injured_high IS NULL) AS injured_open,
    count(*) FILTER (in_low) AS injured_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND injured_low IS NOT NULL) AS injured_low_reported,
    (coalesce(sum(injured_low) FILTER (in_low AND NOT nature_disputed AND injured_low = floor(injured_low)), 0) + coalesce(sum(injured_low ORDER BY n) FILTER (in_low AND NOT nature_disputed AND injured_low <> floor(injured_low)), 0)) AS injured_low_sum,
    count(*) FILTER (weight > 0) AS injured_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL) AS injured_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND injured_best IS NULL AND injured_low IS NOT NULL) AS injured_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL AND weight <> floor(weight)), 0)) AS injured_weights,
    (coalesce(sum((weight * coalesce(injured_best, injured_low))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(injured_best, injured_low)) = floor((weight * coalesce(injured_best, injured_low)))), 0) + coalesce(sum((weight * coalesce(injured_best, injured_low)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(injured_best, injured_low)) <> floor((weight * coalesce(injured_best, injured_low)))), 0)) AS injured_best_sum,
    (coalesce(sum(injured_high) FILTER (true AND injured_high = floor(injured_high)), 0) + coalesce(sum(injured_high ORDER BY n) FILTER (true AND injured_high <> floor(injured_high)), 0)) AS injured_high_sum,
    count(*) AS perpetrators_matched,
    count(*) FILTER (perpetrators_low IS NOT NULL OR perpetrators_high IS NOT NULL) AS perpetrators_reported,
    count(*) FILTER (perpetrators_low IS NOT NULL AND perpetrators_high IS NULL) AS perpetrators_open,
    count(*) FILTER (in_low) AS perpetrators_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND perpetrators_low IS NOT NULL) AS perpetrators_low_reported,
    (coalesce(sum(perpetrators_low) FILTER (in_low AND NOT nature_disputed AND perpetrators_low = floor(perpetrators_low)), 0) + coalesce(sum(perpetrators_low ORDER BY n) FILTER (in_low AND NOT nature_disputed AND perpetrators_low <> floor(perpetrators_low)), 0)) AS perpetrators_low_sum,
    count(*) FILTER (weight > 0) AS perpetrators_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL) AS perpetrators_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND perpetrators_best IS NULL AND perpetrators_low IS NOT NULL) AS perpetrators_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL AND weight <> floor(weight)), 0)) AS perpetrators_weights,
    (coalesce(sum((weight * coalesce(perpetrators_best, perpetrators_low))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(perpetrators_best, perpetrators_low)) = floor((weight * coalesce(perpetrators_best, perpetrators_low)))), 0) + coalesce(sum((weight * coalesce(perpetrators_best, perpetrators_low)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(perpetrators_best, perpetrators_low)) <> floor((weight * coalesce(perpetrators_best, perpetrators_low)))), 0)) AS perpetrators_best_sum,
    (coalesce(sum(perpetrators_high) FILTER (true AND perpetrators_high = floor(perpetrators_high)), 0) + coalesce(sum(perpetrators_high ORDER BY n) FILTER (true AND perpetrators_high <> floor(perpetrators_high)), 0)) AS perpetrators_high_sum,
    count(*) AS o0_matched,
    count(*) FILTER (own_damage_number IS NOT NULL OR own_damage_number IS NOT NULL) AS o0_reported,
    count(*) FILTER (own_damage_number IS NOT NULL AND own_damage_number IS NULL) AS o0_open,
    count(*) FILTER (in_low) AS o0_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND own_damage_number IS NOT NULL) AS o0_low_reported,
    (coalesce(sum(own_damage_number) FILTER (in_low AND NOT nature_disputed AND own_damage_number = floor(own_damage_number)), 0) + coalesce(sum(own_damage_number ORDER BY n) FILTER (in_low AND NOT nature_disputed AND own_damage_number <> floor(own_damage_number)), 0)) AS o0_low_sum,
    count(*) FILTER (weight > 0) AS o0_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL) AS o0_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND own_damage_number IS NULL AND own_damage_number IS NOT NULL) AS o0_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL AND weight <> floor(weight)), 0)) AS o0_weights,
    (coalesce(sum((weight * coalesce(own_damage_number, own_damage_number))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(own_damage_number, own_damage_number)) = floor((weight * coalesce(own_damage_number, own_damage_number)))), 0) + coalesce(sum((weight * coalesce(own_damage_number, own_damage_number)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(own_damage_number, own_damage_number)) <> floor((weight * coalesce(own_damage_number, own_damage_number)))), 0)) AS o0_best_sum,
    (coalesce(sum((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END)) FILTER (true AND (CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) = floor((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))), 0) + coalesce(sum((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) ORDER BY n) FILTER (true AND (CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) <> floor((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))), 0)) AS o0_high_sum,
    (coalesce(sum(least(own_damage_number, 0)) FILTER (NOT (in_low AND NOT nature_disputed) AND least(own_damage_number, 0) = floor(least(own_damage_number, 0))), 0) + coalesce(sum(least(own_damage_number, 0) ORDER BY n) FILTER (NOT (in_low AND NOT nature_disputed) AND least(own_damage_number, 0) <> floor(least(own_damage_number, 0))), 0)) AS o0_taken,
    count(*) AS o1_matched,
    count(*) FILTER (own_wind$speed_number IS NOT NULL OR own_wind$speed_number IS NOT NULL) AS o1_reported,
    count(*) FILTER (own_wind$speed_number IS NOT NULL AND own_wind$speed_number IS NULL) AS o1_open,
    count(*) FILTER (in_low) AS o1_low_all,
    count(*) FILTER (in_low AND NOT nature_disputed AND own_wind$speed_number IS NOT NULL) AS o1_low_reported,
    (coalesce(sum(own_wind$speed_number) FILTER (in_low AND NOT nature_disputed AND own_wind$speed_number = floor(own_wind$speed_number)), 0) + coalesce(sum(own_wind$speed_number ORDER BY n) FILTER (in_low AND NOT nature_disputed AND own_wind$speed_number <> floor(own_wind$speed_number)), 0)) AS o1_low_sum,
    count(*) FILTER (weight > 0) AS o1_best_all,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL) AS o1_best_reported,
    count(*) FILTER (weight > 0 AND NOT nature_disputed AND own_wind$speed_number IS NULL AND own_wind$speed_number IS NOT NULL) AS o1_without_best,
    (coalesce(sum(weight) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL AND weight <> floor(weight)), 0)) AS o1_weights,
    (coalesce(sum((weight * coalesce(own_wind$speed_number, own_wind$speed_number))) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(own_wind$speed_number, own_wind$speed_number)) = floor((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))), 0) + coalesce(sum((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) ORDER BY n) FILTER (weight > 0 AND NOT nature_disputed AND (weight * coalesce(own_wind$speed_number, own_wind$speed_number)) <> floor((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))), 0)) AS o1_best_sum,
    (coalesce(sum((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END)) FILTER (true AND (CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) = floor((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))), 0) + coalesce(sum((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) ORDER BY n) FILTER (true AND (CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) <> floor((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))), 0)) AS o1_high_sum,
    (coalesce(sum(least(own_wind$speed_number, 0)) FILTER (NOT (in_low AND NOT nature_disputed) AND least(own_wind$speed_number, 0) = floor(least(own_wind$speed_number, 0))), 0) + coalesce(sum(least(own_wind$speed_number, 0) ORDER BY n) FILTER (NOT (in_low AND NOT nature_disputed) AND least(own_wind$speed_number, 0) <> floor(least(own_wind$speed_number, 0))), 0)) AS o1_taken,
    count(*) FILTER (day_count = 0) AS undated,
    count(*) FILTER (day_count > 0 AND year_first <> year_last) AS coarser,
    (coalesce(sum(weight) FILTER (firmest = 0 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 0 AND weight <> floor(weight)), 0)) AS of_certain,
    (coalesce(sum(weight) FILTER (firmest = 1 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 1 AND weight <> floor(weight)), 0)) AS of_probable,
    (coalesce(sum(weight) FILTER (firmest = 2 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 2 AND weight <> floor(weight)), 0)) AS of_possible,
    (coalesce(sum(weight) FILTER (firmest = 3 AND weight = floor(weight)), 0) + coalesce(sum(weight ORDER BY n) FILTER (firmest = 3 AND weight <> floor(weight)), 0)) AS of_none
  FROM contribution;
