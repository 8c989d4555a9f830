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
    /** A description made at run time. */
    BINA_NO_KIND = 0,
    /**
     * An administrative area of Indonesia by its Kemendagri code: province, regency or city,
     * district, village. Served from the reference tables, with editions.
     */
    BINA_REGION = 1,
    /** What became of an area between two editions: renamed, moved, split or merged. */
    BINA_SUCCESSION = 2,
    /** A class of the Indonesian standard industrial classification (KBLI), with its edition. */
    BINA_INDUSTRY = 3,
    /** What an area makes or could make: ikat cloth, furniture, cashew. */
    BINA_COMMODITY = 4,
    /** What a region has: a natural resource, a skill, or a commodity declared its flagship. */
    BINA_POTENTIAL = 5,
    /** A human being. Many have one name only. */
    BINA_PERSON = 10,
    /** People on one family card (KK): the unit in which double help is counted. */
    BINA_HOUSEHOLD = 11,
    /**
     * A business: home industry, IKM or UMKM. Its name may be missing: home industries often have
     * none.
     */
    BINA_ENTERPRISE = 12,
    /** Who owns, manages or inherited an enterprise, and from when to when. */
    BINA_OWNERSHIP = 13,
    /** A place where an enterprise works: home, stall, sentra, or none fixed. */
    BINA_SITE = 14,
    /** A phone number or other way to reach a party; often somebody else's. */
    BINA_CONTACT = 15,
    /** A number some system gave a party: NPWP, SIINas account, an agency's own row number. */
    BINA_IDENTIFIER = 16,
    /** People who work together: KUB, weavers, KWT. Equipment often goes to groups only. */
    BINA_GROUP = 17,
    /** Who belongs to a group, in which role, from when to when. */
    BINA_MEMBERSHIP = 18,
    /**
     * An industrial cluster: at least five units in one place with the same product, material or
     * process (PP 29/2018 Art. 1).
     */
    BINA_SENTRA = 19,
    /**
     * A body that is neither a small enterprise nor a group: agency, university, retailer, bank,
     * craft council.
     */
    BINA_ORGANISATION = 20,
    /** Two parties who work together: supplier, offtaker, mentor. */
    BINA_PARTNERSHIP = 21,
    /**
     * What a person allowed to be done with their data (UU 27/2022), and when they took it back.
     */
    BINA_CONSENT = 22,
    /**
     * A permit or mark: PIRT, BPOM MD, halal, brand, SNI. The NIB of an enterprise stands on the
     * enterprise.
     */
    BINA_LICENCE = 30,
    /** A paper that proves something: letter, decree (SK), handover minutes (BAST), photo. */
    BINA_DOCUMENT = 31,
    /** A thing an enterprise or group makes and sells; the unit that stands on a shelf. */
    BINA_PRODUCT = 40,
    /** A list that an agency keeps. */
    BINA_SOURCE_REGISTER = 50,
    /** One reading of one file of a source register. */
    BINA_INTAKE = 51,
    /**
     * One row of a source register as received, with its history; never rewritten by linking or
     * merging.
     */
    BINA_SOURCE_RECORD = 52,
    /**
     * Two source records that may be the same, how likely, and what people decided; a verdict
     * outranks any score.
     */
    BINA_PAIR = 53,
    /** What an agency says of an enterprise when asked; silence is a state. */
    BINA_CONFIRMATION = 54,
    /** Which source a field of a merged record came from, and by which rule. */
    BINA_PROVENANCE = 55,
    /**
     * What one person said of a pair; the pair's own verdict is what its judgements come to.
     * Changed minds are in the log.
     */
    BINA_JUDGEMENT = 56,
    /**
     * A statement of the register that was issued for signing (Berita Acara Satu Data): it can be
     * printed again to the letter, whatever became of the register since.
     */
    BINA_STATEMENT = 57,
    /**
     * What a regency owes the province for a period: its register, or only its counts; when it was
     * due, received, returned with faults, accepted.
     */
    BINA_SUBMISSION = 58,
    /**
     * A figure somebody stated, as it was said and by whom; it is never added to what is counted
     * from rows.
     */
    BINA_FIGURE = 59,
    /** One change of the register, as a whole: who, when, why; chained by hashes. */
    BINA_COMMIT = 60,
    /** What one commit did to one record. */
    BINA_CHANGE = 61,
    /** A register file and the office that keeps it. */
    BINA_STORE = 62,
};

/** The fields of BINA_REGION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_REGION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_REGION_REVISION = 1,
    /** Text. Kemendagri code with dots: PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD. */
    BINA_REGION_CODE = 2,
    /** Text. Official name in the edition, without the word for the level. */
    BINA_REGION_NAME = 3,
    /** Code. Which level of government. */
    BINA_REGION_LEVEL = 4,
    /** Text. Code of the area that contains it; none for a province. */
    BINA_REGION_PARENT = 5,
    /** Int. First edition (a year) on hand that lists it under this code and name. */
    BINA_REGION_FIRST_EDITION = 6,
    /** Int. Last edition (a year) that lists it; none while it is in force. */
    BINA_REGION_LAST_EDITION = 7,
    /**
     * Text. BPS code (2018) at province and regency level; the two systems look alike and differ.
     */
    BINA_REGION_BPS = 8,
};

/** The fields of BINA_SUCCESSION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SUCCESSION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SUCCESSION_REVISION = 1,
    /** Text. Code in the earlier edition. */
    BINA_SUCCESSION_FROM_CODE = 2,
    /** Text. Code in the later edition; none when nothing is known to have followed. */
    BINA_SUCCESSION_TO_CODE = 3,
    /** Int. The edition (a year) that first has the new code. */
    BINA_SUCCESSION_EDITION = 4,
    /** Code. What happened, as read from the lists: names and parents, not the decrees. */
    BINA_SUCCESSION_NATURE = 5,
    /**
     * Int. How sure, in percent, that the lists mean it so (data/README.md tells how it is worked
     * out).
     */
    BINA_SUCCESSION_CONFIDENCE = 6,
};

/** The fields of BINA_INDUSTRY. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_INDUSTRY_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_INDUSTRY_REVISION = 1,
    /** Text. 2 to 5 digits, as text: leading zeros count. */
    BINA_INDUSTRY_CODE = 2,
    /** Int. Year of the classification, such as 2020. */
    BINA_INDUSTRY_EDITION = 3,
    /** Text. Official title. */
    BINA_INDUSTRY_TITLE = 4,
    /** Text. Letter A to U; C is manufacturing. */
    BINA_INDUSTRY_SECTION = 5,
    /** Text. The class one digit shorter. */
    BINA_INDUSTRY_PARENT = 6,
};

/** The fields of BINA_COMMODITY. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_COMMODITY_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_COMMODITY_REVISION = 1,
    /** Text. Common name. */
    BINA_COMMODITY_NAME = 2,
    /** Text. KBLI class of those who make it. */
    BINA_COMMODITY_ACTIVITY = 3,
    /** Int. Edition of the KBLI code. */
    BINA_COMMODITY_ACTIVITY_EDITION = 4,
    /** Text. Unit in which it is counted. */
    BINA_COMMODITY_UNIT = 5,
};

/** The fields of BINA_POTENTIAL. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_POTENTIAL_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_POTENTIAL_REVISION = 1,
    /** Text. Kemendagri code. */
    BINA_POTENTIAL_REGION = 2,
    /** Ref. The commodity. */
    BINA_POTENTIAL_COMMODITY = 3,
    /** Code. Natural, skill, or declared flagship. */
    BINA_POTENTIAL_NATURE = 4,
    /** Int. 1 (weak) to 5 (strong), as the source judges. */
    BINA_POTENTIAL_STRENGTH = 5,
    /** Text. Who says so: decree, survey, plan. */
    BINA_POTENTIAL_SOURCE = 6,
};

/** The fields of BINA_PERSON. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PERSON_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PERSON_REVISION = 1,
    /** Text. Short number for paper, with a check character. */
    BINA_PERSON_NUMBER = 2,
    /** Text. Name as the person gives it, without titles. */
    BINA_PERSON_NAME = 3,
    /** Text. Titles as written: H., Lalu, S.Pd. */
    BINA_PERSON_TITLES = 4,
    /**
     * Text. Population number, 16 digits as text. Has no check digit; names the place of first
     * registration.
     */
    BINA_PERSON_NIK = 5,
    /** Code. Sex. */
    BINA_PERSON_SEX = 6,
    /** Date. Date of birth; may differ from the one inside the NIK. */
    BINA_PERSON_BORN = 7,
    /** Date. Date of death. */
    BINA_PERSON_DIED = 8,
    /** Ref. The household the person belongs to. */
    BINA_PERSON_HOUSEHOLD = 9,
    /** Text. Where the person lives; Kemendagri code. */
    BINA_PERSON_REGION = 10,
    /** Int. Edition of the region code; none means the latest known when written. */
    BINA_PERSON_REGION_EDITION = 11,
    /** Text. Address below the village. */
    BINA_PERSON_ADDRESS = 12,
    /** Ref. The record that stands for the same person since a merge. */
    BINA_PERSON_MERGED_INTO = 13,
    /** Int. Completed years on the date asked about. */
    BINA_PERSON_AGE = 14,
};

/** The fields of BINA_HOUSEHOLD. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_HOUSEHOLD_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_HOUSEHOLD_REVISION = 1,
    /** Text. Family card number, 16 digits. */
    BINA_HOUSEHOLD_CARD = 2,
    /** Text. Kemendagri code of the village. */
    BINA_HOUSEHOLD_REGION = 3,
    /** Int. Edition of the region code. */
    BINA_HOUSEHOLD_REGION_EDITION = 4,
    /** Text. Address below the village. */
    BINA_HOUSEHOLD_ADDRESS = 5,
};

/** The fields of BINA_ENTERPRISE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ENTERPRISE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ENTERPRISE_REVISION = 1,
    /** Text. Short number for paper, with a check character. */
    BINA_ENTERPRISE_NUMBER = 2,
    /** Text. Trade name as used; none for many home industries. */
    BINA_ENTERPRISE_NAME = 3,
    /** Text. Business identity number of OSS, 13 digits as text. */
    BINA_ENTERPRISE_NIB = 4,
    /**
     * Text. Kemendagri code of the village (or, if unknown, district or regency) of its mainplace.
     */
    BINA_ENTERPRISE_REGION = 5,
    /** Int. Edition of the region code; none means the latest known when written. */
    BINA_ENTERPRISE_REGION_EDITION = 6,
    /** Text. Address below the village: street, hamlet, RT/RW. */
    BINA_ENTERPRISE_ADDRESS = 7,
    /** Text. KBLI class of the main activity. */
    BINA_ENTERPRISE_ACTIVITY = 8,
    /** Int. Edition of the KBLI code. */
    BINA_ENTERPRISE_ACTIVITY_EDITION = 9,
    /** Text. Main product in the owner's words, such as 'kerupuk ikan'. */
    BINA_ENTERPRISE_PRODUCT = 10,
    /** Code. Industry, trade, service, or unknown: what counts towards which figure. */
    BINA_ENTERPRISE_SCOPE = 11,
    /** Code. Stage of a home industry (Permen PPPA 2/2016). */
    BINA_ENTERPRISE_STAGE = 12,
    /** Code. Whether it works; dated, so that a past day can be counted. */
    BINA_ENTERPRISE_STATUS = 13,
    /** Int. Year the business began. */
    BINA_ENTERPRISE_FOUNDED = 14,
    /** Int. Workers, owner included. */
    BINA_ENTERPRISE_WORKERS = 15,
    /** Money. Investment without land and building, in rupiah (Permenperin 64/2016). */
    BINA_ENTERPRISE_INVESTMENT = 16,
    /** Money. Capital without land and building, in rupiah (PP 7/2021). */
    BINA_ENTERPRISE_CAPITAL = 17,
    /** Money. Sales of a year, in rupiah. */
    BINA_ENTERPRISE_SALES = 18,
    /** Real. Degrees north, WGS 84. */
    BINA_ENTERPRISE_LATITUDE = 19,
    /** Real. Degrees east, WGS 84. */
    BINA_ENTERPRISE_LONGITUDE = 20,
    /** Ref. The cluster it works in. */
    BINA_ENTERPRISE_SENTRA = 21,
    /** Ref. The record that stands for the same enterprise since a merge. */
    BINA_ENTERPRISE_MERGED_INTO = 22,
    /**
     * Code. Micro, small, medium or large by capital or sales (PP 7/2021 Art. 35), on the date
     * asked about.
     */
    BINA_ENTERPRISE_SIZE_CLASS = 23,
};

/** The fields of BINA_OWNERSHIP. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_OWNERSHIP_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_OWNERSHIP_REVISION = 1,
    /** Ref. The owner or manager. */
    BINA_OWNERSHIP_PARTY = 2,
    /** Ref. The enterprise. */
    BINA_OWNERSHIP_ENTERPRISE = 3,
    /** Code. Owner, manager or heir. */
    BINA_OWNERSHIP_ROLE = 4,
    /** Date. First day, if known. */
    BINA_OWNERSHIP_VALID_FROM = 5,
    /** Date. Last day; none while it holds. */
    BINA_OWNERSHIP_VALID_TO = 6,
};

/** The fields of BINA_SITE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SITE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SITE_REVISION = 1,
    /** Ref. The enterprise. */
    BINA_SITE_ENTERPRISE = 2,
    /** Code. Home, stall, sentra, mobile. */
    BINA_SITE_NATURE = 3,
    /** Text. Kemendagri code. */
    BINA_SITE_REGION = 4,
    /** Int. Edition of the region code. */
    BINA_SITE_REGION_EDITION = 5,
    /** Text. Street and number. */
    BINA_SITE_ADDRESS = 6,
    /** Text. Dusun, lingkungan, banjar or other part of the village. */
    BINA_SITE_HAMLET = 7,
    /** Int. Neighbourhood number. */
    BINA_SITE_RT = 8,
    /** Int. Ward number. */
    BINA_SITE_RW = 9,
    /** Real. Degrees north, WGS 84. */
    BINA_SITE_LATITUDE = 10,
    /** Real. Degrees east, WGS 84. */
    BINA_SITE_LONGITUDE = 11,
    /** Date. First day, if known. */
    BINA_SITE_VALID_FROM = 12,
    /** Date. Last day; none while in use. */
    BINA_SITE_VALID_TO = 13,
};

/** The fields of BINA_CONTACT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CONTACT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CONTACT_REVISION = 1,
    /** Ref. Whom it reaches. */
    BINA_CONTACT_PARTY = 2,
    /** Code. Phone, e-mail, other. */
    BINA_CONTACT_SYSTEM = 3,
    /** Text. Phones in the form +62... */
    BINA_CONTACT_VALUE = 4,
    /** Code. Own, coordinator's, neighbour's. */
    BINA_CONTACT_WHOSE = 5,
    /** Date. First day, if known. */
    BINA_CONTACT_VALID_FROM = 6,
    /** Date. Last day; none while in use. */
    BINA_CONTACT_VALID_TO = 7,
};

/** The fields of BINA_IDENTIFIER. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_IDENTIFIER_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_IDENTIFIER_REVISION = 1,
    /** Ref. Whose number it is. */
    BINA_IDENTIFIER_PARTY = 2,
    /** Code. Who issues it. */
    BINA_IDENTIFIER_SYSTEM = 3,
    /** Text. The number, as text. */
    BINA_IDENTIFIER_VALUE = 4,
    /** Text. Who saw the paper. */
    BINA_IDENTIFIER_VERIFIED_BY = 5,
    /** Date. First day, if known. */
    BINA_IDENTIFIER_VALID_FROM = 6,
    /** Date. Last day; none while valid. */
    BINA_IDENTIFIER_VALID_TO = 7,
};

/** The fields of BINA_GROUP. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_GROUP_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_GROUP_REVISION = 1,
    /** Text. Short number for paper, with a check character. */
    BINA_GROUP_NUMBER = 2,
    /** Text. Name of the group; several groups may share one. */
    BINA_GROUP_NAME = 3,
    /** Code. KUB, KUBE, KWT, other. */
    BINA_GROUP_NATURE = 4,
    /** Text. Kemendagri code. */
    BINA_GROUP_REGION = 5,
    /** Int. Edition of the region code. */
    BINA_GROUP_REGION_EDITION = 6,
    /** Text. KBLI class of what it makes. */
    BINA_GROUP_ACTIVITY = 7,
    /** Date. Day of founding. */
    BINA_GROUP_FOUNDED = 8,
    /** Ref. The record that stands for the same group since a merge. */
    BINA_GROUP_MERGED_INTO = 9,
};

/** The fields of BINA_MEMBERSHIP. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_MEMBERSHIP_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_MEMBERSHIP_REVISION = 1,
    /** Ref. The group. */
    BINA_MEMBERSHIP_MEMBER_OF = 2,
    /** Ref. The person or enterprise. */
    BINA_MEMBERSHIP_MEMBER = 3,
    /** Code. Chair, secretary, treasurer, member. */
    BINA_MEMBERSHIP_ROLE = 4,
    /** Date. First day, if known. */
    BINA_MEMBERSHIP_VALID_FROM = 5,
    /** Date. Last day; none while it holds. */
    BINA_MEMBERSHIP_VALID_TO = 6,
};

/** The fields of BINA_SENTRA. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SENTRA_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SENTRA_REVISION = 1,
    /** Text. Name of the cluster. */
    BINA_SENTRA_NAME = 2,
    /** Text. Kemendagri code. */
    BINA_SENTRA_REGION = 3,
    /** Ref. What it makes. */
    BINA_SENTRA_COMMODITY = 4,
    /** Code. Proposed, active, dormant. */
    BINA_SENTRA_STATUS = 5,
    /** Text. Shared facilities, in words. */
    BINA_SENTRA_FACILITIES = 6,
};

/** The fields of BINA_ORGANISATION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ORGANISATION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ORGANISATION_REVISION = 1,
    /** Text. Name; offices merge and are renamed, so keep the period. */
    BINA_ORGANISATION_NAME = 2,
    /** Text. Short form, such as Disperindag. */
    BINA_ORGANISATION_SHORT_NAME = 3,
    /** Code. What it is. */
    BINA_ORGANISATION_NATURE = 4,
    /** Text. Kemendagri code of the area it serves. */
    BINA_ORGANISATION_REGION = 5,
    /** Date. First day under this name, if known. */
    BINA_ORGANISATION_VALID_FROM = 6,
    /** Date. Last day; none while it exists. */
    BINA_ORGANISATION_VALID_TO = 7,
};

/** The fields of BINA_PARTNERSHIP. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PARTNERSHIP_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PARTNERSHIP_REVISION = 1,
    /** Ref. One side. */
    BINA_PARTNERSHIP_PARTY = 2,
    /** Ref. The other side. */
    BINA_PARTNERSHIP_PARTNER = 3,
    /** Code. What the partner does for the party. */
    BINA_PARTNERSHIP_NATURE = 4,
    /** Date. First day, if known. */
    BINA_PARTNERSHIP_VALID_FROM = 5,
    /** Date. Last day; none while it holds. */
    BINA_PARTNERSHIP_VALID_TO = 6,
};

/** The fields of BINA_CONSENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CONSENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CONSENT_REVISION = 1,
    /** Ref. Who consents. */
    BINA_CONSENT_PERSON = 2,
    /** Text. What for. */
    BINA_CONSENT_PURPOSE = 3,
    /** Code. Lawful basis. */
    BINA_CONSENT_BASIS = 4,
    /** Date. Day it was given. */
    BINA_CONSENT_GIVEN = 5,
    /** Date. Day it was taken back. */
    BINA_CONSENT_WITHDRAWN = 6,
};

/** The fields of BINA_LICENCE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_LICENCE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_LICENCE_REVISION = 1,
    /** Ref. Who or what holds it; PIRT and MD belong to a product. */
    BINA_LICENCE_HOLDER = 2,
    /** Code. Which permit or mark. */
    BINA_LICENCE_NATURE = 3,
    /** Text. Number as printed. */
    BINA_LICENCE_NUMBER = 4,
    /** Code. In process, valid, suspended, revoked, expired. */
    BINA_LICENCE_STATE = 5,
    /** Text. Who issued it. */
    BINA_LICENCE_ISSUER = 6,
    /** Date. Day of issue. */
    BINA_LICENCE_ISSUED = 7,
    /** Date. Last day of validity; none if unlimited. */
    BINA_LICENCE_EXPIRES = 8,
};

/** The fields of BINA_DOCUMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_DOCUMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_DOCUMENT_REVISION = 1,
    /** Ref. The record it is about. */
    BINA_DOCUMENT_SUBJECT = 2,
    /** Code. What paper it is. */
    BINA_DOCUMENT_NATURE = 3,
    /** Text. Number on the paper. */
    BINA_DOCUMENT_NUMBER = 4,
    /** Date. Date on the paper. */
    BINA_DOCUMENT_DATED_ON = 5,
    /** Text. What it says it is about. */
    BINA_DOCUMENT_TITLE = 6,
    /** Text. Where the scan is kept. */
    BINA_DOCUMENT_FILE_NAME = 7,
    /** Text. BLAKE2b-256 of the scan, hexadecimal. */
    BINA_DOCUMENT_FILE_HASH = 8,
};

/** The fields of BINA_PRODUCT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PRODUCT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PRODUCT_REVISION = 1,
    /** Ref. Who makes it. */
    BINA_PRODUCT_MAKER = 2,
    /** Text. Name on the label. */
    BINA_PRODUCT_NAME = 3,
    /** Text. Brand on the label. */
    BINA_PRODUCT_BRAND = 4,
    /** Text. Trade item number under the barcode; its prefix does not name the maker. */
    BINA_PRODUCT_GTIN = 5,
    /** Ref. What it is. */
    BINA_PRODUCT_COMMODITY = 6,
    /** Money. Price to the buyer, in rupiah a unit. */
    BINA_PRODUCT_PRICE = 7,
    /** Text. Unit sold, such as '250 g bungkus'. */
    BINA_PRODUCT_UNIT = 8,
    /** Int. Days at room temperature. */
    BINA_PRODUCT_SHELF_LIFE = 9,
    /** Real. Units a month. */
    BINA_PRODUCT_CAPACITY = 10,
    /** Ref. The product it takes the place of. */
    BINA_PRODUCT_REPLACES = 11,
};

/** The fields of BINA_SOURCE_REGISTER. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SOURCE_REGISTER_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SOURCE_REGISTER_REVISION = 1,
    /** Text. Short name, such as 'disperin'. */
    BINA_SOURCE_REGISTER_NAME = 2,
    /** Text. What the agency calls it. */
    BINA_SOURCE_REGISTER_TITLE = 3,
    /** Ref. Who keeps it. */
    BINA_SOURCE_REGISTER_AGENCY = 4,
    /**
     * Bool. Whether the agency vouches that no enterprise stands on it twice; real lists rarely
     * are.
     */
    BINA_SOURCE_REGISTER_DUPLICATE_FREE = 5,
};

/** The fields of BINA_INTAKE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_INTAKE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_INTAKE_REVISION = 1,
    /** Ref. The list. */
    BINA_INTAKE_REGISTER = 2,
    /** Text. Name of the file, without folders. */
    BINA_INTAKE_FILE_NAME = 3,
    /** Text. BLAKE2b-256 of the file, hexadecimal: the same file is read once. */
    BINA_INTAKE_FILE_HASH = 4,
    /** Date. The day the list speaks of. */
    BINA_INTAKE_LIST_DATE = 5,
    /** Time. When it was read. */
    BINA_INTAKE_RECEIVED = 6,
    /** Int. Data rows in the file. */
    BINA_INTAKE_ROWS = 7,
    /** Int. Rows kept. */
    BINA_INTAKE_KEPT = 8,
    /** Int. Rows not on the list before. */
    BINA_INTAKE_NEW = 9,
    /** Int. Rows whose content differs from the last reading. */
    BINA_INTAKE_CHANGED = 10,
    /** Int. Rows as before. */
    BINA_INTAKE_UNCHANGED = 11,
    /** Int. Rows of the last reading that this one lacks; missing is not closed. */
    BINA_INTAKE_MISSING = 12,
    /** Int. Changed rows that may be about somebody else. */
    BINA_INTAKE_SUSPICIOUS = 13,
    /** Int. Faults found in cells. */
    BINA_INTAKE_FAULTS = 14,
    /** Text. The mapping used, as YAML. */
    BINA_INTAKE_MAPPING = 15,
    /**
     * Text. The only sheet of the workbook that was to be read; without it, all that hold thelist.
     */
    BINA_INTAKE_SHEET = 16,
    /** Int. Rows kept that are about an enterprise. */
    BINA_INTAKE_ENTERPRISES = 17,
    /** Int. Rows kept that are about a person. */
    BINA_INTAKE_PERSONS = 18,
    /** Int. Rows kept that are about a group. */
    BINA_INTAKE_GROUPS = 19,
    /** Int. Rows kept that are about a product. */
    BINA_INTAKE_PRODUCTS = 20,
    /** Int. Rows kept that are about an outlet. */
    BINA_INTAKE_OUTLETS = 21,
    /** Int. Rows that add up others, kept or passed over. */
    BINA_INTAKE_TOTALS = 22,
    /**
     * Int. Other rows of the file that are no data, passed over: titles, headers, headings,
     * remarks, signatures.
     */
    BINA_INTAKE_PASSED = 23,
};

/** The fields of BINA_SOURCE_RECORD. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SOURCE_RECORD_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SOURCE_RECORD_REVISION = 1,
    /** Ref. The list it stands on. */
    BINA_SOURCE_RECORD_REGISTER = 2,
    /**
     * Text. What names the row within its list across readings: the list's own number, or a digest
     * of who and where.
     */
    BINA_SOURCE_RECORD_ROW_KEY = 3,
    /** Ref. The last reading that had it. */
    BINA_SOURCE_RECORD_INTAKE = 4,
    /** Int. Data row in the file of that reading; 1 is the first. */
    BINA_SOURCE_RECORD_ROW = 5,
    /** Int. Line in the file of that reading. */
    BINA_SOURCE_RECORD_LINE = 6,
    /** Text. Digest of the row as received. */
    BINA_SOURCE_RECORD_CONTENT_HASH = 7,
    /** Code. Present in the last reading, missing from it, or withdrawn. */
    BINA_SOURCE_RECORD_STATE = 8,
    /** Code. What the row is about: enterprise, person, group, product, outlet, total. */
    BINA_SOURCE_RECORD_NATURE = 9,
    /** Code. Industry, trade, service, unknown. */
    BINA_SOURCE_RECORD_SCOPE = 10,
    /** Text. As received. */
    BINA_SOURCE_RECORD_BUSINESS_NAME = 11,
    /** Text. As received. */
    BINA_SOURCE_RECORD_OWNER_NAME = 12,
    /** Text. The owner's. */
    BINA_SOURCE_RECORD_NIK = 13,
    /** Text. The enterprise's. */
    BINA_SOURCE_RECORD_NIB = 14,
    /** Code. The owner's. */
    BINA_SOURCE_RECORD_SEX = 15,
    /** Date. The owner's. */
    BINA_SOURCE_RECORD_BORN = 16,
    /** Text. In the form +62... */
    BINA_SOURCE_RECORD_PHONE = 17,
    /** Text. Street, number, RT/RW, as received. */
    BINA_SOURCE_RECORD_ADDRESS = 18,
    /** Text. As received. */
    BINA_SOURCE_RECORD_HAMLET = 19,
    /** Text. As received. */
    BINA_SOURCE_RECORD_VILLAGE = 20,
    /** Text. As received. */
    BINA_SOURCE_RECORD_DISTRICT = 21,
    /** Text. As received. */
    BINA_SOURCE_RECORD_REGENCY = 22,
    /**
     * Text. Kemendagri code, given or resolved from the names; the row is kept when it cannot be
     * resolved.
     */
    BINA_SOURCE_RECORD_REGION = 23,
    /** Text. KBLI class. */
    BINA_SOURCE_RECORD_ACTIVITY = 24,
    /** Text. Product or trade, as received. */
    BINA_SOURCE_RECORD_PRODUCT = 25,
    /** Int. Workers. */
    BINA_SOURCE_RECORD_WORKERS = 26,
    /** Money. In rupiah. */
    BINA_SOURCE_RECORD_INVESTMENT = 27,
    /** Money. Of a year, in rupiah. */
    BINA_SOURCE_RECORD_SALES = 28,
    /** Int. Year. */
    BINA_SOURCE_RECORD_FOUNDED = 29,
    /** Real. Degrees north, WGS 84. */
    BINA_SOURCE_RECORD_LATITUDE = 30,
    /** Real. Degrees east, WGS 84. */
    BINA_SOURCE_RECORD_LONGITUDE = 31,
    /** Text. The row as received: a JSON object from column to cell. */
    BINA_SOURCE_RECORD_RAW = 32,
    /** Ref. The registrant this row stands for, once reconciled. */
    BINA_SOURCE_RECORD_PARTY = 33,
    /** Int. Neighbourhood, where the list has it in a column of its own. */
    BINA_SOURCE_RECORD_RT = 34,
    /** Int. Ward, where the list has it in a column of its own. */
    BINA_SOURCE_RECORD_RW = 35,
    /** Money. In rupiah. */
    BINA_SOURCE_RECORD_CAPITAL = 36,
    /** Date. The day the row speaks of, if it says so. */
    BINA_SOURCE_RECORD_SURVEYED = 37,
    /** Text. The sheet of a workbook that its line is counted in. */
    BINA_SOURCE_RECORD_SHEET = 38,
    /**
     * Text. By what its nature and its scope were told, two words such as 'name.group
     * kbli.industry'; bina explain says them in sentences.
     */
    BINA_SOURCE_RECORD_CLASS_REASON = 39,
};

/** The fields of BINA_PAIR. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PAIR_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PAIR_REVISION = 1,
    /** Ref. The source record with the smaller id. */
    BINA_PAIR_FIRST = 2,
    /** Ref. The source record with the greater id. */
    BINA_PAIR_SECOND = 3,
    /** Real. Match weight, log2 of the odds. */
    BINA_PAIR_WEIGHT = 4,
    /** Real. Probability that they are the same, by the model. */
    BINA_PAIR_PROBABILITY = 5,
    /** Code. What people decided; none while open. */
    BINA_PAIR_VERDICT = 6,
    /** Text. Who decided. */
    BINA_PAIR_DECIDED_BY = 7,
    /** Date. When. */
    BINA_PAIR_DECIDED_ON = 8,
    /** Text. Why, in words. */
    BINA_PAIR_REASON = 9,
    /**
     * Text. What speaks for and against, by the model: "owner_name: similar +3.20; village:
     * different -2.10; prior -9.81", in bits.
     */
    BINA_PAIR_EVIDENCE = 10,
    /** Int. How many people judged it; none counts as 0. */
    BINA_PAIR_JUDGEMENTS = 11,
    /**
     * Bool. Whether people judged it otherwise than others, with as many on either side: it stays
     * open until one more judges, or someone settles it.
     */
    BINA_PAIR_DISPUTED = 12,
    /**
     * Ref. Of the verdicts member_of and successor_of: the row that is the member or thesuccessor;
     * none when it was not said.
     */
    BINA_PAIR_SUBJECT = 13,
};

/** The fields of BINA_CONFIRMATION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CONFIRMATION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CONFIRMATION_REVISION = 1,
    /** Ref. Who is asked. */
    BINA_CONFIRMATION_AGENCY = 2,
    /** Ref. About which enterprise. */
    BINA_CONFIRMATION_ENTERPRISE = 3,
    /** Date. Day of asking. */
    BINA_CONFIRMATION_ASKED = 4,
    /** Date. Day by which an answer is asked for. */
    BINA_CONFIRMATION_DUE = 5,
    /** Date. Day of the answer; none is silence. */
    BINA_CONFIRMATION_ANSWERED = 6,
    /** Code. What was answered. */
    BINA_CONFIRMATION_ANSWER = 7,
    /** Text. Officer who answered. */
    BINA_CONFIRMATION_ANSWERED_BY = 8,
    /** Text. Number of the letter of asking. */
    BINA_CONFIRMATION_LETTER = 9,
    /** Int. Which workbook that was sent: a number of this register. */
    BINA_CONFIRMATION_ROUND = 10,
    /** Text. Number of the letter of the answer. */
    BINA_CONFIRMATION_ANSWER_LETTER = 11,
    /** Date. When it closed, as answered. */
    BINA_CONFIRMATION_CLOSED_ON = 12,
    /** Text. Where it moved to, as answered. */
    BINA_CONFIRMATION_MOVED_TO = 13,
    /** Ref. The enterprise it is a twin of, as answered. */
    BINA_CONFIRMATION_TWIN = 14,
    /** Text. What else was answered, in words. */
    BINA_CONFIRMATION_REMARKS = 15,
    /**
     * Date. When somebody here did what the answer proposes, or decided against it; none whilethat
     * stands open.
     */
    BINA_CONFIRMATION_SETTLED = 16,
};

/** The fields of BINA_PROVENANCE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PROVENANCE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PROVENANCE_REVISION = 1,
    /** Ref. The record. */
    BINA_PROVENANCE_SUBJECT = 2,
    /** Text. Name of its field. */
    BINA_PROVENANCE_FIELD = 3,
    /** Ref. The row whose value won. */
    BINA_PROVENANCE_SOURCE = 4,
    /** Text. The survivorship rule that chose it. */
    BINA_PROVENANCE_RULE = 5,
};

/** The fields of BINA_JUDGEMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_JUDGEMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_JUDGEMENT_REVISION = 1,
    /** Ref. About which pair. */
    BINA_JUDGEMENT_PAIR = 2,
    /** Text. Who says so; "-" where nobody was named. */
    BINA_JUDGEMENT_REVIEWER = 3,
    /** Code. What was said. */
    BINA_JUDGEMENT_VERDICT = 4,
    /** Time. When. */
    BINA_JUDGEMENT_DECIDED = 5,
    /** Text. Why, in words. */
    BINA_JUDGEMENT_REASON = 6,
    /**
     * Bool. Whether it was given to settle the pair: it outranks those that were not, and the
     * latest such one counts.
     */
    BINA_JUDGEMENT_SETTLES = 7,
    /**
     * Ref. Of the verdicts member_of and successor_of: the row that is the member or thesuccessor;
     * none when it was not said.
     */
    BINA_JUDGEMENT_SUBJECT = 8,
};

/** The fields of BINA_STATEMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_STATEMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_STATEMENT_REVISION = 1,
    /** Text. Number of the letter, such as 500.9/12/2026. */
    BINA_STATEMENT_NUMBER = 2,
    /** Date. Date on the paper. */
    BINA_STATEMENT_ISSUED = 3,
    /** Text. Where it was drawn up. */
    BINA_STATEMENT_PLACE = 4,
    /** Text. Name of the office at its head. */
    BINA_STATEMENT_OFFICE = 5,
    /** Text. The area it names: Kemendagri code. */
    BINA_STATEMENT_AREA = 6,
    /** Text. Only what lies under this region is counted; none: the whole register. */
    BINA_STATEMENT_REGION = 7,
    /** Code. Only this scope is counted; none: every scope, each apart. */
    BINA_STATEMENT_SCOPE = 8,
    /** Text. Who signs: a line each, 'office held: name (NIP 19...)'; the NIP may be missing. */
    BINA_STATEMENT_SIGNATORIES = 9,
    /** Code. Language of the page that was signed. */
    BINA_STATEMENT_LANGUAGE = 10,
    /** Date. The day its figures speak of. */
    BINA_STATEMENT_TRUE_ON = 11,
    /**
     * Int. Number of the last commit before it: its figures are those of the register as known
     * then.
     */
    BINA_STATEMENT_KNOWN_AT = 12,
    /** Int. Which figures a statement of its time shows; 1 is the first form. */
    BINA_STATEMENT_FORM = 13,
    /**
     * Text. BLAKE2b-256 of its counted figures and of what stands above, hexadecimal; printed on
     * the page.
     */
    BINA_STATEMENT_FIGURES_HASH = 14,
    /** Text. BLAKE2b-256 of the page as issued, hexadecimal. */
    BINA_STATEMENT_PAGE_HASH = 15,
};

/** The fields of BINA_SUBMISSION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SUBMISSION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SUBMISSION_REVISION = 1,
    /** Text. Kemendagri code of the regency or city that submits. */
    BINA_SUBMISSION_REGION = 2,
    /** Text. The year, half, quarter or month it is about: 2026, 2026-H1, 2026-Q3, 2026-11. */
    BINA_SUBMISSION_PERIOD = 3,
    /**
     * Code. Due, received, returned with faults, accepted; its changes go through one door, and
     * their history is in the log.
     */
    BINA_SUBMISSION_STATE = 4,
    /** Date. Day by which it is asked for; none: it came unasked. */
    BINA_SUBMISSION_DUE = 5,
    /** Date. Day the last file came. */
    BINA_SUBMISSION_RECEIVED = 6,
    /** Int. How often a file came for it. */
    BINA_SUBMISSION_TIMES = 7,
    /** Code. What the last file held: the rows of a register, or only counts. */
    BINA_SUBMISSION_NATURE = 8,
    /** Int. Rows of the last file that were kept. */
    BINA_SUBMISSION_ROWS = 9,
    /** Int. Errors found in the last file; warnings are not counted. */
    BINA_SUBMISSION_FAULTS = 10,
    /** Ref. The reading of its rows. */
    BINA_SUBMISSION_INTAKE = 11,
    /** Text. Name of the last file, without folders. */
    BINA_SUBMISSION_FILE_NAME = 12,
    /** Text. BLAKE2b-256 of the last file, hexadecimal. */
    BINA_SUBMISSION_FILE_HASH = 13,
    /** Text. Number of the letter it came with, or went back with. */
    BINA_SUBMISSION_LETTER = 14,
    /** Text. Officer of the regency who sent it. */
    BINA_SUBMISSION_SENT_BY = 15,
    /** Date. Day it was returned or accepted. */
    BINA_SUBMISSION_DECIDED = 16,
    /** Text. Who returned or accepted it. */
    BINA_SUBMISSION_DECIDED_BY = 17,
    /** Text. Why it was returned, or accepted in spite of faults. */
    BINA_SUBMISSION_REASON = 18,
};

/** The fields of BINA_FIGURE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_FIGURE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_FIGURE_REVISION = 1,
    /** Ref. The record it came with or is about; none: about a region. */
    BINA_FIGURE_SUBJECT = 2,
    /** Text. Kemendagri code of the area it is about. */
    BINA_FIGURE_REGION = 3,
    /** Code. What is counted or measured. */
    BINA_FIGURE_WHAT = 4,
    /** Code. Enterprises, groups, persons, products, outlets; units do not add. */
    BINA_FIGURE_UNIT = 5,
    /** Code. Industry, trade, service, unknown. */
    BINA_FIGURE_SCOPE = 6,
    /** Text. A class within the scope, as stated: a KBLI class, a size, a commodity; none: all. */
    BINA_FIGURE_CATEGORY = 7,
    /** Date. First day it speaks of. */
    BINA_FIGURE_DAY_FROM = 8,
    /** Date. Last day it speaks of; the same for a state on one day. */
    BINA_FIGURE_DAY_TO = 9,
    /** Int. The figure, or the least it may be. */
    BINA_FIGURE_LOW = 10,
    /** Int. The figure, or the most it may be; none: not said. */
    BINA_FIGURE_HIGH = 11,
    /** Code. Exact, about, at least, at most. */
    BINA_FIGURE_QUALIFIER = 12,
    /** Text. The words or the cell, such as 'kurang lebih 60'. */
    BINA_FIGURE_AS_STATED = 13,
    /** Text. Who stated it. */
    BINA_FIGURE_SPEAKER = 14,
    /** Text. Where: a file and line, a letter, a newspaper. */
    BINA_FIGURE_SOURCE = 15,
    /** Code. Declared, confirmed, disputed, replaced by a later one. */
    BINA_FIGURE_VALIDITY = 16,
};

/** The fields of BINA_COMMIT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_COMMIT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_COMMIT_REVISION = 1,
    /** Int. Counts the store's commits from 1. */
    BINA_COMMIT_NUMBER = 2,
    /** Time. When it was made, by the store's clock. */
    BINA_COMMIT_MADE = 3,
    /** Text. Who made it. */
    BINA_COMMIT_ACTOR = 4,
    /** Text. Why, in words. */
    BINA_COMMIT_WHY = 5,
    /** Text. The rule that made it, if a rule did. */
    BINA_COMMIT_RULE = 6,
    /**
     * Text. BLAKE2b-256 of this commit's head, its changes' commitments and the hash before,
     * hexadecimal.
     */
    BINA_COMMIT_HASH = 7,
};

/** The fields of BINA_CHANGE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CHANGE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CHANGE_REVISION = 1,
    /** Int. The commit. */
    BINA_CHANGE_COMMIT_NUMBER = 2,
    /** Int. The id of the record, which may be gone. */
    BINA_CHANGE_RECORD = 3,
    /** Code. Added, updated, removed, erased. */
    BINA_CHANGE_ACTION = 4,
    /** Text. Fields that changed, before: a JSON object; none after erasure. */
    BINA_CHANGE_OLD = 5,
    /** Text. Fields that changed, after: a JSON object; none after erasure. */
    BINA_CHANGE_NEW = 6,
    /** Text. Random, hexadecimal: hides the values behind the commitment once erased. */
    BINA_CHANGE_SALT = 7,
    /** Text. Keyed BLAKE2b of record, action, old and new, hexadecimal. */
    BINA_CHANGE_COMMITMENT = 8,
};

/** The fields of BINA_STORE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_STORE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_STORE_REVISION = 1,
    /** Int. 18 bits, part of every id it issues. */
    BINA_STORE_NUMBER = 2,
    /** Text. Drawn when the file was made; tells copies apart. */
    BINA_STORE_UUID = 3,
    /** Text. The office that keeps it, such as '52.03/1'. */
    BINA_STORE_OFFICE = 4,
    /** Time. When the file was made. */
    BINA_STORE_CREATED = 5,
};

#endif
