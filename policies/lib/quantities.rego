# METADATA
# title: Quantities and money
# description: Parses quantities and amounts of the estate, such as 100Gi and 250 USD.
package altostrata.lib.quantities

units := {"": 1, "k": 1000, "M": 1000000, "G": 1000000000, "T": 1000000000000, "Ki": 1024, "Mi": 1048576, "Gi": 1073741824, "Ti": 1099511627776}

# Bytes of a Kubernetes quantity.
bytes(quantity) := quantity if is_number(quantity)

bytes(quantity) := to_number(digits) * units[trim_left(quantity, "0123456789.")] if {
	is_string(quantity)
	digits := trim_right(quantity, "kMGTi")
}

# An amount and its currency.
money(text) := {"amount": to_number(amount), "currency": currency} if [amount, currency] := split(text, " ")
