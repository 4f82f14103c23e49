import { messageInBody } from '../../../miniprogram/services/http/message-in-body';

const said = (message: string) => JSON.stringify({ message });

test.each([
  ['error_msg', '{"status":"error","error_msg":"参数错误"}', '参数错误'],
  ['message', '{"message":"limit is wrong"}', 'limit is wrong'],
  ['error_msg before message', '{"message":"b","error_msg":"a"}', 'a'],
  ['message where error_msg is empty', '{"message":"b","error_msg":""}', 'b'],
  ['an object parsed by the transport', { error_msg: 'no' }, 'no'],
  ['200 characters of a long text', said('xy '.repeat(3000)), 'xy '.repeat(67).slice(0, 200)],
  ['no token', said('token 7f3a9c0b1d2e4f5061728394 has expired'), 'token … has expired'],
  ['no number', said('order not found: DEqbLRjWWtCqjxOUapRxaLb'), 'order not found: …'],
  ['no short number', said('订单 20261123 不存在'), '订单 … 不存在'],
  ['no phone number', said('138 0013 8000 and +86-138-0013-8000'), '… and …'],
  ['no number in other digits', said('号码 １３８００１３８０００ 无效'), '号码 … 无效'],
  ['no number in Arabic digits', said('رقم ٠١٢٣٤٥٦٧ غير صالح'), 'رقم … غير صالح'],
  ['no network address', said('from 10.0.12.7 and fe80::1ff:fe23'), 'from … and …'],
  ['no e-mail address', said('mail zhang@example.com now'), 'mail … now'],
  ['no quoted value', said("invalid name '张三', “李四” or 「王五」"), 'invalid name …, … or …'],
  [
    'no quoted value that is longer than what is searched',
    { message: `bad name '${'Zhang San '.repeat(200)}'` },
    'bad name …',
  ],
  [
    'the start of a long parsed message',
    { message: 'no '.repeat(9_000_000) },
    'no '.repeat(67).slice(0, 200),
  ],
  ['small numbers', said('limit must be from 1 to 100'), 'limit must be from 1 to 100'],
  ['nothing from plain text', ' Unauthorized\n', null],
  ['nothing from a JSON string', '"no"', null],
  ['nothing from half an answer', '{"objects": [{"phone": "13800138000", "name": "张', null],
  ['nothing from a body that is too long', said('x'.repeat(10_000)), null],
  ['nothing from HTML', '<html><body>502 Bad Gateway</body></html>', null],
  ['nothing from HTML after blanks', '\n <!DOCTYPE html><p>no', null],
  ['nothing from an empty body', '', null],
  ['nothing from blanks', ' \n', null],
  ['nothing from null', 'null', null],
  ['nothing from a missing body', undefined, null],
  ['nothing from a number', '17', null],
  ['nothing from a list', '["a"]', null],
  ['nothing from messages that are no text', '{"error_msg":{"a":1},"message":5}', null],
])('the message of a body: %s', (_name, body, message) => {
  expect(messageInBody(body)).toBe(message);
});
