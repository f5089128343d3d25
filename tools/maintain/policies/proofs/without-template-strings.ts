/** Replaces each template string of Rego, `$"{a} b"`, with a call of sprintf. Lines stay where they are. */
export function withoutTemplateStrings(text: string): string {
  return text.replaceAll(/\$"((?:[^"\\{]|\\.|\{[^{}]*\})*)"/g, (_all, body: string) => {
    const expressions: string[] = [];
    const format = body
      .replaceAll("%", "%%")
      .replaceAll(/\\.|\{([^{}]*)\}/g, (part, expression: string | undefined) => {
        if (expression === undefined) return part;
        expressions.push(expression.trim());
        return "%v";
      });
    return `sprintf("${format}", [${expressions.join(", ")}])`;
  });
}
