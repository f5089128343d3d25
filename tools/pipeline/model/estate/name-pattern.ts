/** Names in the estate: lower-case letters, digits and dashes, at most 40 characters. */
export const namePattern = "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$";
