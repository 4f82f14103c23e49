import { group, onePage, type Topic } from './topic';

const outcome = (call: string) =>
  `new Promise((resolve) => ${call.replace('RESOLVE', 'success: () => resolve("success"), fail: ({ errMsg }) => resolve(errMsg)')})`;
const caught = (call: string) =>
  `(() => { try { return ${call} } catch (error) { return error.message } })()`;

/** Storage, files, user interface and requests. */
export const calls: Topic = {
  title: 'calls of wx',
  files: onePage(
    '<view id="box" class="one" style="width: 50px; height: 20px; margin-top: 10px" data-x="1" /><view class="one" style="height: 1500px" /><scroll-view id="scroll" scroll-y /><canvas type="2d" id="canvas" />',
    'Page({ onPageScroll({ scrollTop }) { this.scrolled = scrollTop } })',
  ),
  groups: [
    group('api/storage/wx.setStorageSync.html', [
      [
        'an object is kept',
        '(wx.setStorageSync("k", { a: [1] }), wx.getStorageSync("k"))',
        { a: [1] },
      ],
      ['a number is kept', '(wx.setStorageSync("n", 5), wx.getStorageSync("n"))', 5],
      ['a boolean is kept', '(wx.setStorageSync("b", false), wx.getStorageSync("b"))', false],
      ['text is kept', '(wx.setStorageSync("z", "x"), wx.getStorageSync("z"))', 'x'],
      [
        'the value is a copy',
        '(() => { const value = { n: 1 }; wx.setStorageSync("c", value); value.n = 2; return wx.getStorageSync("c").n })()',
        1,
      ],
      [
        'a value over 1 MB is refused',
        caught('wx.setStorageSync("big", "x".repeat(1024 * 1024 + 1))').replace(
          'return error.message',
          'return "refused"',
        ),
        'refused',
      ],
    ]),
    group('api/storage/wx.getStorageSync.html', [
      ['a missing key gives an empty text', 'wx.getStorageSync("missing")', ''],
    ]),
    group('api/storage/wx.getStorage.html', [
      ['success has data', 'wx.getStorage({ key: "n" }).then(({ data }) => data)', 5],
      ['errMsg', 'wx.getStorage({ key: "n" }).then(({ errMsg }) => errMsg)', 'getStorage:ok'],
      [
        'a missing key fails',
        outcome('wx.getStorage({ key: "missing", RESOLVE })'),
        'getStorage:fail data not found',
      ],
    ]),
    group('api/storage/wx.getStorageInfoSync.html', [
      ['keys', 'wx.getStorageInfoSync().keys.includes("n")', true],
      ['limitSize in KB', 'wx.getStorageInfoSync().limitSize', 10240],
      ['currentSize is a number', 'typeof wx.getStorageInfoSync().currentSize', 'number'],
    ]),
    group('api/storage/wx.removeStorageSync.html', [
      ['a key is removed', '(wx.removeStorageSync("n"), wx.getStorageSync("n"))', ''],
      ['a missing key is no error', '(wx.removeStorageSync("missing"), "ok")', 'ok'],
    ]),
    group('api/storage/wx.clearStorageSync.html', [
      ['everything is removed', '(wx.clearStorageSync(), wx.getStorageInfoSync().keys)', []],
    ]),
    group('framework/app-service/api.html', [
      ['without callbacks a promise', 'typeof wx.getStorageInfo().then', 'function'],
      ['with a callback no promise', 'wx.getStorageInfo({ success() {} }) === undefined', true],
      [
        'success comes before complete',
        'new Promise((resolve) => { const order = []; wx.getStorageInfo({ success: () => order.push("success"), complete: () => { order.push("complete"); resolve(order) } }) })',
        ['success', 'complete'],
      ],
      [
        'fail comes before complete',
        'new Promise((resolve) => { const order = []; wx.getStorage({ key: "-", fail: () => order.push("fail"), complete: () => { order.push("complete"); resolve(order) } }) })',
        ['fail', 'complete'],
      ],
      [
        'a promise rejects with errMsg',
        'wx.getStorage({ key: "-" }).catch(({ errMsg }) => errMsg)',
        'getStorage:fail data not found',
      ],
      [
        'complete gets the result',
        'new Promise((resolve) => wx.getStorageInfo({ complete: ({ errMsg }) => resolve(errMsg) }))',
        'getStorageInfo:ok',
      ],
    ]),
    group('api/file/FileSystemManager.html', [
      [
        'a file is written and read',
        '(() => { const fs = wx.getFileSystemManager(); fs.writeFileSync(`${wx.env.USER_DATA_PATH}/a.txt`, "字", "utf8"); return fs.readFileSync(`${wx.env.USER_DATA_PATH}/a.txt`, "utf8") })()',
        '字',
      ],
      ['one manager', 'wx.getFileSystemManager() === wx.getFileSystemManager()', true],
    ]),
    group('api/file/FileSystemManager.readFileSync.html', [
      [
        'without encoding an ArrayBuffer',
        'wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/a.txt`) instanceof ArrayBuffer',
        true,
      ],
      [
        'its bytes',
        'wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/a.txt`).byteLength',
        3,
      ],
      [
        'base64',
        'wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/a.txt`, "base64")',
        '5a2X',
      ],
      [
        'hex',
        'wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/a.txt`, "hex")',
        'e5ad97',
      ],
      [
        'a missing file throws',
        `/no such file/.test(${caught('wx.getFileSystemManager().readFileSync("http://usr/none", "utf8")')})`,
        true,
      ],
    ]),
    group('api/file/FileSystemManager.writeFile.html', [
      [
        'success',
        outcome(
          'wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/b.txt`, data: "b", encoding: "utf8", RESOLVE })',
        ),
        'success',
      ],
      [
        'a folder that is missing fails',
        outcome(
          'wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/no/b.txt`, data: "b", RESOLVE })',
        ).replace(
          'resolve(errMsg)',
          'resolve(/writeFile:fail no such file or directory/.test(errMsg))',
        ),
        true,
      ],
    ]),
    group('api/file/FileSystemManager.appendFile.html', [
      [
        'text is added',
        '(wx.getFileSystemManager().appendFileSync(`${wx.env.USER_DATA_PATH}/b.txt`, "c", "utf8"), wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/b.txt`, "utf8"))',
        'bc',
      ],
    ]),
    group('api/file/FileSystemManager.mkdir.html', [
      [
        'a folder is made and listed',
        '(wx.getFileSystemManager().mkdirSync(`${wx.env.USER_DATA_PATH}/d`), wx.getFileSystemManager().readdirSync(wx.env.USER_DATA_PATH).sort())',
        ['a.txt', 'b.txt', 'd'],
      ],
      [
        'a folder that exists fails',
        `/file already exists/.test(${caught('wx.getFileSystemManager().mkdirSync("http://usr/d")')})`,
        true,
      ],
      [
        'recursive makes all',
        '(wx.getFileSystemManager().mkdirSync(`${wx.env.USER_DATA_PATH}/x/y`, true), wx.getFileSystemManager().readdirSync(`${wx.env.USER_DATA_PATH}/x`))',
        ['y'],
      ],
    ]),
    group('api/file/FileSystemManager.stat.html', [
      ['the size', 'wx.getFileSystemManager().statSync(`${wx.env.USER_DATA_PATH}/b.txt`).size', 2],
      [
        'a folder',
        'wx.getFileSystemManager().statSync(`${wx.env.USER_DATA_PATH}/d`).isDirectory()',
        true,
      ],
    ]),
    group('api/file/FileSystemManager.unlink.html', [
      [
        'a file is removed',
        `(wx.getFileSystemManager().unlinkSync("http://usr/b.txt"), ${caught('wx.getFileSystemManager().accessSync("http://usr/b.txt")').replace('error.message', '"gone"')})`,
        'gone',
      ],
    ]),
    group('api/base/system/wx.getWindowInfo.html', [
      ['windowWidth is a number', 'typeof wx.getWindowInfo().windowWidth', 'number'],
      [
        'the safe area is inside',
        'wx.getWindowInfo().safeArea.width <= wx.getWindowInfo().windowWidth',
        true,
      ],
      ['statusBarHeight is a number', 'typeof wx.getWindowInfo().statusBarHeight', 'number'],
    ]),
    group('api/base/system/wx.getSystemSetting.html', [
      [
        'the switches of the phone',
        '(({ bluetoothEnabled, locationEnabled, wifiEnabled, deviceOrientation }) => [bluetoothEnabled, locationEnabled, wifiEnabled, deviceOrientation])(wx.getSystemSetting())',
        [true, true, true, 'portrait'],
      ],
    ]),
    group('api/base/system/wx.getAppAuthorizeSetting.html', [
      [
        'what WeChat may use',
        '["camera", "location", "microphone", "notification"].map((name) => wx.getAppAuthorizeSetting()[`${name}Authorized`])',
        ['authorized', 'authorized', 'authorized', 'authorized'],
      ],
      [
        'locationReducedAccuracy is a boolean',
        'typeof wx.getAppAuthorizeSetting().locationReducedAccuracy',
        'boolean',
      ],
    ]),
    group('api/wxml/NodesRef.node.html', [
      [
        'a canvas has a node',
        'new Promise((resolve) => wx.createSelectorQuery().select("#canvas").node().exec(([{ node }]) => { node.width = 300; node.getContext("2d").fillRect(0, 0, 1, 1); resolve(typeof node) }))',
        'function',
      ],
    ]),
    group('component/canvas.html', [
      [
        'a canvas is 300 × 150',
        'box("#canvas").then(({ width, height }) => [width, height])',
        [300, 150],
      ],
    ]),
    group('api/base/system/wx.getSystemInfoSync.html', [
      ['SDKVersion has three parts', 'wx.getSystemInfoSync().SDKVersion.split(".").length', 3],
      ['language', 'wx.getSystemInfoSync().language', 'zh_CN'],
      [
        'it agrees with the asynchronous one',
        'wx.getSystemInfo().then(({ platform }) => platform === wx.getSystemInfoSync().platform)',
        true,
      ],
    ]),
    group('api/base/wx.canIUse.html', [
      ['a call', 'wx.canIUse("getStorage")', true],
      ['an element', 'wx.canIUse("view")', true],
      ['what does not exist', 'wx.canIUse("flyToTheMoon")', false],
    ]),
    group('api/ui/menu/wx.getMenuButtonBoundingClientRect.html', [
      [
        'its right is its left and width',
        '(({ left, width, right }) => left + width === right)(wx.getMenuButtonBoundingClientRect())',
        true,
      ],
    ]),
    group('api/open-api/account-info/wx.getAccountInfoSync.html', [
      ['miniProgram has an appId', 'typeof wx.getAccountInfoSync().miniProgram.appId', 'string'],
      ['envVersion', 'wx.getAccountInfoSync().miniProgram.envVersion', 'develop'],
    ]),
    group('api/base/update/wx.getUpdateManager.html', [
      [
        'onCheckForUpdate tells hasUpdate',
        'new Promise((resolve) => wx.getUpdateManager().onCheckForUpdate(({ hasUpdate }) => resolve(typeof hasUpdate)))',
        'boolean',
      ],
    ]),
    group('api/ui/interaction/wx.showToast.html', [
      ['it is shown', 'wx.showToast({ title: "t" }).then(({ errMsg }) => errMsg)', 'showToast:ok'],
      ['it is hidden', 'wx.hideToast().then(({ errMsg }) => errMsg)', 'hideToast:ok'],
    ]),
    group('api/ui/interaction/wx.showActionSheet.html', [
      [
        'more than six items fail',
        outcome('wx.showActionSheet({ itemList: ["1","2","3","4","5","6","7"], RESOLVE })').replace(
          'resolve(errMsg)',
          'resolve("fail")',
        ),
        'fail',
      ],
    ]),
    group('api/ui/interaction/wx.showModal.html', [
      [
        'a long button text fails',
        outcome('wx.showModal({ confirmText: "12345", RESOLVE })').replace(
          'resolve(errMsg)',
          'resolve("fail")',
        ),
        'fail',
      ],
    ]),
    group('api/wxml/wx.createSelectorQuery.html', [
      ['boundingClientRect', 'box("#box").then(({ width, height }) => [width, height])', [50, 20]],
      [
        'it has id and dataset',
        'box("#box").then(({ id, dataset }) => [id, dataset])',
        ['box', { x: '1' }],
      ],
      [
        'right is left and width',
        'box("#box").then(({ left, right, width }) => right - left === width)',
        true,
      ],
      ['nothing found is null', 'box("#none")', null],
      [
        'selectAll is a list',
        'new Promise((resolve) => wx.createSelectorQuery().selectAll(".one").boundingClientRect().exec(([list]) => resolve(list.length)))',
        2,
      ],
      [
        'selectAll of nothing is empty',
        'new Promise((resolve) => wx.createSelectorQuery().selectAll(".none").boundingClientRect().exec(([list]) => resolve(list)))',
        [],
      ],
      [
        'exec has all results in order',
        'new Promise((resolve) => wx.createSelectorQuery().select("#box").boundingClientRect().select("#none").boundingClientRect().exec((all) => resolve(all.map((one) => one && one.id))))',
        ['box', null],
      ],
      [
        'fields',
        'new Promise((resolve) => wx.createSelectorQuery().select("#box").fields({ id: true, size: true }).exec(([found]) => resolve(found)))',
        { id: 'box', width: 50, height: 20 },
      ],
      [
        'computedStyle',
        'new Promise((resolve) => wx.createSelectorQuery().select("#box").fields({ computedStyle: ["marginTop"] }).exec(([found]) => resolve(found.marginTop)))',
        '10px',
      ],
      [
        'properties',
        'new Promise((resolve) => wx.createSelectorQuery().select("#scroll").fields({ properties: ["scrollY", "upperThreshold"] }).exec(([found]) => resolve(found)))',
        { scrollY: true, upperThreshold: 50 },
      ],
      [
        'the viewport has a scroll place',
        'new Promise((resolve) => wx.createSelectorQuery().selectViewport().scrollOffset().exec(([found]) => resolve([found.scrollTop, found.scrollLeft])))',
        [0, 0],
      ],
      [
        'in() chooses the component',
        'new Promise((resolve) => wx.createSelectorQuery().in(page).select("#box").boundingClientRect().exec(([found]) => resolve(found.width)))',
        50,
      ],
    ]),
    group('api/wxml/wx.createIntersectionObserver.html', [
      [
        'a visible target is reported',
        'new Promise((resolve) => page.createIntersectionObserver().relativeToViewport().observe("#box", ({ intersectionRatio }) => resolve(intersectionRatio)))',
        1,
      ],
    ]),
    group('api/ui/scroll/wx.pageScrollTo.html', [
      [
        'the page scrolls',
        'wx.pageScrollTo({ scrollTop: 100, duration: 0 }).then(() => later(() => page.scrolled, 100))',
        100,
      ],
      [
        'a selector',
        'wx.pageScrollTo({ selector: "#box", duration: 0 }).then(() => later(() => page.scrolled, 100))',
        10,
      ],
      [
        'with an offset',
        'wx.pageScrollTo({ selector: "#box", offsetTop: 20, duration: 0 }).then(() => later(() => page.scrolled, 100))',
        30,
      ],
    ]),
    group('api/ui/animation/wx.createAnimation.html', [
      [
        'export has the steps',
        'wx.createAnimation({ duration: 100 }).rotate(45).opacity(0.5).step().export().actions.length',
        1,
      ],
      [
        'a step has its changes',
        'wx.createAnimation().rotate(45).opacity(0.5).step().export().actions[0].animates.map(({ type }) => type)',
        ['rotate', 'style'],
      ],
      [
        'export empties the list',
        '(() => { const animation = wx.createAnimation(); animation.scale(2).step().export(); return animation.export().actions.length })()',
        0,
      ],
      [
        'duration by default',
        'wx.createAnimation().scale(2).step().export().actions[0].option.transition.duration',
        400,
      ],
      [
        'timingFunction by default',
        'wx.createAnimation().scale(2).step().export().actions[0].option.transition.timingFunction',
        'linear',
      ],
    ]),
    group('api/ui/custom-component/wx.nextTick.html', [
      [
        'it runs after the present code',
        'new Promise((resolve) => { const order = []; wx.nextTick(() => { order.push("tick"); resolve(order) }); order.push("now") })',
        ['now', 'tick'],
      ],
    ]),
    group('api/network/request/wx.request.html', [
      [
        'it returns a task',
        '(() => { const task = wx.request({ url: host + "/none", fail() {} }); return [typeof task.abort, typeof task.onHeadersReceived, typeof task.offHeadersReceived] })()',
        ['function', 'function', 'function'],
      ],
      [
        'statusCode 404 is a success',
        'send({ url: host + "/none" }).then(({ statusCode }) => statusCode)',
        404,
      ],
      ['errMsg', 'send({ url: host + "/none" }).then(({ errMsg }) => errMsg)', 'request:ok'],
      [
        'header is an object',
        'send({ url: host + "/none" }).then(({ header }) => typeof header)',
        'object',
      ],
      [
        'cookies is a list',
        'send({ url: host + "/none" }).then(({ cookies }) => Array.isArray(cookies))',
        true,
      ],
      [
        'responseType arraybuffer',
        'send({ url: host + "/none", responseType: "arraybuffer" }).then(({ data }) => data instanceof ArrayBuffer)',
        true,
      ],
      [
        'dataType other than json gives text',
        'send({ url: host + "/none", dataType: "text" }).then(({ data }) => typeof data)',
        'string',
      ],
      [
        'abort fails',
        'new Promise((resolve) => wx.request({ url: host + "/none", fail: ({ errMsg }) => resolve(errMsg) }).abort())',
        'request:fail abort',
      ],
      [
        'a failure has an errno',
        'new Promise((resolve) => wx.request({ url: "https://elsewhere.invalid/", fail: ({ errno }) => resolve(typeof errno) }))',
        'number',
      ],
      [
        'another domain fails',
        'new Promise((resolve) => wx.request({ url: "https://elsewhere.invalid/", fail: ({ errMsg }) => resolve(/^request:fail url not in domain list/.test(errMsg)) }))',
        true,
      ],
    ]),
    group('api/network/request/RequestTask.onHeadersReceived.html', [
      [
        'the listener gets the headers',
        'new Promise((resolve) => wx.request({ url: host + "/none" }).onHeadersReceived(({ header, statusCode }) => resolve([typeof header, statusCode])))',
        ['object', 404],
      ],
    ]),
  ],
};
