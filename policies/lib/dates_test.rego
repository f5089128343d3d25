package altostrata.lib.dates_test

import data.altostrata.lib.dates

test_durations if {
	dates.seconds("15m") == 900
	dates.seconds("30d") == 2592000
	round(dates.seconds("2000ms")) == 2
}

test_differences_of_days if {
	dates.day_number("2026-03-01") - dates.day_number("2026-02-28") == 1
	dates.day_number("2028-03-01") - dates.day_number("2028-02-28") == 2
	dates.day_number("2027-01-01") - dates.day_number("2026-12-31") == 1
	dates.day_number("2026-11-24") - dates.day_number("2025-11-24") == 365
}

test_spans if {
	dates.span("1h30m") == 5400
	dates.span("24h0m1s") == 86401
	dates.span("0") == 0
}
