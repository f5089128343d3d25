package altostrata.lib.networks_test

import data.altostrata.lib.networks

test_everybody if {
	every cidr in ["0.0.0.0/0", "128.0.0.0/1", "10.20.30.40/0", "::/0", "2000::/3"] {
		networks.everybody(cidr)
	}
}

test_somebody if {
	not networks.everybody("10.0.0.0/8")
	not networks.everybody("fc00::/7")
	not networks.everybody("203.0.113.7")
}
