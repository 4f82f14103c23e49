import { CHUNK_ROWS, history, WORDS, type PeerOrder } from '../subjects/orders';

const ROW = 76;
const LIVE_CHUNKS = 3;

/** Class names of a component as in its compiled styles. */
const scoped = (component: string) => {
  const scope = window.miniProgram.artefact.components[component]?.scope ?? '';
  return (...names: string[]) => names.map((name) => `${scope}--${name}`).join(' ');
};

const element = (className: string, ...children: Element[]): HTMLElement => {
  const made = document.createElement('div');
  made.className = className;
  made.append(...children);
  return made;
};

/**
 * The lower limit of the cost: our rows, styles and slots, written directly against the document without
 * framework, logic layer or copies. The empty page holds one chunk without rows, which brings the styles.
 */
export const createPlainList = (parent: Element, count: number) => {
  const rowClass = scoped('components/payment-chunk/payment-chunk');
  const orders = history(count);

  const drawRow = ({ row }: PeerOrder): HTMLElement => {
    const text = (className: string, content: string) => {
      const made = element(className);
      made.textContent = content;
      return made;
    };
    const status = row.status ?? 'success';
    const badges = [text(rowClass('badge', 'row__status'), WORDS.status[status])];
    if (row.refund) badges.push(text(rowClass('badge', 'row__refund'), WORDS.refund[row.refund]));
    const modifiers = [row.gateway, status, ...(row.refund ? [`refund-${row.refund}`] : [])];
    const button = element(
      rowClass('row'),
      text(rowClass('row__mark'), WORDS.mark[row.gateway]),
      text(rowClass('row__description'), row.title),
      text(rowClass('row__time'), row.time),
      text(rowClass('row__amount'), row.amount),
      element(rowClass('row__badges'), ...badges),
    );
    button.setAttribute('role', 'button');
    button.setAttribute('aria-label', [row.title, row.amount, row.time].join(WORDS.comma));
    const made = element(
      rowClass('payment', ...modifiers.map((modifier) => `payment--${modifier}`)),
      button,
    );
    made.dataset['plain'] = 'row';
    return made;
  };

  const list = element('plain-list');
  list.style.position = 'relative';
  parent.append(list);
  const slots = Array.from({ length: LIVE_CHUNKS }, () => {
    const slot = element('plain-slot');
    slot.style.cssText = 'position: absolute; left: 12px; right: 12px';
    list.append(slot);
    return slot;
  });
  const shown: number[] = [];

  const draw = (chunk: number): void => {
    const nth = chunk % LIVE_CHUNKS;
    const slot = slots[nth];
    if (!slot || shown[nth] === chunk) return;
    const from = chunk * CHUNK_ROWS;
    slot.replaceChildren(...orders.slice(from, from + CHUNK_ROWS).map(drawRow));
    slot.style.top = `${from * ROW}px`;
    shown[nth] = chunk;
  };

  const follow = (): void => {
    const middle = Math.floor(document.documentElement.scrollTop / ROW / CHUNK_ROWS);
    for (let chunk = Math.max(0, middle - 1); chunk <= middle + 1; chunk += 1) draw(chunk);
  };
  list.style.height = `${count * ROW}px`;
  document.addEventListener('scroll', follow);

  return {
    /** Draws the chunk after the last one. */
    drawNext: () => draw(Math.max(...shown) + 1),
    /** Scrolls to a row and draws there. */
    jumpTo(rows: number): void {
      document.documentElement.scrollTop = rows * ROW;
      follow();
    },
    update(): void {
      list
        .querySelector(`.${rowClass('payment')}`)
        ?.classList.add(rowClass('payment--refund-complete'));
    },
    remove(): void {
      document.removeEventListener('scroll', follow);
      list.remove();
    },
  };
};
