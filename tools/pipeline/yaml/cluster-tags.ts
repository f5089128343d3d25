import { Scalar, type ScalarTag, type Tags } from "yaml";

/**
 * Scalars that Kubernetes clients read differently from YAML 1.2: `on` and `no` are booleans, `017` is octal, `1_000`
 * is a number. The API server then refuses them as texts.
 */
export function clusterTags(core: Tags): Tags {
  return [booleans, integers, binary, ...core];
}

const booleans: ScalarTag = {
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/,
  resolve: (text) => new Scalar(/^(?:y|on$)/i.test(text)),
};

const integers: ScalarTag = {
  default: true,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*)$/i,
  resolve: (text) => {
    const [, sign = "", digits = ""] = /^([-+]?)(.*)$/.exec(text.replaceAll("_", "")) ?? [];
    const value = Number(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
    return sign === "-" ? -value : value;
  },
};

const binary: ScalarTag = {
  tag: "tag:yaml.org,2002:binary",
  resolve: (text) => Buffer.from(text, "base64").toString("utf8"),
};
