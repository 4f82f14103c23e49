import { only } from './support/dom';
import { mount } from './support/mount';

const TONE = /badge--(\w+)$/;

describe.each([
  ['status-badge', 'status', ['pending', 'success', 'failed', 'unknown']],
  ['refund-badge', 'refund', ['partial', 'complete', 'failed', 'unknown']],
])('%s', (component, property, states) => {
  const path = `components/${component}/${component}`;

  it.each(states)('shows its text on the colour of %s', (state) => {
    const badge = only(mount(path, { [property]: state, text: '某词' }).dom, 'badge');
    expect(badge.textContent).toBe('某词');
    expect(TONE.exec(badge.className)?.[1]).toBe(state);
  });

  it('is one node and has the colour of unknown by default', () => {
    const { dom } = mount(path, { text: 'x' });
    expect([...dom.querySelectorAll('*')]).toHaveLength(1);
    expect(TONE.exec(only(dom, 'badge').className)?.[1]).toBe('unknown');
  });
});
