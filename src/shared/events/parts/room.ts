import { definePart } from './define-part'

export const roomPart = definePart('room', {
  initial: () => ({ roomPlans: [], roomDeclined: false, mirror: null }),
  on: {
    'room-planned': (room, { body: { plan } }) =>
      room.roomPlans.some(({ act }) => act === plan.act)
        ? room
        : { ...room, roomPlans: [...room.roomPlans, plan], roomDeclined: false },
    'room-set': (room, { body: { mirror, declined } }) => ({
      ...room,
      ...(mirror !== undefined && { mirror }),
      ...(declined !== undefined && { roomDeclined: declined }),
    }),
  },
})
