import type { RenderCode } from "../../model/results/codes.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import type { Place } from "../../model/origins/place.ts";
import type { Piece } from "./prepared-template.ts";

/** The text of a template and where its positions stand. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
  readonly placeOf: (offset: number) => Place;
}

/** What preparing passes on. */
export interface Preparation extends TemplateSource {
  /** The text between two positions of the parser. */
  readonly slice: (start: Position, end: Position) => string;
  readonly offsetOf: (position: Position) => number;
  readonly refuse: (code: RenderCode, at: Place, args: Record<string, MessageArgument>) => void;
  readonly pieces: Piece[];
  /** Names given to `config`; undefined for one that is worked out. */
  readonly embedded: (string | undefined)[];
}

/** A place as the parser of Handlebars tells it. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
