package altostrata.lib.quantities_test

import data.altostrata.lib.quantities

test_bytes if {
	quantities.bytes("1.5Gi") == 1610612736
	quantities.bytes("20M") == 20000000
	quantities.bytes(512) == 512
}

test_money if {
	quantities.money("250 USD") == {"amount": 250, "currency": "USD"}
}
