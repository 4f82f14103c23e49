/** A product; its price in fen is `from` plus a multiple of `step`, up to `to`. */
export interface Product {
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function product(description: string, from: number, to: number, step: number): Product {
  return { description, from, to, step };
}

/** Everyday purchases, described as on a receipt. */
export const products: readonly Product[] = [
  product('拿铁咖啡 中杯', 1800, 3600, 100),
  product('美式咖啡 大杯 冰', 1500, 2900, 100),
  product('杨枝甘露 少糖', 1600, 2600, 100),
  product('牛肉面套餐', 2600, 4200, 100),
  product('便利店早餐', 680, 2150, 5),
  product('外卖订单 - 川味小馆', 2380, 9860, 10),
  product('双人火锅套餐券', 12800, 26800, 1000),
  product('生鲜配送：蔬菜水果组合', 3990, 15990, 500),
  product('车厘子礼盒 2.5kg', 16800, 29900, 100),
  product('五常大米 10kg', 6990, 12990, 1000),
  product('地铁单程票', 200, 900, 100),
  product('停车费 3 号停车场', 500, 6000, 500),
  product('共享单车月卡', 990, 1990, 500),
  product('充电桩充电费', 1203, 6987, 1),
  product('城际大巴 苏州 → 上海', 4200, 7800, 100),
  product('会员月卡', 1500, 3000, 500),
  product('年度会员续费', 9800, 29800, 1000),
  product('视频会员季卡', 4500, 6800, 100),
  product('电影票 2 张', 5980, 15980, 100),
  product('话剧《茶馆》门票 一等座', 28000, 68000, 2000),
  product('博物馆特展门票', 3000, 12000, 1000),
  product('话费充值 100 元', 9980, 10000, 10),
  product('水电燃气缴费', 4317, 38642, 1),
  product('物业管理费', 28000, 96000, 1000),
  product('门诊挂号费', 1000, 5000, 500),
  product('药品配送', 1850, 18650, 50),
  product('宠物洗护 中型犬', 8800, 19800, 1000),
  product('理发 资深发型师', 6800, 16800, 1000),
  product('羽毛球场地 2 小时', 8000, 16000, 1000),
  product('健身私教课 10 节', 198000, 398000, 10000),
  product('少儿编程体验课', 990, 9900, 990),
  product('《活着》精装典藏版', 2580, 5980, 100),
  product('文具套装', 1290, 6890, 100),
  product('手机壳 透明磨砂', 1990, 5990, 1000),
  product('蓝牙耳机', 12900, 89900, 1000),
  product('羊毛围巾 驼色', 15900, 45900, 1000),
  product('儿童运动鞋 28 码', 11900, 32900, 1000),
  product('鲜花周订阅 4 束', 9900, 19900, 1000),
  product('生日蛋糕 6 寸', 16800, 26800, 1000),
  product('民宿两晚 莫干山', 68000, 168000, 2000),
  product('文创帆布袋 "小满"', 3900, 6900, 1000),
  product("Kid's Café 亲子套票 🎠", 12800, 22800, 1000),
];

/** A description too long for any row, with characters that break careless parsers. */
export const longDescription =
  '【限时秋日礼盒】桂花乌龙茶 250g × 2 罐 + 手作陶瓷茶具一套（含茶壶、公道杯、品茗杯 × 4、茶巾、竹制茶盘）' +
  '，附赠《茶事小记》一册与"秋分"限量明信片；it\'s a gift 🎁，收货地址偏远地区需补运费，' +
  'C:\\订单备注：请在工作日 18:00 以后配送，门卫处不代收，如需开具发票请联系客服 service@example.com。';
