import type { ErrorCode } from '../../domain/errors';
import type { Model } from './lease-model';
import type { ModelReport } from './lease-model-reports';

/** No day of the model. */
export const NEVER = Infinity;

export const FUNDED: Partial<Model> = { status: 'funded', busy: 'opening', scheduledFor: NEVER };

type Delivery = Extract<ModelReport, { event: 'deliveryConfirmed' }>;
export const delivery = ({ day }: Model, { deliveredOn }: Delivery): Partial<Model> =>
  deliveredOn > day ? { scheduledFor: deliveredOn } : { ...FUNDED, deliveredOn };
export const deliveryFault = ({ day, signedOn }: Model, { deliveredOn, lines }: Delivery): ErrorCode | undefined => {
  if (Math.abs(deliveredOn - day) > 30) return 'DELIVERY_DATE_OUT_OF_WINDOW';
  if (deliveredOn < signedOn) return 'DELIVERED_BEFORE_SIGNED';
  return lines === 'part' ? 'PARTIAL_DELIVERY' : undefined;
};

type Parcel = Extract<ModelReport, { event: 'shipmentReported' }>;
type Arrival = Extract<ModelReport, { event: 'shipmentDelivered' }>;

const arrival = (model: Model, parcels: Model['parcels']): Partial<Model> => {
  const there = parcels.filter(({ arrivesOn }) => arrivesOn !== NEVER);
  const isWhole = [1, 2].every((part) => there.some(({ parts }) => parts.includes(part)));
  const deliveredOn = Math.max(...there.map(({ arrivesOn }) => arrivesOn));
  const event = { event: 'deliveryConfirmed', deliveredOn, lines: 'absent' } as const;
  return { parcels, ...(isWhole ? delivery(model, event) : {}) };
};
export const parcel = (model: Model, { parts, deliveredOn }: Parcel): Partial<Model> =>
  arrival(model, [...model.parcels, { parts, arrivesOn: deliveredOn }]);
export const arrived = (model: Model, { number, deliveredOn }: Arrival): Partial<Model> =>
  arrival(
    model,
    model.parcels.map((one, index) => (index === number - 1 ? { ...one, arrivesOn: deliveredOn } : one)),
  );
const dayFault = (model: Model, deliveredOn: number): ErrorCode | undefined =>
  deliveredOn === NEVER
    ? undefined
    : deliveryFault(model, { event: 'deliveryConfirmed', deliveredOn, lines: 'absent' });
export const parcelFault = (model: Model, { parts, deliveredOn }: Parcel): ErrorCode | undefined => {
  if (new Set(parts).size < parts.length) return 'DUPLICATE_LINE';
  const sent = model.parcels.flatMap((one) => one.parts);
  if (parts.some((part) => part > 2 || sent.includes(part))) return 'SHIPMENT_EXCEEDS_ORDER';
  return dayFault(model, deliveredOn);
};
export const arrivalFault = (model: Model, { number, deliveredOn }: Arrival): ErrorCode | undefined =>
  number > model.parcels.length ? 'NOT_FOUND' : dayFault(model, deliveredOn);
export const sentOff = ({ parcels }: Model): ErrorCode | undefined =>
  parcels.length > 0 ? 'ILLEGAL_TRANSITION' : undefined;
