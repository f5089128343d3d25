import type { RenderCode } from "../../model/results/codes.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import type { Place } from "../../model/origins/place.ts";
import type { Piece } from "./prepared-template.ts";

/** The text of a template and its positions. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
}

/** Shared state of preparing a template. */
export interface Preparation extends TemplateSource {
  /** Returns the text between two positions of the parser. */
  readonly slice: (start: Position, end: Position) => string;
  readonly offsetOf: (position: Position) => number;
  readonly refuse: (code: RenderCode, at: Place, args: Record<string, MessageArgument>) => void;
  readonly pieces: Piece[];
  /** Names passed to `config`; undefined for a computed name. */
  readonly embedded: (string | undefined)[];
}

/** A position in the form of the Handlebars parser. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
