/** What names of things in the estate look like: lower-case letters, digits and dashes, at most 40. */
export const namePattern = "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$";
