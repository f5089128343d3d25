import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Exchange } from "@altostrata/maintain/github/github-differences.ts";
import type { Operation, Paths } from "./openapi-document.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, logger: false });
const compiled = new WeakMap<object, ValidateFunction>();

/** The violations of GitHub's description in a request and its response; empty when there are none. */
export function checkExchange(
  exchange: Exchange & { readonly body: Buffer },
  paths: Paths,
): readonly string[] {
  const { method, url, status } = exchange;
  const { pathname } = new URL(url, "http://localhost");
  const found = findOperation(paths, pathname, method);
  if (!found) return [`${method} ${pathname} is no operation of GitHub`];
  const { template, operation } = found;
  const where = `${method} ${template}`;
  const response = operation.responses[String(status)];
  if (!response) return [`${where}: GitHub never answers ${status}`];
  const answered = response.content?.["application/json"]?.schema;
  return [
    ...checkRequest({ method, pathname, sent: exchange.sent }, paths),
    ...(answered ? faults(answered, exchange.body).map((fault) => `${where} answer${fault}`) : []),
  ];
}

/** A request without its response. */
export interface SentRequest {
  readonly method: string;
  readonly pathname: string;
  readonly sent: Buffer;
}

/** The violations of GitHub's description in a request. */
export function checkRequest(
  { method, pathname, sent }: SentRequest,
  paths: Paths,
): readonly string[] {
  const found = findOperation(paths, pathname, method);
  if (!found) return [`${method} ${pathname} is no operation of GitHub`];
  const schema = found.operation.requestBody?.content?.["application/json"]?.schema;
  return schema
    ? faults(schema, sent).map((fault) => `${method} ${found.template} request${fault}`)
    : [];
}

function findOperation(
  paths: Paths,
  pathname: string,
  method: string,
): { template: string; operation: Operation } | undefined {
  const steps = pathname.split("/");
  const templates = Object.keys(paths).filter((template) => {
    const parts = template.split("/");
    return (
      parts.length === steps.length &&
      parts.every((part, index) => part.startsWith("{") || part === steps[index])
    );
  });
  // The most literal path template is the one that GitHub routes to.
  const [template] = templates.sort(
    (left, right) => left.split("{").length - right.split("{").length,
  );
  const operation = template && paths[template]?.[method.toLowerCase()];
  return template && operation ? { template, operation } : undefined;
}

function faults(schema: object, body: Buffer): readonly string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  if (validate(JSON.parse(body.toString("utf8") || "{}"))) return [];
  return [
    ...new Set(
      (validate.errors ?? []).map(
        ({ instancePath, message = "" }) =>
          `${instancePath.replaceAll(/\/[0-9]+/g, "/*")} ${message}`,
      ),
    ),
  ];
}
