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
SELECT count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high,
    count(*) AS fatalities_matched,
    count(CASE WHEN fatalities_low IS NOT NULL OR fatalities_high IS NOT NULL THEN 1 END) AS fatalities_reported,
    count(CASE WHEN in_low THEN 1 END) AS fatalities_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND fatalities_low IS NOT NULL THEN 1 END) AS fatalities_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(fatalities_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((fatalities_low - trunc(fatalities_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS fatalities_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS fatalities_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN 1 END) AS fatalities_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS fatalities_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(fatalities_best, fatalities_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(fatalities_best, fatalities_low)) - trunc((weight * coalesce(fatalities_best, fatalities_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS fatalities_best_sum,
    (coalesce(sum(trunc(fatalities_high)), 0) + coalesce(sum(CAST(trunc((fatalities_high - trunc(fatalities_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS fatalities_high_sum,
    count(CASE WHEN fatalities_low IS NOT NULL AND fatalities_high IS NULL THEN 1 END) AS fatalities_open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND fatalities_best IS NULL AND fatalities_low IS NOT NULL THEN 1 END) AS fatalities_without_best,
    count(*) AS injured_matched,
    count(CASE WHEN injured_low IS NOT NULL OR injured_high IS NOT NULL THEN 1 END) AS injured_reported,
    count(CASE WHEN in_low THEN 1 END) AS injured_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND injured_low IS NOT NULL THEN 1 END) AS injured_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(injured_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((injured_low - trunc(injured_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS injured_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS injured_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN 1 END) AS injured_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS injured_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(injured_best, injured_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(injured_best, injured_low)) - trunc((weight * coalesce(injured_best, injured_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS injured_best_sum,
    (coalesce(sum(trunc(injured_high)), 0) + coalesce(sum(CAST(trunc((injured_high - trunc(injured_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS injured_high_sum,
    count(CASE WHEN injured_low IS NOT NULL AND injured_high IS NULL THEN 1 END) AS injured_open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND injured_best IS NULL AND injured_low IS NOT NULL THEN 1 END) AS injured_without_best,
    count(*) AS perpetrators_matched,
    count(CASE WHEN perpetrators_low IS NOT NULL OR perpetrators_high IS NOT NULL THEN 1 END) AS perpetrators_reported,
    count(CASE WHEN in_low THEN 1 END) AS perpetrators_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND perpetrators_low IS NOT NULL THEN 1 END) AS perpetrators_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(perpetrators_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((perpetrators_low - trunc(perpetrators_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS perpetrators_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS perpetrators_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN 1 END) AS perpetrators_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS perpetrators_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(perpetrators_best, perpetrators_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(perpetrators_best, perpetrators_low)) - trunc((weight * coalesce(perpetrators_best, perpetrators_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS perpetrators_best_sum,
    (coalesce(sum(trunc(perpetrators_high)), 0) + coalesce(sum(CAST(trunc((perpetrators_high - trunc(perpetrators_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS perpetrators_high_sum,
    count(CASE WHEN perpetrators_low IS NOT NULL AND perpetrators_high IS NULL THEN 1 END) AS perpetrators_open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND perpetrators_best IS NULL AND perpetrators_low IS NOT NULL THEN 1 END) AS perpetrators_without_best,
    count(CASE WHEN day_count = 0 THEN 1 END) AS undated,
    count(CASE WHEN day_count > 0 AND month_first <> month_last THEN 1 END) AS coarser,
    (coalesce(sum(CASE WHEN firmest = 0 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 0 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_certain,
    (coalesce(sum(CASE WHEN firmest = 1 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 1 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_probable,
    (coalesce(sum(CASE WHEN firmest = 2 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 2 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_possible,
    (coalesce(sum(CASE WHEN firmest = 3 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 3 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_none
  FROM contribution;


-- total: own measures

-- $from_day: integer 17167
-- $to_day: integer 19904
-- $actors: texts ["is"]
WITH hit AS (
  SELECT l.n, bool_or(l.best) AS best, bool_or(l.low) AS low,
    coalesce(min(CASE WHEN l.best THEN l.certainty_rank END), min(l.certainty_rank)) AS firmest
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
SELECT count(CASE WHEN in_low THEN 1 END) AS low, (coalesce(sum(trunc(weight)), 0) + coalesce(sum(CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS best, count(*) AS high,
    count(*) AS fatalities_matched,
    count(CASE WHEN fatalities_low IS NOT NULL OR fatalities_high IS NOT NULL THEN 1 END) AS fatalities_reported,
    count(CASE WHEN in_low THEN 1 END) AS fatalities_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND fatalities_low IS NOT NULL THEN 1 END) AS fatalities_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(fatalities_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((fatalities_low - trunc(fatalities_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS fatalities_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS fatalities_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN 1 END) AS fatalities_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(fatalities_best, fatalities_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS fatalities_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(fatalities_best, fatalities_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(fatalities_best, fatalities_low)) - trunc((weight * coalesce(fatalities_best, fatalities_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS fatalities_best_sum,
    (coalesce(sum(trunc(fatalities_high)), 0) + coalesce(sum(CAST(trunc((fatalities_high - trunc(fatalities_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS fatalities_high_sum,
    count(CASE WHEN fatalities_low IS NOT NULL AND fatalities_high IS NULL THEN 1 END) AS fatalities_open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND fatalities_best IS NULL AND fatalities_low IS NOT NULL THEN 1 END) AS fatalities_without_best,
    count(*) AS injured_matched,
    count(CASE WHEN injured_low IS NOT NULL OR injured_high IS NOT NULL THEN 1 END) AS injured_reported,
    count(CASE WHEN in_low THEN 1 END) AS injured_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND injured_low IS NOT NULL THEN 1 END) AS injured_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(injured_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((injured_low - trunc(injured_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS injured_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS injured_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN 1 END) AS injured_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(injured_best, injured_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS injured_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(injured_best, injured_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(injured_best, injured_low)) - trunc((weight * coalesce(injured_best, injured_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS injured_best_sum,
    (coalesce(sum(trunc(injured_high)), 0) + coalesce(sum(CAST(trunc((injured_high - trunc(injured_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS injured_high_sum,
    count(CASE WHEN injured_low IS NOT NULL AND injured_high IS NULL THEN 1 END) AS injured_open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND injured_best IS NULL AND injured_low IS NOT NULL THEN 1 END) AS injured_without_best,
    count(*) AS perpetrators_matched,
    count(CASE WHEN perpetrators_low IS NOT NULL OR perpetrators_high IS NOT NULL THEN 1 END) AS perpetrators_reported,
    count(CASE WHEN in_low THEN 1 END) AS perpetrators_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND perpetrators_low IS NOT NULL THEN 1 END) AS perpetrators_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(perpetrators_low) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((perpetrators_low - trunc(perpetrators_low)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS perpetrators_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS perpetrators_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN 1 END) AS perpetrators_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(perpetrators_best, perpetrators_low) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS perpetrators_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(perpetrators_best, perpetrators_low))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(perpetrators_best, perpetrators_low)) - trunc((weight * coalesce(perpetrators_best, perpetrators_low)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS perpetrators_best_sum,
    (coalesce(sum(trunc(perpetrators_high)), 0) + coalesce(sum(CAST(trunc((perpetrators_high - trunc(perpetrators_high)) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) AS perpetrators_high_sum,
    count(CASE WHEN perpetrators_low IS NOT NULL AND perpetrators_high IS NULL THEN 1 END) AS perpetrators_open,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND perpetrators_best IS NULL AND perpetrators_low IS NOT NULL THEN 1 END) AS perpetrators_without_best,
    count(*) AS o0_matched,
    count(CASE WHEN own_damage_number IS NOT NULL OR own_damage_number IS NOT NULL THEN 1 END) AS o0_reported,
    count(CASE WHEN in_low THEN 1 END) AS o0_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND own_damage_number IS NOT NULL THEN 1 END) AS o0_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(own_damage_number) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((own_damage_number - trunc(own_damage_number)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN ((own_damage_number - trunc(own_damage_number)) * 1152921504606846976) - trunc(((own_damage_number - trunc(own_damage_number)) * 1152921504606846976)) END), 0) / 1152921504606846976 AS o0_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS o0_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN 1 END) AS o0_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_damage_number, own_damage_number) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS o0_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(own_damage_number, own_damage_number))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN (((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976) - trunc((((weight * coalesce(own_damage_number, own_damage_number)) - trunc((weight * coalesce(own_damage_number, own_damage_number)))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS o0_best_sum,
    (coalesce(sum(trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))), 0) + coalesce(sum(CAST(trunc(((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) + coalesce(sum((((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976) - trunc((((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_damage_number ELSE greatest(own_damage_number, 0) END))) * 1152921504606846976))), 0) / 1152921504606846976 AS o0_high_sum,
    (coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN trunc(least(own_damage_number, 0)) END), 0) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN CAST(trunc((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN ((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976) - trunc(((least(own_damage_number, 0) - trunc(least(own_damage_number, 0))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS o0_taken,
    count(*) AS o1_matched,
    count(CASE WHEN own_wind$speed_number IS NOT NULL OR own_wind$speed_number IS NOT NULL THEN 1 END) AS o1_reported,
    count(CASE WHEN in_low THEN 1 END) AS o1_low_all,
    count(CASE WHEN in_low AND NOT nature_disputed AND own_wind$speed_number IS NOT NULL THEN 1 END) AS o1_low_reported,
    (coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN trunc(own_wind$speed_number) END), 0) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN CAST(trunc((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN in_low AND NOT nature_disputed THEN ((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976) - trunc(((own_wind$speed_number - trunc(own_wind$speed_number)) * 1152921504606846976)) END), 0) / 1152921504606846976 AS o1_low_sum,
    count(CASE WHEN weight > 0 THEN 1 END) AS o1_best_all,
    count(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN 1 END) AS o1_best_reported,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed AND coalesce(own_wind$speed_number, own_wind$speed_number) IS NOT NULL THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS o1_weights,
    (coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number))) END), 0) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN CAST(trunc(((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN weight > 0 AND NOT nature_disputed THEN (((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976) - trunc((((weight * coalesce(own_wind$speed_number, own_wind$speed_number)) - trunc((weight * coalesce(own_wind$speed_number, own_wind$speed_number)))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS o1_best_sum,
    (coalesce(sum(trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))), 0) + coalesce(sum(CAST(trunc(((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976) AS BIGINT)), 0)::DOUBLE / 1152921504606846976) + coalesce(sum((((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976) - trunc((((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END) - trunc((CASE WHEN in_low AND NOT nature_disputed THEN own_wind$speed_number ELSE greatest(own_wind$speed_number, 0) END))) * 1152921504606846976))), 0) / 1152921504606846976 AS o1_high_sum,
    (coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN trunc(least(own_wind$speed_number, 0)) END), 0) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN CAST(trunc((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) + coalesce(sum(CASE WHEN NOT (in_low AND NOT nature_disputed) THEN ((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976) - trunc(((least(own_wind$speed_number, 0) - trunc(least(own_wind$speed_number, 0))) * 1152921504606846976)) END), 0) / 1152921504606846976 AS o1_taken,
    count(CASE WHEN day_count = 0 THEN 1 END) AS undated,
    count(CASE WHEN day_count > 0 AND year_first <> year_last THEN 1 END) AS coarser,
    (coalesce(sum(CASE WHEN firmest = 0 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 0 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_certain,
    (coalesce(sum(CASE WHEN firmest = 1 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 1 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_probable,
    (coalesce(sum(CASE WHEN firmest = 2 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 2 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_possible,
    (coalesce(sum(CASE WHEN firmest = 3 THEN trunc(weight) END), 0) + coalesce(sum(CASE WHEN firmest = 3 THEN CAST(trunc((weight - trunc(weight)) * 1152921504606846976) AS BIGINT) END), 0)::DOUBLE / 1152921504606846976) AS of_none
  FROM contribution;
