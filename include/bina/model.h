/**
 * @file bina/model.h
 * The kinds the library knows and the numbers of their fields.
 *
 * Printed from src/model/kinds by `./run refresh`: do not edit.
 */
#ifndef BINA_MODEL_H
#define BINA_MODEL_H

/** The kinds. A number keeps its meaning for ever. */
enum bina_kind {
    BINA_NO_KIND = 0, /**< a description made at run time */
    BINA_REGION = 1, /**< An administrative area of Indonesia by its Kemendagri code: province, regency or city, district, village. Served from the reference tables, with editions. */
    BINA_SUCCESSION = 2, /**< What became of an area between two editions: renamed, moved, split or merged. */
    BINA_INDUSTRY = 3, /**< A class of the Indonesian standard industrial classification (KBLI), with its edition. */
    BINA_COMMODITY = 4, /**< What an area makes or could make: ikat cloth, furniture, cashew. */
    BINA_POTENTIAL = 5, /**< What a region has: a natural resource, a skill, or a commodity declared its flagship. */
    BINA_PERSON = 10, /**< A human being. Many have one name only. */
    BINA_HOUSEHOLD = 11, /**< People on one family card (KK): the unit in which double help is counted. */
    BINA_ENTERPRISE = 12, /**< A business: home industry, IKM or UMKM. Its name may be missing: home industries often have none. */
    BINA_OWNERSHIP = 13, /**< Who owns, manages or inherited an enterprise, and from when to when. */
    BINA_SITE = 14, /**< A place where an enterprise works: home, stall, sentra, or none fixed. */
    BINA_CONTACT = 15, /**< A phone number or other way to reach a party; often somebody else's. */
    BINA_IDENTIFIER = 16, /**< A number some system gave a party: NPWP, SIINas account, an agency's own row number. */
    BINA_GROUP = 17, /**< People who work together: KUB, weavers, KWT. Equipment often goes to groups only. */
    BINA_MEMBERSHIP = 18, /**< Who belongs to a group, in which role, from when to when. */
    BINA_SENTRA = 19, /**< An industrial cluster: at least five units in one place with the same product, material or process (PP 29/2018 Art. 1). */
    BINA_ORGANISATION = 20, /**< A body that is neither a small enterprise nor a group: agency, university, retailer, bank, craft council. */
    BINA_PARTNERSHIP = 21, /**< Two parties who work together: supplier, offtaker, mentor. */
    BINA_CONSENT = 22, /**< What a person allowed to be done with their data (UU 27/2022), and when they took it back. */
    BINA_LICENCE = 30, /**< A permit or mark: PIRT, BPOM MD, halal, brand, SNI. The NIB of an enterprise stands on the enterprise. */
    BINA_DOCUMENT = 31, /**< A paper that proves something: letter, decree (SK), handover minutes (BAST), photo. */
    BINA_PRODUCT = 40, /**< A thing an enterprise or group makes and sells; the unit that stands on a shelf. */
    BINA_SOURCE_REGISTER = 50, /**< A list that an agency keeps. */
    BINA_INTAKE = 51, /**< One reading of one file of a source register. */
    BINA_SOURCE_RECORD = 52, /**< One row of a source register as received, with its history; never rewritten by linking or merging. */
    BINA_PAIR = 53, /**< Two source records that may be the same, how likely, and what people decided; a verdict outranks any score. */
    BINA_CONFIRMATION = 54, /**< What an agency says of an enterprise when asked; silence is a state. */
    BINA_PROVENANCE = 55, /**< Which source a field of a merged record came from, and by which rule. */
    BINA_COMMIT = 60, /**< One change of the register, as a whole: who, when, why; chained by hashes. */
    BINA_CHANGE = 61, /**< What one commit did to one record. */
    BINA_STORE = 62, /**< A register file and the office that keeps it. */
};

/** Fields of REGION: An administrative area of Indonesia by its Kemendagri code: province, regency or city, district, village. Served from the reference tables, with editions. */
enum {
    BINA_REGION_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_REGION_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_REGION_CODE = 2, /**< text: Kemendagri code with dots: PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD. */
    BINA_REGION_NAME = 3, /**< text: Official name in the edition, without the word for the level. */
    BINA_REGION_LEVEL = 4, /**< code: Which level of government. */
    BINA_REGION_PARENT = 5, /**< text: Code of the area that contains it; none for a province. */
    BINA_REGION_FIRST_EDITION = 6, /**< int: First edition (a year) on hand that lists it under this code and name. */
    BINA_REGION_LAST_EDITION = 7, /**< int: Last edition (a year) that lists it; none while it is in force. */
    BINA_REGION_BPS = 8, /**< text: BPS code (2018) at province and regency level; the two systems look alike and differ. */
};

/** Fields of SUCCESSION: What became of an area between two editions: renamed, moved, split or merged. */
enum {
    BINA_SUCCESSION_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SUCCESSION_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_SUCCESSION_FROM_CODE = 2, /**< text: Code in the earlier edition. */
    BINA_SUCCESSION_TO_CODE = 3, /**< text: Code in the later edition. */
    BINA_SUCCESSION_EDITION = 4, /**< int: The edition (a year) that first has the new code. */
    BINA_SUCCESSION_NATURE = 5, /**< code: What happened, as read from the lists: names and parents, not the decrees. */
};

/** Fields of INDUSTRY: A class of the Indonesian standard industrial classification (KBLI), with its edition. */
enum {
    BINA_INDUSTRY_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_INDUSTRY_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_INDUSTRY_CODE = 2, /**< text: 2 to 5 digits, as text: leading zeros count. */
    BINA_INDUSTRY_EDITION = 3, /**< int: Year of the classification, such as 2020. */
    BINA_INDUSTRY_TITLE = 4, /**< text: Official title. */
    BINA_INDUSTRY_SECTION = 5, /**< text: Letter A to U; C is manufacturing. */
    BINA_INDUSTRY_PARENT = 6, /**< text: The class one digit shorter. */
};

/** Fields of COMMODITY: What an area makes or could make: ikat cloth, furniture, cashew. */
enum {
    BINA_COMMODITY_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_COMMODITY_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_COMMODITY_NAME = 2, /**< text: Common name. */
    BINA_COMMODITY_ACTIVITY = 3, /**< text: KBLI class of those who make it. */
    BINA_COMMODITY_ACTIVITY_EDITION = 4, /**< int: Edition of the KBLI code. */
    BINA_COMMODITY_UNIT = 5, /**< text: Unit in which it is counted. */
};

/** Fields of POTENTIAL: What a region has: a natural resource, a skill, or a commodity declared its flagship. */
enum {
    BINA_POTENTIAL_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_POTENTIAL_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_POTENTIAL_REGION = 2, /**< text: Kemendagri code. */
    BINA_POTENTIAL_COMMODITY = 3, /**< ref: The commodity. */
    BINA_POTENTIAL_NATURE = 4, /**< code: Natural, skill, or declared flagship. */
    BINA_POTENTIAL_STRENGTH = 5, /**< int: 1 (weak) to 5 (strong), as the source judges. */
    BINA_POTENTIAL_SOURCE = 6, /**< text: Who says so: decree, survey, plan. */
};

/** Fields of PERSON: A human being. Many have one name only. */
enum {
    BINA_PERSON_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PERSON_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_PERSON_NUMBER = 2, /**< text: Short number for paper, with a check character. */
    BINA_PERSON_NAME = 3, /**< text: Name as the person gives it, without titles. */
    BINA_PERSON_TITLES = 4, /**< text: Titles as written: H., Lalu, S.Pd. */
    BINA_PERSON_NIK = 5, /**< text: Population number, 16 digits as text. Has no check digit; names the place of first registration. */
    BINA_PERSON_SEX = 6, /**< code: Sex. */
    BINA_PERSON_BORN = 7, /**< date: Date of birth; may differ from the one inside the NIK. */
    BINA_PERSON_DIED = 8, /**< date: Date of death. */
    BINA_PERSON_HOUSEHOLD = 9, /**< ref: The household the person belongs to. */
    BINA_PERSON_REGION = 10, /**< text: Where the person lives; Kemendagri code. */
    BINA_PERSON_REGION_EDITION = 11, /**< int: Edition of the region code; none means the latest known when written. */
    BINA_PERSON_ADDRESS = 12, /**< text: Address below the village. */
    BINA_PERSON_MERGED_INTO = 13, /**< ref: The record that stands for the same person since a merge. */
    BINA_PERSON_AGE = 14, /**< int: Completed years on the date asked about. */
};

/** Fields of HOUSEHOLD: People on one family card (KK): the unit in which double help is counted. */
enum {
    BINA_HOUSEHOLD_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_HOUSEHOLD_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_HOUSEHOLD_CARD = 2, /**< text: Family card number, 16 digits. */
    BINA_HOUSEHOLD_REGION = 3, /**< text: Kemendagri code of the village. */
    BINA_HOUSEHOLD_REGION_EDITION = 4, /**< int: Edition of the region code. */
    BINA_HOUSEHOLD_ADDRESS = 5, /**< text: Address below the village. */
};

/** Fields of ENTERPRISE: A business: home industry, IKM or UMKM. Its name may be missing: home industries often have none. */
enum {
    BINA_ENTERPRISE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ENTERPRISE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_ENTERPRISE_NUMBER = 2, /**< text: Short number for paper, with a check character. */
    BINA_ENTERPRISE_NAME = 3, /**< text: Trade name as used; none for many home industries. */
    BINA_ENTERPRISE_NIB = 4, /**< text: Business identity number of OSS, 13 digits as text. */
    BINA_ENTERPRISE_REGION = 5, /**< text: Kemendagri code of the village (or, if unknown, district or regency) of its main place. */
    BINA_ENTERPRISE_REGION_EDITION = 6, /**< int: Edition of the region code; none means the latest known when written. */
    BINA_ENTERPRISE_ADDRESS = 7, /**< text: Address below the village: street, hamlet, RT/RW. */
    BINA_ENTERPRISE_ACTIVITY = 8, /**< text: KBLI class of the main activity. */
    BINA_ENTERPRISE_ACTIVITY_EDITION = 9, /**< int: Edition of the KBLI code. */
    BINA_ENTERPRISE_PRODUCT = 10, /**< text: Main product in the owner's words, such as 'kerupuk ikan'. */
    BINA_ENTERPRISE_SCOPE = 11, /**< code: Industry, trade, service, or unknown: what counts towards which figure. */
    BINA_ENTERPRISE_STAGE = 12, /**< code: Stage of a home industry (Permen PPPA 2/2016). */
    BINA_ENTERPRISE_STATUS = 13, /**< code: Whether it works; dated, so that a past day can be counted. */
    BINA_ENTERPRISE_FOUNDED = 14, /**< int: Year the business began. */
    BINA_ENTERPRISE_WORKERS = 15, /**< int: Workers, owner included. */
    BINA_ENTERPRISE_INVESTMENT = 16, /**< money: Investment without land and building, in rupiah (Permenperin 64/2016). */
    BINA_ENTERPRISE_CAPITAL = 17, /**< money: Capital without land and building, in rupiah (PP 7/2021). */
    BINA_ENTERPRISE_SALES = 18, /**< money: Sales of a year, in rupiah. */
    BINA_ENTERPRISE_LATITUDE = 19, /**< real: Degrees north, WGS 84. */
    BINA_ENTERPRISE_LONGITUDE = 20, /**< real: Degrees east, WGS 84. */
    BINA_ENTERPRISE_SENTRA = 21, /**< ref: The cluster it works in. */
    BINA_ENTERPRISE_MERGED_INTO = 22, /**< ref: The record that stands for the same enterprise since a merge. */
    BINA_ENTERPRISE_SIZE_CLASS = 23, /**< code: Micro, small, medium or large by capital or sales (PP 7/2021 Art. 35), on the date asked about. */
};

/** Fields of OWNERSHIP: Who owns, manages or inherited an enterprise, and from when to when. */
enum {
    BINA_OWNERSHIP_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_OWNERSHIP_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_OWNERSHIP_PARTY = 2, /**< ref: The owner or manager. */
    BINA_OWNERSHIP_ENTERPRISE = 3, /**< ref: The enterprise. */
    BINA_OWNERSHIP_ROLE = 4, /**< code: Owner, manager or heir. */
    BINA_OWNERSHIP_VALID_FROM = 5, /**< date: First day, if known. */
    BINA_OWNERSHIP_VALID_TO = 6, /**< date: Last day; none while it holds. */
};

/** Fields of SITE: A place where an enterprise works: home, stall, sentra, or none fixed. */
enum {
    BINA_SITE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SITE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_SITE_ENTERPRISE = 2, /**< ref: The enterprise. */
    BINA_SITE_NATURE = 3, /**< code: Home, stall, sentra, mobile. */
    BINA_SITE_REGION = 4, /**< text: Kemendagri code. */
    BINA_SITE_REGION_EDITION = 5, /**< int: Edition of the region code. */
    BINA_SITE_ADDRESS = 6, /**< text: Street and number. */
    BINA_SITE_HAMLET = 7, /**< text: Dusun, lingkungan, banjar or other part of the village. */
    BINA_SITE_RT = 8, /**< int: Neighbourhood number. */
    BINA_SITE_RW = 9, /**< int: Ward number. */
    BINA_SITE_LATITUDE = 10, /**< real: Degrees north, WGS 84. */
    BINA_SITE_LONGITUDE = 11, /**< real: Degrees east, WGS 84. */
    BINA_SITE_VALID_FROM = 12, /**< date: First day, if known. */
    BINA_SITE_VALID_TO = 13, /**< date: Last day; none while in use. */
};

/** Fields of CONTACT: A phone number or other way to reach a party; often somebody else's. */
enum {
    BINA_CONTACT_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CONTACT_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_CONTACT_PARTY = 2, /**< ref: Whom it reaches. */
    BINA_CONTACT_SYSTEM = 3, /**< code: Phone, e-mail, other. */
    BINA_CONTACT_VALUE = 4, /**< text: Phones in the form +62... */
    BINA_CONTACT_WHOSE = 5, /**< code: Own, coordinator's, neighbour's. */
    BINA_CONTACT_VALID_FROM = 6, /**< date: First day, if known. */
    BINA_CONTACT_VALID_TO = 7, /**< date: Last day; none while in use. */
};

/** Fields of IDENTIFIER: A number some system gave a party: NPWP, SIINas account, an agency's own row number. */
enum {
    BINA_IDENTIFIER_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_IDENTIFIER_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_IDENTIFIER_PARTY = 2, /**< ref: Whose number it is. */
    BINA_IDENTIFIER_SYSTEM = 3, /**< code: Who issues it. */
    BINA_IDENTIFIER_VALUE = 4, /**< text: The number, as text. */
    BINA_IDENTIFIER_VERIFIED_BY = 5, /**< text: Who saw the paper. */
    BINA_IDENTIFIER_VALID_FROM = 6, /**< date: First day, if known. */
    BINA_IDENTIFIER_VALID_TO = 7, /**< date: Last day; none while valid. */
};

/** Fields of GROUP: People who work together: KUB, weavers, KWT. Equipment often goes to groups only. */
enum {
    BINA_GROUP_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_GROUP_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_GROUP_NUMBER = 2, /**< text: Short number for paper, with a check character. */
    BINA_GROUP_NAME = 3, /**< text: Name of the group; several groups may share one. */
    BINA_GROUP_NATURE = 4, /**< code: KUB, KUBE, KWT, other. */
    BINA_GROUP_REGION = 5, /**< text: Kemendagri code. */
    BINA_GROUP_REGION_EDITION = 6, /**< int: Edition of the region code. */
    BINA_GROUP_ACTIVITY = 7, /**< text: KBLI class of what it makes. */
    BINA_GROUP_FOUNDED = 8, /**< date: Day of founding. */
    BINA_GROUP_MERGED_INTO = 9, /**< ref: The record that stands for the same group since a merge. */
};

/** Fields of MEMBERSHIP: Who belongs to a group, in which role, from when to when. */
enum {
    BINA_MEMBERSHIP_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_MEMBERSHIP_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_MEMBERSHIP_MEMBER_OF = 2, /**< ref: The group. */
    BINA_MEMBERSHIP_MEMBER = 3, /**< ref: The person or enterprise. */
    BINA_MEMBERSHIP_ROLE = 4, /**< code: Chair, secretary, treasurer, member. */
    BINA_MEMBERSHIP_VALID_FROM = 5, /**< date: First day, if known. */
    BINA_MEMBERSHIP_VALID_TO = 6, /**< date: Last day; none while it holds. */
};

/** Fields of SENTRA: An industrial cluster: at least five units in one place with the same product, material or process (PP 29/2018 Art. 1). */
enum {
    BINA_SENTRA_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SENTRA_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_SENTRA_NAME = 2, /**< text: Name of the cluster. */
    BINA_SENTRA_REGION = 3, /**< text: Kemendagri code. */
    BINA_SENTRA_COMMODITY = 4, /**< ref: What it makes. */
    BINA_SENTRA_STATUS = 5, /**< code: Proposed, active, dormant. */
    BINA_SENTRA_FACILITIES = 6, /**< text: Shared facilities, in words. */
};

/** Fields of ORGANISATION: A body that is neither a small enterprise nor a group: agency, university, retailer, bank, craft council. */
enum {
    BINA_ORGANISATION_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ORGANISATION_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_ORGANISATION_NAME = 2, /**< text: Name; offices merge and are renamed, so keep the period. */
    BINA_ORGANISATION_SHORT_NAME = 3, /**< text: Short form, such as Disperindag. */
    BINA_ORGANISATION_NATURE = 4, /**< code: What it is. */
    BINA_ORGANISATION_REGION = 5, /**< text: Kemendagri code of the area it serves. */
    BINA_ORGANISATION_VALID_FROM = 6, /**< date: First day under this name, if known. */
    BINA_ORGANISATION_VALID_TO = 7, /**< date: Last day; none while it exists. */
};

/** Fields of PARTNERSHIP: Two parties who work together: supplier, offtaker, mentor. */
enum {
    BINA_PARTNERSHIP_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PARTNERSHIP_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_PARTNERSHIP_PARTY = 2, /**< ref: One side. */
    BINA_PARTNERSHIP_PARTNER = 3, /**< ref: The other side. */
    BINA_PARTNERSHIP_NATURE = 4, /**< code: What the partner does for the party. */
    BINA_PARTNERSHIP_VALID_FROM = 5, /**< date: First day, if known. */
    BINA_PARTNERSHIP_VALID_TO = 6, /**< date: Last day; none while it holds. */
};

/** Fields of CONSENT: What a person allowed to be done with their data (UU 27/2022), and when they took it back. */
enum {
    BINA_CONSENT_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CONSENT_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_CONSENT_PERSON = 2, /**< ref: Who consents. */
    BINA_CONSENT_PURPOSE = 3, /**< text: What for. */
    BINA_CONSENT_BASIS = 4, /**< code: Lawful basis. */
    BINA_CONSENT_GIVEN = 5, /**< date: Day it was given. */
    BINA_CONSENT_WITHDRAWN = 6, /**< date: Day it was taken back. */
};

/** Fields of LICENCE: A permit or mark: PIRT, BPOM MD, halal, brand, SNI. The NIB of an enterprise stands on the enterprise. */
enum {
    BINA_LICENCE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_LICENCE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_LICENCE_HOLDER = 2, /**< ref: Who or what holds it; PIRT and MD belong to a product. */
    BINA_LICENCE_NATURE = 3, /**< code: Which permit or mark. */
    BINA_LICENCE_NUMBER = 4, /**< text: Number as printed. */
    BINA_LICENCE_STATE = 5, /**< code: In process, valid, suspended, revoked, expired. */
    BINA_LICENCE_ISSUER = 6, /**< text: Who issued it. */
    BINA_LICENCE_ISSUED = 7, /**< date: Day of issue. */
    BINA_LICENCE_EXPIRES = 8, /**< date: Last day of validity; none if unlimited. */
};

/** Fields of DOCUMENT: A paper that proves something: letter, decree (SK), handover minutes (BAST), photo. */
enum {
    BINA_DOCUMENT_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_DOCUMENT_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_DOCUMENT_SUBJECT = 2, /**< ref: The record it is about. */
    BINA_DOCUMENT_NATURE = 3, /**< code: What paper it is. */
    BINA_DOCUMENT_NUMBER = 4, /**< text: Number on the paper. */
    BINA_DOCUMENT_DATED_ON = 5, /**< date: Date on the paper. */
    BINA_DOCUMENT_TITLE = 6, /**< text: What it says it is about. */
    BINA_DOCUMENT_FILE_NAME = 7, /**< text: Where the scan is kept. */
    BINA_DOCUMENT_FILE_HASH = 8, /**< text: BLAKE2b-256 of the scan, hexadecimal. */
};

/** Fields of PRODUCT: A thing an enterprise or group makes and sells; the unit that stands on a shelf. */
enum {
    BINA_PRODUCT_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PRODUCT_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_PRODUCT_MAKER = 2, /**< ref: Who makes it. */
    BINA_PRODUCT_NAME = 3, /**< text: Name on the label. */
    BINA_PRODUCT_BRAND = 4, /**< text: Brand on the label. */
    BINA_PRODUCT_GTIN = 5, /**< text: Trade item number under the barcode; its prefix does not name the maker. */
    BINA_PRODUCT_COMMODITY = 6, /**< ref: What it is. */
    BINA_PRODUCT_PRICE = 7, /**< money: Price to the buyer, in rupiah a unit. */
    BINA_PRODUCT_UNIT = 8, /**< text: Unit sold, such as '250 g bungkus'. */
    BINA_PRODUCT_SHELF_LIFE = 9, /**< int: Days at room temperature. */
    BINA_PRODUCT_CAPACITY = 10, /**< real: Units a month. */
    BINA_PRODUCT_REPLACES = 11, /**< ref: The product it takes the place of. */
};

/** Fields of SOURCE_REGISTER: A list that an agency keeps. */
enum {
    BINA_SOURCE_REGISTER_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SOURCE_REGISTER_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_SOURCE_REGISTER_NAME = 2, /**< text: Short name, such as 'disperin'. */
    BINA_SOURCE_REGISTER_TITLE = 3, /**< text: What the agency calls it. */
    BINA_SOURCE_REGISTER_AGENCY = 4, /**< ref: Who keeps it. */
    BINA_SOURCE_REGISTER_DUPLICATE_FREE = 5, /**< bool: Whether the agency vouches that no enterprise stands on it twice; real lists rarely are. */
};

/** Fields of INTAKE: One reading of one file of a source register. */
enum {
    BINA_INTAKE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_INTAKE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_INTAKE_REGISTER = 2, /**< ref: The list. */
    BINA_INTAKE_FILE_NAME = 3, /**< text: Name of the file, without folders. */
    BINA_INTAKE_FILE_HASH = 4, /**< text: BLAKE2b-256 of the file, hexadecimal: the same file is read once. */
    BINA_INTAKE_LIST_DATE = 5, /**< date: The day the list speaks of. */
    BINA_INTAKE_RECEIVED = 6, /**< time: When it was read. */
    BINA_INTAKE_ROWS = 7, /**< int: Data rows in the file. */
    BINA_INTAKE_KEPT = 8, /**< int: Rows kept. */
    BINA_INTAKE_NEW = 9, /**< int: Rows not on the list before. */
    BINA_INTAKE_CHANGED = 10, /**< int: Rows whose content differs from the last reading. */
    BINA_INTAKE_UNCHANGED = 11, /**< int: Rows as before. */
    BINA_INTAKE_MISSING = 12, /**< int: Rows of the last reading that this one lacks; missing is not closed. */
    BINA_INTAKE_SUSPICIOUS = 13, /**< int: Changed rows that may be about somebody else. */
    BINA_INTAKE_FAULTS = 14, /**< int: Faults found in cells. */
    BINA_INTAKE_MAPPING = 15, /**< text: The mapping used, as YAML. */
};

/** Fields of SOURCE_RECORD: One row of a source register as received, with its history; never rewritten by linking or merging. */
enum {
    BINA_SOURCE_RECORD_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SOURCE_RECORD_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_SOURCE_RECORD_REGISTER = 2, /**< ref: The list it stands on. */
    BINA_SOURCE_RECORD_ROW_KEY = 3, /**< text: What names the row within its list across readings: the list's own number, or a digest of who and where. */
    BINA_SOURCE_RECORD_INTAKE = 4, /**< ref: The last reading that had it. */
    BINA_SOURCE_RECORD_ROW = 5, /**< int: Data row in the file of that reading; 1 is the first. */
    BINA_SOURCE_RECORD_LINE = 6, /**< int: Line in the file of that reading. */
    BINA_SOURCE_RECORD_CONTENT_HASH = 7, /**< text: Digest of the row as received. */
    BINA_SOURCE_RECORD_STATE = 8, /**< code: Present in the last reading, missing from it, or withdrawn. */
    BINA_SOURCE_RECORD_NATURE = 9, /**< code: What the row is about: enterprise, person, group, product, outlet, total. */
    BINA_SOURCE_RECORD_SCOPE = 10, /**< code: Industry, trade, service, unknown. */
    BINA_SOURCE_RECORD_BUSINESS_NAME = 11, /**< text: As received. */
    BINA_SOURCE_RECORD_OWNER_NAME = 12, /**< text: As received. */
    BINA_SOURCE_RECORD_NIK = 13, /**< text: The owner's. */
    BINA_SOURCE_RECORD_NIB = 14, /**< text: The enterprise's. */
    BINA_SOURCE_RECORD_SEX = 15, /**< code: The owner's. */
    BINA_SOURCE_RECORD_BORN = 16, /**< date: The owner's. */
    BINA_SOURCE_RECORD_PHONE = 17, /**< text: In the form +62... */
    BINA_SOURCE_RECORD_ADDRESS = 18, /**< text: Street, number, RT/RW, as received. */
    BINA_SOURCE_RECORD_HAMLET = 19, /**< text: As received. */
    BINA_SOURCE_RECORD_VILLAGE = 20, /**< text: As received. */
    BINA_SOURCE_RECORD_DISTRICT = 21, /**< text: As received. */
    BINA_SOURCE_RECORD_REGENCY = 22, /**< text: As received. */
    BINA_SOURCE_RECORD_REGION = 23, /**< text: Kemendagri code, given or resolved from the names; the row is kept when it cannot be resolved. */
    BINA_SOURCE_RECORD_ACTIVITY = 24, /**< text: KBLI class. */
    BINA_SOURCE_RECORD_PRODUCT = 25, /**< text: Product or trade, as received. */
    BINA_SOURCE_RECORD_WORKERS = 26, /**< int: Workers. */
    BINA_SOURCE_RECORD_INVESTMENT = 27, /**< money: In rupiah. */
    BINA_SOURCE_RECORD_SALES = 28, /**< money: Of a year, in rupiah. */
    BINA_SOURCE_RECORD_FOUNDED = 29, /**< int: Year. */
    BINA_SOURCE_RECORD_LATITUDE = 30, /**< real: Degrees north, WGS 84. */
    BINA_SOURCE_RECORD_LONGITUDE = 31, /**< real: Degrees east, WGS 84. */
    BINA_SOURCE_RECORD_RAW = 32, /**< text: The row as received: a JSON object from column to cell. */
    BINA_SOURCE_RECORD_PARTY = 33, /**< ref: The registrant this row stands for, once reconciled. */
};

/** Fields of PAIR: Two source records that may be the same, how likely, and what people decided; a verdict outranks any score. */
enum {
    BINA_PAIR_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PAIR_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_PAIR_FIRST = 2, /**< ref: The source record with the smaller id. */
    BINA_PAIR_SECOND = 3, /**< ref: The source record with the greater id. */
    BINA_PAIR_WEIGHT = 4, /**< real: Match weight, log2 of the odds. */
    BINA_PAIR_PROBABILITY = 5, /**< real: Probability that they are the same, by the model. */
    BINA_PAIR_VERDICT = 6, /**< code: What people decided; none while open. */
    BINA_PAIR_DECIDED_BY = 7, /**< text: Who decided. */
    BINA_PAIR_DECIDED_ON = 8, /**< date: When. */
    BINA_PAIR_REASON = 9, /**< text: Why, in words. */
};

/** Fields of CONFIRMATION: What an agency says of an enterprise when asked; silence is a state. */
enum {
    BINA_CONFIRMATION_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CONFIRMATION_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_CONFIRMATION_AGENCY = 2, /**< ref: Who is asked. */
    BINA_CONFIRMATION_ENTERPRISE = 3, /**< ref: About which enterprise. */
    BINA_CONFIRMATION_ASKED = 4, /**< date: Day of asking. */
    BINA_CONFIRMATION_DUE = 5, /**< date: Day by which an answer is asked for. */
    BINA_CONFIRMATION_ANSWERED = 6, /**< date: Day of the answer; none is silence. */
    BINA_CONFIRMATION_ANSWER = 7, /**< code: What was answered. */
    BINA_CONFIRMATION_ANSWERED_BY = 8, /**< text: Officer who answered. */
    BINA_CONFIRMATION_LETTER = 9, /**< text: Number of the letter. */
};

/** Fields of PROVENANCE: Which source a field of a merged record came from, and by which rule. */
enum {
    BINA_PROVENANCE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PROVENANCE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_PROVENANCE_SUBJECT = 2, /**< ref: The record. */
    BINA_PROVENANCE_FIELD = 3, /**< text: Name of its field. */
    BINA_PROVENANCE_SOURCE = 4, /**< ref: The row whose value won. */
    BINA_PROVENANCE_RULE = 5, /**< text: The survivorship rule that chose it. */
};

/** Fields of COMMIT: One change of the register, as a whole: who, when, why; chained by hashes. */
enum {
    BINA_COMMIT_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_COMMIT_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_COMMIT_NUMBER = 2, /**< int: Counts the store's commits from 1. */
    BINA_COMMIT_MADE = 3, /**< time: When it was made, by the store's clock. */
    BINA_COMMIT_ACTOR = 4, /**< text: Who made it. */
    BINA_COMMIT_WHY = 5, /**< text: Why, in words. */
    BINA_COMMIT_RULE = 6, /**< text: The rule that made it, if a rule did. */
    BINA_COMMIT_HASH = 7, /**< text: BLAKE2b-256 of this commit's head, its changes' commitments and the hash before, hexadecimal. */
};

/** Fields of CHANGE: What one commit did to one record. */
enum {
    BINA_CHANGE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CHANGE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_CHANGE_COMMIT_NUMBER = 2, /**< int: The commit. */
    BINA_CHANGE_RECORD = 3, /**< int: The id of the record, which may be gone. */
    BINA_CHANGE_ACTION = 4, /**< code: Added, updated, removed, erased. */
    BINA_CHANGE_OLD = 5, /**< text: Fields that changed, before: a JSON object; none after erasure. */
    BINA_CHANGE_NEW = 6, /**< text: Fields that changed, after: a JSON object; none after erasure. */
    BINA_CHANGE_SALT = 7, /**< text: Random, hexadecimal: hides the values behind the commitment once erased. */
    BINA_CHANGE_COMMITMENT = 8, /**< text: Keyed BLAKE2b of record, action, old and new, hexadecimal. */
};

/** Fields of STORE: A register file and the office that keeps it. */
enum {
    BINA_STORE_ID = 0, /**< int: Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_STORE_REVISION = 1, /**< int: Counts the changes of the record; an update must carry the one it read. */
    BINA_STORE_NUMBER = 2, /**< int: 18 bits, part of every id it issues. */
    BINA_STORE_UUID = 3, /**< text: Drawn when the file was made; tells copies apart. */
    BINA_STORE_OFFICE = 4, /**< text: The office that keeps it, such as '52.03/1'. */
    BINA_STORE_CREATED = 5, /**< time: When the file was made. */
};

#endif
