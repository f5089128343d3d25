# METADATA
# title: Ranges of addresses
# description: Distinguishes specific address ranges from ranges that match everyone.
package altostrata.lib.networks

# Half of all addresses counts as everyone: a second line can add the other half.
everybody(cidr) if {
	not contains(cidr, ":")
	width(cidr) < 8
}

# The private IPv6 range is fc00::/7.
everybody(cidr) if {
	contains(cidr, ":")
	width(cidr) < 7
}

width(cidr) := to_number(split(cidr, "/")[1])
