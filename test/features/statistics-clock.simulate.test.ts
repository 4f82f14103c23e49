import type { WireRequest } from '../../miniprogram/services/http/transport';
import { settle } from '../components/support/dom';
import { mount } from '../components/support/mount';
import { configure } from './support/configure';
import { manualRequests, noon, wireBody, wireOrder } from './support/manual-requests';

const header = { Date: new Date(noon('2026-11-23') * 1000).toUTCString() };

it.each(['2030-01-01', '2027-01-02', '2020-06-01'])(
  'the statistics show the year of the server on a phone whose clock says %s',
  async (day) => {
    const wire = manualRequests(settle);
    const transport = (request: WireRequest) =>
      wire.send({
        ...request,
        success: (answer) => answer && request.success({ ...answer, header }),
      });
    const statistics = mount('features/payment-statistics/payment-statistics', {}, () => {
      configure(transport, { platform: { now: () => noon(day) * 1000 } });
    });
    await settle();
    await wire.request(0).answer(wireBody([wireOrder(0)]));
    const { selected, body, tabs } = statistics.instance.data;
    expect({ selected, body }).toEqual({ selected: '2026', body: 'cards' });
    expect(JSON.stringify(tabs)).not.toContain(day.slice(0, 4));
    expect(wire.requests).toHaveLength(1);
  },
);
