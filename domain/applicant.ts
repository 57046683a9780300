/** The person who applies, as parsed: SSN nine digits, phone E.164. Kept sealed in SQL, never in Temporal or a log. */
export interface Customer {
  firstName: string;
  lastName: string;
  ssn: string;
  dateOfBirth: string;
  email: string;
  mobilePhone: string;
  address: Address;
}

export interface Address {
  line1: string;
  line2?: string | undefined;
  city: string;
  state: string;
  postalCode: string;
}

export interface BankAccount {
  routingNumber: string;
  accountNumber: string;
  accountType: 'checking' | 'savings';
}
