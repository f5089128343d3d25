# METADATA
# title: Days and durations
# description: Compiled rules have no clock and no calendar. This is the part that rules need.
package altostrata.lib.dates

unit_seconds := {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}

# Seconds of a duration such as 30s, 15m or 30d.
seconds(text) := to_number(digits) * unit_seconds[unit] if {
	unit := trim_left(text, "0123456789")
	digits := trim_suffix(text, unit)
}

# Day number of a date (YYYY-MM-DD), so that the difference of two is a number of days.
day_number(day) := (((((365 * year) + floor(year / 4)) - floor(year / 100)) + floor(year / 400)) + floor(((153 * month) + 2) / 5)) + date if {
	[y, m, date] := [to_number(trim_left(part, "0")) | some part in split(day, "-")]
	early := {true: 1, false: 0}[m < 3]
	year := y - early
	month := (m - 3) + (12 * early)
}

# Seconds of a Go duration such as 1h30m or 24h0m1s; 0 for a text without units.
span(text) := sum([seconds_of |
	some [_, number, unit] in regex.find_all_string_submatch_n(`([0-9.]+)(ms|s|m|h)`, text, -1)
	seconds_of := to_number(number) * unit_seconds[unit]
])
