import { mount } from './support/mount';

describe('statistics-skeleton', () => {
  it('is one image with a label', () => {
    const { attributes } = mountSkeleton();
    expect(attributes).toMatchObject({ ariaRole: 'img', ariaLabel: '正在统计支付记录' });
  });
});

function mountSkeleton() {
  const skeleton = mount('components/statistics-skeleton/statistics-skeleton', {
    label: '正在统计支付记录',
  });
  return { attributes: skeleton.attributes('.skeleton') };
}
