# METADATA
# title: Lines of pg_hba
# description: Parses the pg_hba lines that control who may connect to PostgreSQL, and how.
package altostrata.lib.databases

# The words of a line, without the trailing comment.
words(line) := [word |
	some word in split(replace(split(line, "#")[0], "\t", " "), " ")
	word != ""
]
