# METADATA
# title: Lines of pg_hba
# description: Reads the lines by which PostgreSQL decides who may connect, and how.
package altostrata.lib.databases

# The words of a line, however they are parted, without the comment at its end.
words(line) := [word |
	some word in split(replace(split(line, "#")[0], "\t", " "), " ")
	word != ""
]
