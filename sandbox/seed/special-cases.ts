import type { StoredOrder } from '../order';
import { longDescription } from './catalogue';

/** The fields that a special case fixes; the others are generated. */
export type Traits = Partial<Omit<StoredOrder, 'id' | 'user' | 'transaction_no' | 'created_at'>>;

const paid: Traits = { status: 'success', refund_status: null };

/** Orders of user 1 that exist for every seed and that a client must handle, newest first. */
const specialCases: readonly Traits[] = [
  {
    status: 'pending',
    total_fen: 1990,
    gateway_type: 'weixin_tenpay',
    merchandise_description: '共享单车月卡',
  },
  { ...paid, total_fen: 1, merchandise_description: '一分钱体验券' },
  { ...paid, total_fen: 10000, merchandise_description: '话费充值 100 元' },
  { ...paid, total_fen: 39800, merchandise_description: '年度会员续费' },
  { ...paid, total_fen: 123456789, merchandise_description: '商铺租金 2 号楼 101（全年）' },
  { status: 'success', refund_status: 'complete', merchandise_description: '蓝牙耳机' },
  { ...paid, merchandise_description: '' },
  { status: 'success', refund_status: 'partial', merchandise_description: '电影票 2 张' },
  { status: 'failed' },
  { ...paid, merchandise_description: longDescription },
  { status: 'pending' },
  { status: 'success', refund_status: 'failed', merchandise_description: '民宿两晚 莫干山' },
  { ...paid, gateway_type: 'alipay' },
  { ...paid, paid_at: null },
  { ...paid, gateway_type: 'qpay' },
  { status: 'closed' },
  { status: 'success', refund_status: '' },
  { status: 'success', refund_status: ' ' },
  { ...paid, gateway_type: null, missing: ['gateway_type'] },
  {
    ...paid,
    missing: [
      'currency_type',
      'gateway_extra_info',
      'ip_address',
      'merchandise_record_id',
      'merchandise_schema_id',
      'merchandise_snapshot',
      'refund_status',
      'updated_at',
    ],
  },
  { status: 'complete', refund_status: 'complete' },
  { ...paid, gateway_type: 'bytedance_miniapp_pay' },
  { ...paid, merchandise_description: '停车费 3 号停车场', total_fen: 50 },
];

const maxStride = 3;

/** The fixed fields of the order at an index (0 is the newest); empty for an ordinary order. */
export function specialCaseAt(index: number, count: number): Traits {
  const stride = Math.min(maxStride, Math.max(1, Math.floor(count / specialCases.length)));
  return index % stride === 0 ? (specialCases[index / stride] ?? {}) : {};
}
