import type { ScreenName } from '../../../preview/conditions';
import type { Element } from '../../../testing/client';
import type { Stage } from './stage';
import { until } from '../../../testing/until';

/** A rectangle in px from the top left of the screen. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface WindowInfo {
  windowWidth: number;
  windowHeight: number;
  safeArea: Box;
}

/** A method that the client's types omit. */
interface Measurable {
  domProperty(names: string[]): Promise<number[]>;
}

/** The width of a text beyond its box, in px. */
export const cutOff = async (element: object): Promise<number> => {
  const names = ['scrollWidth', 'clientWidth'];
  const [scrollWidth = 0, clientWidth = 0] = await (element as Measurable).domProperty(names);
  return scrollWidth - clientWidth;
};

/** Measures elements on the screen. Only the preview can change the screen, DevTools cannot. */
export class Screen {
  constructor(private readonly stage: Stage) {}

  /** Changes the screen or its orientation. */
  async become(screen: ScreenName, width: number): Promise<void> {
    await this.stage.setConditions({ screen });
    await until(`a screen ${width} px wide`, async () => (await this.info()).windowWidth === width);
  }

  async info(): Promise<WindowInfo> {
    return (await this.stage.miniProgram.callWxMethod('getWindowInfo')) as WindowInfo;
  }

  async boxOf(element: Element | null): Promise<Box> {
    if (!element) throw new Error('no element to measure');
    const page = await this.stage.miniProgram.currentPage();
    const [{ left, top }, { width, height }, scrollTop] = await Promise.all([
      element.offset(),
      element.size(),
      page?.scrollTop(),
    ]);
    const onScreen = top - Number(scrollTop);
    return { left, top: onScreen, right: left + width, bottom: onScreen + height };
  }

  /** The boxes of the elements that are outside the safe area. */
  async notSafe(elements: readonly (Element | null)[]): Promise<Box[]> {
    const { safeArea } = await this.info();
    const boxes = await Promise.all(elements.map((element) => this.boxOf(element)));
    return boxes.filter(
      ({ left, right, bottom }) =>
        left < safeArea.left || right > safeArea.right || bottom > safeArea.bottom,
    );
  }

  /** The elements at a path of selectors; each selector searches inside the elements of the one before. */
  async all(...selectors: string[]): Promise<Element[]> {
    const page = await this.stage.miniProgram.currentPage();
    let found = [page] as unknown as Element[];
    for (const selector of selectors) {
      found = (await Promise.all(found.map((element) => element.$$(selector)))).flat();
    }
    return found;
  }
}
