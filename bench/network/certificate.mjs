// A certificate for the servers of the benchmark. Chromium is told its fingerprint, and then treats it as any other, caches included.
import { createHash, generateKeyPairSync, sign } from "node:crypto";

/** @returns {{ key: string, cert: string, fingerprint: string }} PEM texts, and what `--ignore-certificate-errors-spki-list` takes. */
export function createCertificate() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const info = publicKey.export({ type: "spki", format: "der" });
  const algorithm = der(0x30, Buffer.from("06082a8648ce3d040302", "hex"));
  const name = der(0x30, der(0x31, der(0x30, Buffer.from("0603550403", "hex"), der(0x0c, Buffer.from("bench")))));
  const serial = der(0x02, Buffer.from([1]));
  const validity = der(0x30, date(-1), date(30));
  const body = der(0x30, serial, algorithm, name, validity, name, info);
  const signature = der(0x03, Buffer.from([0]), sign("sha256", body, privateKey));
  const lines = der(0x30, body, algorithm, signature)
    .toString("base64")
    .match(/.{1,64}/g);
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
    cert: ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n"),
    fingerprint: createHash("sha256").update(info).digest("base64"),
  };
}

/** An element of DER: a tag, a length, a content. */
function der(tag, ...contents) {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** UTCTime, so many days from now. */
function date(days) {
  const text = new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  return der(0x17, Buffer.from(text.slice(2)));
}
