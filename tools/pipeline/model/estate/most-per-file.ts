/** A file with more problems than this gets one message, so that it does not bury those of other files. */
export const mostPerFile = 100;
