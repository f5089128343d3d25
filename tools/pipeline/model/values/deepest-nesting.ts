/** The nesting limit of values. Deeper input is no desired state or manifest and would exhaust recursive steps. */
export const deepestNesting = 64;
