/** One problem with a mechanical remedy: what makes it, and what the file says after the fix. */
export interface FixCase {
  readonly code: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly fixed: string;
}
