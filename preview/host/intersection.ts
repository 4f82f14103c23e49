import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { domElement } from '../elements/base';
import type { Caller } from './types';

interface Margins {
  left?: number;
  top?: number;
  right?: number;
  bottom?: number;
}
interface ObserverOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

/**
 * WeChat's IntersectionObserver for a page or component. The adapter's own does not report a target that is
 * on screen from the start; WeChat reports it, because its ratio differs from `initialRatio`.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
 */
export class DeviceIntersectionObserver {
  private selector: string | null = null;
  private margins: Margins = {};
  private readonly running: { disconnect(): void }[] = [];

  constructor(
    private readonly caller: Caller,
    private readonly options: ObserverOptions = {},
    private readonly onDisconnect: () => void = () => undefined,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.selector = selector;
    this.margins = margins;
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.selector = null;
    this.margins = margins;
    return this;
  }

  observe(selector: string, listener: (status: Record<string, unknown>) => void): void {
    const tree = this.caller._$.getShadowRoot();
    if (!tree) return;
    const relative = this.selector === null ? null : tree.querySelector(this.selector);
    if (this.selector !== null && !relative) {
      console.warn(`IntersectionObserver: no element matches ${this.selector}`);
      return;
    }
    const found = this.options.observeAll
      ? tree.querySelectorAll(selector)
      : [tree.querySelector(selector)];
    for (const target of found) if (target) this.observeOne(target, relative, listener);
  }

  disconnect(): void {
    for (const observer of this.running.splice(0)) observer.disconnect();
    this.onDisconnect();
  }

  private observeOne(
    target: glassEasel.Element,
    relative: glassEasel.Element | null,
    listener: (status: Record<string, unknown>) => void,
  ): void {
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.margins;
    let isFirst = true;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const isUnchanged = isFirst && !entry.isIntersecting && !this.options.initialRatio;
          isFirst = false;
          if (!isUnchanged) listener(statusOf(target, entry));
        }
      },
      {
        // In an iframe the implicit root ignores margins; the document as root does not.
        root: relative ? domElement(relative) : document,
        rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
        threshold: this.options.thresholds ?? [0],
      },
    );
    observer.observe(domElement(target));
    this.running.push(observer);
  }
}

const statusOf = (target: glassEasel.Element, entry: IntersectionObserverEntry) => ({
  id: target.id,
  dataset: target.dataset,
  intersectionRatio: entry.intersectionRatio,
  intersectionRect: plainRect(entry.intersectionRect),
  boundingClientRect: plainRect(entry.boundingClientRect),
  relativeRect: plainRect(entry.rootBounds),
  time: entry.time,
});

const plainRect = (rect: { left: number; top: number; width: number; height: number } | null) =>
  rect && {
    left: rect.left,
    top: rect.top,
    right: rect.left + rect.width,
    bottom: rect.top + rect.height,
    width: rect.width,
    height: rect.height,
  };
