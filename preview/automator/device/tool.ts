import type { SetDataMeter } from '../../host/set-data';
import type { Device } from '../../host/device';
import type { Domain, Handlers } from '../protocol';

/** Answers what concerns the tool around the app: the phone's own buttons, and this preview's settings. */
export const toolHandlers = (
  { pages, dialogs, conditions }: Device,
  meter: SetDataMeter,
): Handlers<Domain<'Tool'> & Domain<'Preview'>> => {
  const native: Record<string, () => void> = {
    confirmModal: dialogs.confirm,
    cancelModal: dialogs.cancel,
    closePaymentDialog: dialogs.cancel,
    navigateLeft: () => pages.navigateBack(1),
    goHome: () => {
      const [first] = pages.pages();
      if (first) pages.reLaunch(first.path);
    },
  };
  return {
    'Tool.native': ({ method }) => {
      const act = Object.hasOwn(native, method) ? native[method] : undefined;
      if (!act)
        throw new Error(`native ${method} is left out: the preview has nothing of that kind`);
      act();
      return {};
    },
    'Preview.setConditions': (changes) => {
      conditions.change(changes);
      return {};
    },
    'Preview.getSetDataCount': () => meter.read(),
  };
};
