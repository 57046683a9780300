export { lease } from './lease/lease';
export { servicing } from './lease/servicing';
