import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Enough for the module's few and the edges of its letters. */
const COLOURS = 48;
/** Bits of each channel in which colours are told apart. */
const SHADES = 5;

interface Pixels {
  width: number;
  height: number;
  /** Bytes of a pixel: red, green, blue and perhaps how opaque it is. */
  size: number;
  bytes: Buffer;
}

const paeth = (left: number, up: number, upLeft: number): number => {
  const [a, b, c] = [
    Math.abs(up - upLeft),
    Math.abs(left - upLeft),
    Math.abs(left + up - 2 * upLeft),
  ];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
};

const predict = (filter: number, left: number, up: number, upLeft: number): number => {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    default:
      return paeth(left, up, upLeft);
  }
};

/** Reads what a browser writes: eight bits a channel, not interlaced. */
const decode = (png: Buffer): Pixels => {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const size = png[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = width * size;
  const bytes = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < size ? 0 : (bytes[at - size] ?? 0);
      const up = y === 0 ? 0 : (bytes[at - line] ?? 0);
      const upLeft = x < size || y === 0 ? 0 : (bytes[at - line - size] ?? 0);
      bytes[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + predict(filter, left, up, upLeft);
    }
  }
  return { width, height, size, bytes };
};

const colourAt = ({ bytes, size }: Pixels, pixel: number): number =>
  bytes.readUIntBE(pixel * size, 3);

const coarse = (colour: number): number => {
  const mask = (0xff << (8 - SHADES)) & 0xff;
  return colour & ((mask << 16) | (mask << 8) | mask);
};

const distance = (one: number, other: number): number =>
  [16, 8, 0].reduce((sum, bits) => sum + (((one >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);

/** The most frequent colour of each shade, with how often there is any of it. */
const shadesOf = (counts: ReadonlyMap<number, number>): { colour: number; count: number }[] => {
  const shades = new Map<number, { colour: number; count: number }>();
  for (const [colour, count] of [...counts].sort(([, one], [, other]) => other - one)) {
    const shade = shades.get(coarse(colour));
    if (shade) shade.count += count;
    else shades.set(coarse(colour), { colour, count });
  }
  return [...shades.values()];
};

/** Each colour is the one most missed among those before it: a small dot of its own colour counts. */
const paletteOf = (counts: ReadonlyMap<number, number>): number[] => {
  const shades = shadesOf(counts).map((shade) => ({ ...shade, error: Infinity }));
  const palette: number[] = [];
  while (palette.length < COLOURS) {
    let [most, missed] = [0, 0];
    for (const { colour, count, error } of shades) {
      if (error > 0 && Math.sqrt(count) * error > missed) {
        [most, missed] = [colour, Math.sqrt(count) * error];
      }
    }
    if (missed === 0) break;
    palette.push(most);
    for (const shade of shades) shade.error = Math.min(shade.error, distance(shade.colour, most));
  }
  return palette;
};

const nearest = (palette: readonly number[], colour: number): number =>
  palette.reduce(
    (best, candidate, index) =>
      distance(candidate, colour) < distance(palette[best] ?? 0, colour) ? index : best,
    0,
  );

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** The same picture in a few colours, which is a quarter of its bytes and nearly the same to the eye. */
export const smallPng = (png: Buffer): Buffer => {
  const pixels = decode(png);
  const { width, height } = pixels;
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(pixels, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const names = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel + Math.floor(pixel / width) + 1;
    lines[at] = names.get(colourAt(pixels, pixel)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => colours.writeUIntBE(colour, index * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
