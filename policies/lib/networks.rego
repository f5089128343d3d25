# METADATA
# title: Ranges of addresses
# description: Tells a range that is somebody from one that is everybody.
package altostrata.lib.networks

# Half of all addresses is everybody too: the other half stands in the next line.
everybody(cidr) if {
	not contains(cidr, ":")
	width(cidr) < 8
}

# Private ranges of IPv6 are as wide as fc00::/7.
everybody(cidr) if {
	contains(cidr, ":")
	width(cidr) < 7
}

width(cidr) := to_number(split(cidr, "/")[1])
