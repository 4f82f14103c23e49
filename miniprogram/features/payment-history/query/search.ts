import { plainText } from '../../../domain/order-number';
import type { ListedOrder } from '../../shared/row-model';

/**
 * Makes a test for descriptions that contain every word of a text. Both are compared in one form: blanks in
 * a description, case and width of letters, and invisible marks make no difference.
 */
export function describes(text: string): (order: Pick<ListedOrder, 'description'>) => boolean {
  const words = normalized(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return ({ description }) => {
    const described = normalized(description).replace(/\s+/g, '');
    return words.every((word) => described.includes(word));
  };
}

function normalized(text: string): string {
  return plainText(text).toLowerCase();
}
