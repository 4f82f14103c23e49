/**
 * A generator of whole answers of the order API, with what each answer means. It shares no code with the product
 * and none with the generator of `mutation.ts`: answers are written as text, after the page of the order API and
 * the contradictions of the captured answers. Amounts are computed as digits, times as days of the calendar.
 */

/** What an amount, a time, a status and a refund of one row mean; null where they cannot be read. */
export interface ExpectedOrder {
  readonly key: string | null;
  readonly amount: bigint | null;
  readonly createdAt: bigint | null;
  readonly status: string;
  readonly refund: string;
  /** `wechat_response.total_fee`; undefined where the answer does not say. */
  readonly totalFen?: bigint;
}

/** A generated answer and its meaning. */
export interface GeneratedAnswer {
  readonly status: number;
  readonly body: string;
  /** The kind of the error; null for a list. */
  readonly kind: string | null;
  /** One entry per row; null for a row that is no order. */
  readonly rows: readonly (ExpectedOrder | null)[];
  readonly totalCount: bigint | null;
}

/** Numbers from 0 up to a limit that is left out: xorshift with 32 bits. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

type Dice = ReturnType<typeof dice>;
type Spelled<Meaning> = readonly [json: string, meaning: Meaning];

const one = <Value>(roll: Dice, values: readonly Value[]): Value =>
  values[roll(values.length)] as Value;
const digits = (roll: Dice, count: number): string =>
  Array.from({ length: count }, () => String(roll(10))).join('');
const text = (value: string): string => JSON.stringify(value);

const DECIMALS: Readonly<Record<string, number>> = { CNY: 2, USD: 2, JPY: 0, KWD: 3 };

/** The decimal digits of an amount in minor units. */
function decimal(minor: bigint, places: number): string {
  if (places === 0) return String(minor);
  const all = String(minor).padStart(places + 1, '0');
  return `${all.slice(0, -places)}.${all.slice(-places)}`;
}

const NO_AMOUNTS = [
  ...['null', '""', '" "', '"-1.00"', '-1', '"NaN"', '1e400', 'true', '[]', '{}', '["1.00"]'],
  ...['"1,000.00"', '"¥5"', '"0x10"', '"１.00"', '"1e2"', '"1.2.3"', '".5"', '"5."', '-0.01'],
  ...['"99999999999999999999"', '"free"', '{"fen":1}', '1e300'],
];

function amount(roll: Dice, currency: string): Spelled<bigint | null> {
  const places = DECIMALS[currency] ?? 2;
  if (roll(12) === 0) return [one(roll, NO_AMOUNTS), null];
  const minor = BigInt(digits(roll, 1 + roll(11)));
  const exact = decimal(minor, places);
  const dotted = exact.includes('.') ? exact : `${exact}.0`;
  const spelled = one(roll, [
    ...[exact, exact, text(exact), text(exact), text(` ${exact} `), text(`0${exact}`)],
    ...[dotted, text(`${dotted}00`), `${dotted}000`, `${minor}e-${places}`, `${minor}E-${places}`],
  ]);
  if (roll(20) > 0) return [spelled, minor];
  // A digit after the last one is never rounded away.
  const beyond = `${dotted}${1 + roll(9)}`;
  const isLong = places > 0 || dotted !== exact;
  return isLong ? [one(roll, [beyond, text(beyond)]), null] : [spelled, minor];
}

/** Days from 1970 to a day of the Gregorian calendar; counted by years and months, without Date. */
function daysTo(year: number, month: number, day: number): bigint {
  const isLeap = (one: number) => (one % 4 === 0 && one % 100 !== 0) || one % 400 === 0;
  let days = BigInt(day - 1);
  for (let past = 1970; past < year; past++) days += isLeap(past) ? 366n : 365n;
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return lengths.slice(0, month - 1).reduce((sum, length) => sum + BigInt(length), days);
}

const NO_TIMES = ['"soon"', '-1', '"2019-02-30T08:00:00"', '"2019-13-01T08:00:00"', '1e300', '[]'];
const BLANKS = ['null', '""', '" "'];

function time(roll: Dice): Spelled<bigint | null> {
  if (roll(15) === 0) return [one(roll, [...NO_TIMES, ...BLANKS, 'true', '{}']), null];
  const [year, month, day] = [1990 + roll(60), 1 + roll(12), 1 + roll(28)];
  const [hour, minute, second] = [roll(24), roll(60), roll(60)];
  const clock = BigInt(hour * 3600 + minute * 60 + second);
  const asUtc = daysTo(year, month, day) * 86_400n + clock;
  const two = (value: number) => String(value).padStart(2, '0');
  const wall = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const inBeijing = asUtc - 28_800n;
  return one<Spelled<bigint>>(roll, [
    [`${asUtc}`, asUtc],
    [`${asUtc}`, asUtc],
    [text(`${asUtc}`), asUtc],
    [`${asUtc}${digits(roll, 3)}`, asUtc],
    [text(wall), inBeijing],
    [text(`${wall}.${digits(roll, 6)}`), inBeijing],
    [text(wall.replace('T', ' ')), inBeijing],
    [text(`${wall}Z`), asUtc],
    [text(`${wall}+08:00`), inBeijing],
    [text(`${wall}-0530`), asUtc + 19_800n],
  ]);
}

const STATUSES: readonly Spelled<string>[] = [
  ...(['pending', 'success', 'failed'] as const).map((word): Spelled<string> => [text(word), word]),
  ['"success"', 'success'],
  ['" success "', 'success'],
  ['"complete"', 'success'],
  ['"partial"', 'success'],
  ['"closed"', 'unknown'],
  ['"__proto__"', 'unknown'],
  ['null', 'unknown'],
  ['7', 'unknown'],
  ['{}', 'unknown'],
];
const REFUNDS: readonly Spelled<string>[] = [
  ...[...BLANKS, 'null'].map((blank): Spelled<string> => [blank, 'none']),
  ...(['partial', 'complete', 'failed'] as const).map((word): Spelled<string> => [
    text(word),
    word,
  ]),
  ['"constructor"', 'unknown'],
  ['[]', 'unknown'],
  ['true', 'unknown'],
];

/** `gateway_extra_info`: an object, JSON, JSON in JSON, Python's notation, or anything. */
function gatewayInfo(roll: Dice): Spelled<bigint | undefined> {
  const fen = BigInt(digits(roll, 1 + roll(9)));
  const fee = one(roll, [text(String(fen)), String(fen)]);
  const json = `{"wechat_response": {"total_fee": ${fee}, "openid": "o", "time_end": "20200320175220"}}`;
  return one<Spelled<bigint | undefined>>(roll, [
    [json, fen],
    [text(json), fen],
    [text(text(json)), fen],
    [text(json.replace(/"/g, "'")), undefined],
    [text(json.slice(0, -9)), undefined],
    ['{}', undefined],
    ['"{}"', undefined],
    [one(roll, ['null', '7', '[]', '"x"', '{"wechat_response": []}']), undefined],
  ]);
}

const ODD_FIELDS = [
  ...['"__proto__": {"total_cost": 1}', '"constructor": 1', '"ip_address": "127.0.0.1"'],
  ...['"merchandise_snapshot": "{\\"a\\": "', '"toString": null', '"created_by_id": 1091431'],
  ...['"merchandise_description": ""', '"profit_sharing": {"receivers": [[[]]]}'],
];

/** Fields in any order, with blanks, and some of them twice: the last one counts. */
function object(roll: Dice, fields: readonly string[], repeated: string | null): string {
  const shuffled = [...fields, one(roll, ODD_FIELDS)]
    .map((field) => [roll(1000), field] as const)
    .sort(([a], [b]) => a - b)
    .map(([, field]) => field);
  const all = repeated === null ? shuffled : [repeated, ...shuffled];
  return `{${one(roll, ['', ' ', '\n\t'])}${all.join(one(roll, [',', ', ', ' ,\r\n']))}}`;
}

const NO_ROWS = ['null', '5', '"row"', 'true', '[]', '[{}]', '{}', '{"total_cost": 1}'];

function row(roll: Dice, nth: number): Spelled<ExpectedOrder | null> {
  if (roll(25) === 0) return [one(roll, NO_ROWS), null];
  const fields: string[] = [];
  const currency = one(roll, ['CNY', 'CNY', 'CNY', 'USD', 'JPY', 'KWD']);
  if (currency !== 'CNY' || roll(2) === 0) {
    fields.push(`"currency_type": ${text(one(roll, [currency, currency.toLowerCase()]))}`);
  }
  const [cost, fen] = amount(roll, currency);
  const [created, createdAt] = time(roll);
  const [status, statusMeans] = one(roll, STATUSES);
  const [refund, refundMeans] = one(roll, REFUNDS);
  const [info, totalFen] = gatewayInfo(roll);
  const hasCost = roll(40) > 0;
  const hasCreated = roll(40) > 0;
  if (hasCost) fields.push(`"total_cost": ${cost}`);
  if (hasCreated) fields.push(`"created_at": ${created}`);
  fields.push(`"status": ${status}`, `"refund_status": ${refund}`, `"gateway_extra_info": ${info}`);
  fields.push(`"paid_at": ${time(roll)[0]}`, `"updated_at": ${time(roll)[0]}`);
  const key = roll(20) > 0 ? `T${nth}` : null;
  if (key !== null) {
    const name = one(roll, ['transaction_no', 'transaction_no', 'id', 'trade_no']);
    fields.push(`"${name}": ${text(key)}`);
  }
  const repeated = hasCost && roll(10) === 0 ? '"total_cost": "7.77"' : null;
  const written = hasCreated ? createdAt : null;
  if (key === null && written === null) return [object(roll, fields, repeated), null];
  const word = status === '"complete"' || status === '"partial"' ? status.slice(1, -1) : null;
  const meaning: ExpectedOrder = {
    key,
    amount: hasCost ? fen : null,
    createdAt: written,
    status: statusMeans,
    refund:
      word !== null && (refundMeans === 'none' || refundMeans === 'unknown') ? word : refundMeans,
    ...(totalFen !== undefined && { totalFen }),
  };
  return [object(roll, fields, repeated), meaning];
}

/** The counts of the answer: missing, true, or in contradiction with the rows. */
function meta(roll: Dice, count: number): Spelled<bigint | null> {
  const total = BigInt(one(roll, [count, count, 0, count + roll(1000), 1]));
  const link = '"/hserve/v2.2/idp/pay/order/?limit=20&offset=20"';
  const fields = [
    `"limit": ${one(roll, ['20', '20', '0', '-1', '"20"', 'null', '1e9', '2.5'])}`,
    `"next": ${one(roll, [link, link, 'null', '"https://elsewhere.example/"'])}`,
    `"offset": ${roll(2) * 20}`,
    '"previous": null',
  ];
  return one<Spelled<bigint | null>>(roll, [
    [object(roll, [...fields, `"total_count": ${total}`], null), total],
    [object(roll, [...fields, `"total_count": ${total}`], null), total],
    [object(roll, fields, null), null],
    [object(roll, [...fields, '"total_count": "2"'], null), 2n],
    [object(roll, [...fields, '"total_count": -3'], null), null],
    [one(roll, ['null', '[]', '"meta"', '7']), null],
  ]);
}

const NO_LISTS = [
  ...['', ' ', 'null', '[]', '{}', '"objects"', '7', 'true', '<html>502 Bad Gateway</html>'],
  ...['{"objects": {}}', '{"objects": null}', '{"meta": {}}', "{'objects': []}", '{"objects": [}'],
  ...['{"status": "error", "error_msg": "no"}', '{"objects": [1,]}', '\ufeff{"objects": []}'],
];
const ERRORS: readonly (readonly [status: number, kind: string])[] = [
  [400, 'invalid-request'],
  [401, 'unauthorized'],
  [402, 'payment-required'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'invalid-request'],
  [429, 'rate-limited'],
  [500, 'server'],
  [502, 'server'],
  [302, 'malformed'],
];

/** Writes one answer. */
export function writeAnswer(roll: Dice): GeneratedAnswer {
  const count = roll(8) === 0 ? 0 : 1 + roll(6);
  const rows = Array.from({ length: count }, (_, nth) => row(roll, nth));
  const [counts, totalCount] = meta(roll, count);
  const list = `[${rows.map(([json]) => json).join(one(roll, [',', ', ', '\n,']))}]`;
  const [first, second] = roll(2) ? ['meta', 'objects'] : ['objects', 'meta'];
  const value = (name: string) => (name === 'meta' ? counts : list);
  const body = `{"${first}": ${value(first)}, "${second}": ${value(second)}}`;
  const failed = (status: number, kind: string, written: string): GeneratedAnswer => ({
    ...{ status, kind, body: written, rows: [], totalCount: null },
  });
  switch (roll(10)) {
    case 0:
      return failed(200, 'malformed', one(roll, NO_LISTS));
    case 1:
      // Cut anywhere: never JSON.
      return failed(200, 'malformed', body.slice(0, roll(body.length)));
    case 2: {
      const [status, kind] = one(roll, ERRORS);
      return failed(status, kind, one(roll, [body, ...NO_LISTS]));
    }
    case 3:
      // The comma after the last field of a row, as in the documented sample.
      if (/\}\s*[,\]]/.test(body)) {
        return failed(200, 'malformed', body.replace(/\}(\s*[,\]])/, ',}$1'));
      }
      break;
    default:
  }
  const status = one(roll, [200, 200, 200, 201, 206]);
  return { status, body, kind: null, rows: rows.map(([, meaning]) => meaning), totalCount };
}
