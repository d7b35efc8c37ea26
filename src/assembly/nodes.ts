/** How the record behind a global id is fetched for this viewer: type name to fetcher. Null is "not there, or not for you". */
import { fetchBooking } from "../bookings/find-booking.js";
import { slotById } from "../capacity/slot.store.js";
import { slotView } from "../capacity/slot.type.js";
import { look } from "../gateway/act.js";
import type { NodeFetchers } from "../gateway/node.js";

export const NODES: NodeFetchers = {
  Booking: fetchBooking,
  Slot: (id, ctx) => look(ctx, async (tx) => ((found) => (found ? slotView(found) : null))(await slotById(tx, id))),
};
