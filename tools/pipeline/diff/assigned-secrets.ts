import { isSecretName, soundsSecret } from "./secret-name.ts";

type Tag = (secret: string) => string;
type Groups = Readonly<Record<string, string>>;

/**
 * A name that may say so; any other is passed over, so that it does not take a credential inside its own value along. Lengths are
 * limited here and below, for else a text could be written that takes hours.
 */
const name = String.raw`(?<name>[\w.-]{0,64}(?:${soundsSecret.source})[\w.-]{0,64})`;
const begin = String.raw`(?<![\w.-])`;

/** A name in YAML with a block of deeper lines as its value. */
const block = String.raw`^(?<before>(?<indent>[ \t]*)(?:- )?["']?${name}["']?:[ \t]*[|>][-+0-9]*[ \t]*\n[ \t]*)(?<value>\S.*(?:\n(?:\k<indent>[ \t].*|[ \t]*(?=\n)))*)`;
/** A name, a sign, and all that stands between two quotes; quotes of a text inside a text are escaped. */
const quoted = String.raw`(?<before>${begin}${name}(?:\\*["'])?\s{0,4}[:=]\s{0,4}(?<open>\\*["']))(?<value>(?:(?!\k<open>)(?:\\.|[^\n]))*)(?=\k<open>)`;
/** A name that begins a line of YAML or of properties, with the rest of the line as its value. */
const line = String.raw`^(?<before>[ \t]*(?:- |export )?["']?${name}["']?(?:[ \t]*:[ \t]+|[ \t]+=[ \t]+))(?<value>[^\s"'|>&*[{#].*?)(?=[ \t]+#|[ \t]*\r?$)`;
/** One word as a value; signs that end a list or a sentence do not belong to it. */
const oneWord = String.raw`(?<value>\{\{[^{}]*\}\}|[^\s"';&\\]*[^\s"';&\\,)}\]])`;
const equals = String.raw`(?<before>${begin}${name}["']?\s{0,4}=\s{0,4})${oneWord}`;
/** After a path, a colon comes before a line of that file or the tag of an image. */
const colon = String.raw`(?<before>(?<![\w./-])${name}["']?:)${oneWord}`;
/** An option of a command, with the next word as its value. */
const option = String.raw`(?<before>${begin}--?${name}[ \t]+["']?)(?<value>[^\s"'-][^\s"']*)`;
/** A key inside a flow mapping, a header in quotes: one word after a space. */
const flow = String.raw`(?<before>[{,"']\s{0,4}${name}:[ \t]+)(?<value>[^\s"'{[,}\]]+)`;
/** Running text: a word is taken for a value when it has a digit. */
const prose = String.raw`(?<before>${begin}${name}:[ \t]+)(?<value>(?=[^\s"']*\d)[^\s"',;}]{4,})`;
/** An element of XML, called so or with an attribute that says what it holds. */
const element = String.raw`(?<before><${name}(?:\s[^<>]{0,500})?>)(?<value>[^<>]+)(?=</)`;
const attribute = String.raw`(?<before><[^<>]*\b(?:name|key|id)=["']${name}["'][^<>]*>)(?<value>[^<>]+)(?=</)`;

const shapes = [block, quoted, line, equals, colon, option, flow, prose, element, attribute].map(
  (shape) => new RegExp(shape, "gim"),
);

/** Replaces values that stand beside a name which says that they are credentials, as config files and commands write them. */
export function replaceAssigned(text: string, tag: Tag): string {
  // Most texts are names, which assign nothing.
  if (!/[:=<\s]/.test(text) || !soundsSecret.test(text)) return text;
  return shapes.reduce(
    (current, shape) =>
      current.replace(shape, (all: string, ...rest: unknown[]) => {
        const groups = rest.at(-1) as Groups;
        const { before = "", value = "" } = groups;
        return isSecretName(groups["name"] ?? "") ? before + tag(value) : all;
      }),
    text,
  );
}
