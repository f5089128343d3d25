/** A file with more mistakes than this is one mistake: a thousand messages would bury those about other files. */
export const mostPerFile = 100;
