/** Stands among the names of rules for the code of all of them, which is compiled into one. */
export const allRules = "compiled rules";
