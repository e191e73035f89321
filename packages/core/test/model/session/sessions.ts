export const clinic = { id: "5f0000000000000000000001", name: "Clinic" };
export const pharmacy = { id: "5f0000000000000000000002", name: "Pharmacy" };
export const wearable = { id: "5f0000000000000000000003", name: "Wearable" };

export const request = {
  address: "1 Main St",
  healthSystem: "Mercy",
  physician: "Dr. Grey",
  website: "https://mercy.example",
  location: { latitude: 47.6, longitude: -122.3 },
};

/** A session with the given parts, everything else empty. */
export function sessionOf(parts: {
  connected?: object[];
  disconnected?: object[];
  requested?: object[];
  current?: object[];
  providers?: object[];
}): object {
  return {
    sessionResults: {
      connectedSources: parts.connected ?? [],
      disconnectedSources: parts.disconnected ?? [],
      requestedSources: parts.requested ?? [],
    },
    currentConnections: parts.current ?? [],
    requestedProviders: parts.providers ?? [],
  };
}
