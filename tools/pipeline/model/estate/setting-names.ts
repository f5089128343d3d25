/** Keys that a layer may give to any component; all others are parameters of its application. */
export const settingNames = ["replicas", "resources", "nodeClass", "patches"] as const;
