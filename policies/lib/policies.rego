# METADATA
# title: Policies of AWS
# description: Reads AWS policy documents.
package altostrata.lib.policies

# The statements of a document. A single statement needs no list.
statements(text) := as_list(json.unmarshal(text).Statement)

as_list(value) := value if is_array(value)

as_list(value) := [value] if not is_array(value)

# Whether a statement allows all actions, or all except some.
allows_everything(statement) if {
	statement.Effect == "Allow"
	some action in as_list(statement.Action)
	action in {"*", "*:*"}
}

allows_everything(statement) if {
	statement.Effect == "Allow"
	statement.NotAction
}

# Whether a statement applies to everyone, without a condition.
for_everybody(statement) if {
	allows_without_condition(statement)
	statement.Principal == "*"
}

for_everybody(statement) if {
	allows_without_condition(statement)
	"*" in as_list(statement.Principal.AWS)
}

allows_without_condition(statement) if {
	statement.Effect == "Allow"
	not statement.Condition
}
