import type { ItemCategory } from '../../../../domain/invoice';
import type { Language } from '../../../pages/language';

interface OrderWords {
  title: string;
  explanation: string;
  replaces: string;
  limit: string;
  invoiceNumber: string;
  deliveryState: string;
  customersState: string;
  line: (lineNumber: number) => string;
  sku: string;
  description: string;
  category: string;
  quantity: string;
  priceEach: string;
  priceHint: string;
  total: string;
  moreLines: string;
  submit: string;
  categories: Readonly<Record<ItemCategory, string>>;
}

const ENGLISH: OrderWords = {
  title: 'Enter the order',
  explanation: 'Prices before sales tax. The customer then reads the price of the lease and signs.',
  replaces: 'This replaces the order entered before. The old signing link stops working.',
  limit: 'Approved up to',
  invoiceNumber: 'Invoice number',
  deliveryState: 'State the goods go to',
  customersState: 'Where the customer lives',
  line: (lineNumber) => `Item ${lineNumber}`,
  sku: 'Item number',
  description: 'Description',
  category: 'Kind of item',
  quantity: 'Quantity',
  priceEach: 'Price each',
  priceHint: 'In dollars, for example 1,249.99',
  total: 'Total',
  moreLines: 'More items',
  submit: 'Save the order',
  categories: {
    furniture: 'Furniture',
    mattress: 'Mattress',
    appliance: 'Appliance',
    electronics: 'Electronics',
    computer: 'Computer',
    jewelry: 'Jewelry',
    tires_wheels: 'Tires and wheels',
    instrument: 'Musical instrument',
    other: 'Something else',
    service_plan: 'Service plan',
    warranty: 'Warranty',
    tax: 'Tax',
    gift_card: 'Gift card',
    financing_fee: 'Fee',
  },
};

const SPANISH: OrderWords = {
  title: 'Registrar el pedido',
  explanation: 'Precios antes de impuestos. Después el cliente lee el precio del arrendamiento y firma.',
  replaces: 'Esto reemplaza el pedido registrado antes. El enlace anterior para firmar deja de funcionar.',
  limit: 'Aprobado hasta',
  invoiceNumber: 'Número de factura',
  deliveryState: 'Estado al que va la mercancía',
  customersState: 'Donde vive el cliente',
  line: (lineNumber) => `Artículo ${lineNumber}`,
  sku: 'Código del artículo',
  description: 'Descripción',
  category: 'Tipo de artículo',
  quantity: 'Cantidad',
  priceEach: 'Precio por unidad',
  priceHint: 'En dólares, por ejemplo 1,249.99',
  total: 'Total',
  moreLines: 'Más artículos',
  submit: 'Guardar el pedido',
  categories: {
    furniture: 'Muebles',
    mattress: 'Colchón',
    appliance: 'Electrodoméstico',
    electronics: 'Electrónica',
    computer: 'Computadora',
    jewelry: 'Joyería',
    tires_wheels: 'Llantas y rines',
    instrument: 'Instrumento musical',
    other: 'Otra cosa',
    service_plan: 'Plan de servicio',
    warranty: 'Garantía',
    tax: 'Impuesto',
    gift_card: 'Tarjeta de regalo',
    financing_fee: 'Cargo',
  },
};

export const ORDER_WORDS: Readonly<Record<Language, OrderWords>> = { en: ENGLISH, es: SPANISH };
