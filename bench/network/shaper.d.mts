export interface Line {
  network: { rttMs: number; bytesPerMs: number };
  freeAt: number;
}

export function createLine(network: Line["network"]): Line;
export function startShaper(line: Line, target: number): Promise<{ port: number; close: () => void }>;
