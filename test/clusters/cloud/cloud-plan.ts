/** The addresses of one cloud. The overlay's target files contain the same ranges. */
export interface CloudPlan {
  readonly name: string;
  readonly nodeName: string;
  /** Minor version of Kubernetes. */
  readonly minor: string;
  readonly api: string;
  readonly node: string;
  readonly podRange: string;
  readonly serviceRange: string;
  readonly dns: string;
}

/** The network that all clouds and the tests share, and the address of the tests in it. */
export const wan = { bridge: "wan", address: "10.100.255.254", prefix: 16 } as const;

/** Plans the addresses of cloud number `index`, 1 to 9. */
export function planCloud(name: string, index: number, minor: string): CloudPlan {
  return {
    name,
    nodeName: `${name}-node`,
    minor,
    api: `10.100.${index}.1`,
    node: `10.100.${index}.17`,
    podRange: `10.20${index}.0.0/24`,
    serviceRange: `10.15${index}.0.0/20`,
    dns: `10.15${index}.0.10`,
  };
}
