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
    /** One shop of a retailer. */
    BINA_OUTLET = 41,
    /** What a retailer and an office or maker agreed: terms, period, quota. */
    BINA_AGREEMENT = 42,
    /** One look at a product for a retailer: passed, returned, rejected. */
    BINA_CURATION = 43,
    /** A product accepted by a chain. */
    BINA_LISTING = 44,
    /** A listed product on the shelf of a shop, or of all shops of a chain. */
    BINA_PLACEMENT = 45,
    /** What was delivered, sold and returned of a product in a period. */
    BINA_SALE = 46,
    /** Money that came for sales. */
    BINA_SETTLEMENT = 47,
    /** A buyer's interest in a product. */
    BINA_LEAD = 48,
    /** Money of one source and fiscal year with a ceiling that commitments may not pass. */
    BINA_FUND = 32,
    /**
     * What a grant, batch or other work takes from a fund. Planned, then committed when the workis
     * approved, then spent or released.
     */
    BINA_COMMITMENT = 33,
    /** A credit that was referred to a bank (KUR): no grant, and told beside grants. */
    BINA_LOAN = 49,
    /** Work of one or several agencies for a purpose: training, equipment, market. */
    BINA_PROGRAMME = 70,
    /** What an organisation is to a programme: several run it together. */
    BINA_PROGRAMME_PARTY = 71,
    /** What a programme means to reach: so many of a unit, in a region and year. */
    BINA_TARGET = 72,
    /** Something that can be taught or helped with: sewing masks, roasting cashew, PIRT. */
    BINA_TOPIC = 81,
    /**
     * One run of an activity of a programme with its participants: a training batch, a fair, help
     * with permits.
     */
    BINA_BATCH = 73,
    /** One meeting of a batch: theory or practice, so many hours. */
    BINA_LESSON = 74,
    /** A participant's place in a batch, from application to completion. */
    BINA_ENROLMENT = 75,
    /** Whether a participant was at a lesson. */
    BINA_ATTENDANCE = 76,
    /** A test or evaluation of a participant. */
    BINA_ASSESSMENT = 77,
    /**
     * A certificate given to a participant, with a number and a code by which anyone can verifyit.
     */
    BINA_CERTIFICATE = 78,
    /** Who trains, mentors or supports a batch or a participant, and when. */
    BINA_ASSIGNMENT = 79,
    /** What a party wants to learn or be helped with, as they said. */
    BINA_INTEREST = 80,
    /** A participant proposed for a batch, with the reasons kept. */
    BINA_NOMINATION = 68,
    /** A visit to those who were trained or helped: planned, held or skipped. */
    BINA_VISIT = 82,
    /** What was agreed to be done, by whom, until when. */
    BINA_ACTION = 83,
    /** What came of training or help, claimed by one officer and verified by another. */
    BINA_OUTCOME = 84,
    /**
     * Help given to a recipient: equipment, material, cash or service; from proposal toafter-care.
     */
    BINA_GRANT = 85,
    /** One line of a grant: an item, how many, at what price. */
    BINA_GRANT_ITEM = 86,
    /** A part of a grant handed over on a day, on the paper that proves it (BAST). */
    BINA_HANDOVER = 87,
    /** What the recipient says afterwards: received, not received, with issues. */
    BINA_RECEIPT = 93,
    /** A tool or machine that was granted, one by one, with a tag. */
    BINA_ASSET = 88,
    /** Who holds a tool, and which person answers for it, from when to when. */
    BINA_CUSTODY = 89,
    /** One round of looking at the tools that were granted. */
    BINA_SURVEY = 90,
    /** What a survey found of one tool. */
    BINA_INSPECTION = 91,
    /** A repair of a tool. */
    BINA_REPAIR = 92,
    /** Material given to a maker to be made into something. */
    BINA_MATERIAL_ISSUE = 94,
    /** What a maker brought back: so many accepted, so many rejected. */
    BINA_OUTPUT_RECEIPT = 95,
    /** What the office bought of the accepted output, at which price. */
    BINA_BUY_BACK = 96,
    /** Where the output went: to a body, or to a class of people. */
    BINA_DISTRIBUTION = 97,
    /** A stretch of time that is reported on, and can be locked. */
    BINA_PERIOD = 63,
    /**
     * What is known of an enterprise in a period: turnover, production, workers; with how it is
     * known.
     */
    BINA_OBSERVATION = 64,
    /** A dated set of rules the office works by, with the regulation it rests on. */
    BINA_POLICY = 65,
    /** One rule of a policy: a threshold, or a condition on a fact. */
    BINA_POLICY_RULE = 66,
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
    /**
     * One step of a lifecycle: which state a record left and which it entered, on which day, why,
     * and on which paper. Written by the store alone.
     */
    BINA_STEP = 67,
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
    /** Date. First day of work, if known; before it the enterprise is not counted. */
    BINA_ENTERPRISE_BEGAN = 24,
    /** Money. Net assets without land and building, in rupiah (UU 20/2008). */
    BINA_ENTERPRISE_NET_ASSETS = 25,
    /**
     * Code. Class by UU 20/2008, which lists still use: by sales, else net assets, else capital.
     */
    BINA_ENTERPRISE_SIZE_CLASS_OLD = 26,
    /**
     * Code. Small, medium or large by workers and investment (Permenperin 64/2016); it has no
     * micro.
     */
    BINA_ENTERPRISE_SIZE_CLASS_INDUSTRY = 27,
    /** Code. Class by workers alone, as BPS counts industry. */
    BINA_ENTERPRISE_SIZE_CLASS_BPS = 28,
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
    /** Code. Active, split, merged, dissolved. */
    BINA_GROUP_STATE = 10,
    /** Ref. The group it was a part of. */
    BINA_GROUP_SPLIT_FROM = 11,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_GROUP_EVIDENCE = 12,
    /** Ref. The group it joined when it merged; merged_into is for one group recorded twice. */
    BINA_GROUP_JOINED = 13,
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

/** The fields of BINA_OUTLET. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_OUTLET_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_OUTLET_REVISION = 1,
    /** Ref. The chain. */
    BINA_OUTLET_RETAILER = 2,
    /** Text. The chain's code for it. */
    BINA_OUTLET_CODE = 3,
    /** Text. Name. */
    BINA_OUTLET_NAME = 4,
    /** Code. Minimarket, supermarket, hypermarket, other. */
    BINA_OUTLET_FORMAT = 5,
    /** Text. Kemendagri code. */
    BINA_OUTLET_REGION = 6,
    /** Text. Street and number. */
    BINA_OUTLET_ADDRESS = 7,
    /** Real. Degrees north, WGS 84. */
    BINA_OUTLET_LATITUDE = 8,
    /** Real. Degrees east, WGS 84. */
    BINA_OUTLET_LONGITUDE = 9,
    /** Code. Open, closed. */
    BINA_OUTLET_STATE = 10,
    /** Date. Day it opened; today when not said. */
    BINA_OUTLET_BEGAN = 11,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_OUTLET_EVIDENCE = 12,
};

/** The fields of BINA_AGREEMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_AGREEMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_AGREEMENT_REVISION = 1,
    /** Ref. The retailer. */
    BINA_AGREEMENT_RETAILER = 2,
    /** Ref. The other side. */
    BINA_AGREEMENT_PARTY = 3,
    /** Text. Number of the paper. */
    BINA_AGREEMENT_NUMBER = 4,
    /** Code. Outright, consignment, private label. */
    BINA_AGREEMENT_SALE_MODE = 5,
    /** Int. The retailer's margin, in hundredths of a percent. */
    BINA_AGREEMENT_MARGIN = 6,
    /**
     * Int. Charges of trading terms apart from regular discount, in hundredths of a percent of
     * sales.
     */
    BINA_AGREEMENT_TRADING_TERMS = 7,
    /** Money. Listing fee for one new item in one shop, in rupiah. */
    BINA_AGREEMENT_LISTING_FEE = 8,
    /** Money. Listing fee for one new item in all shops together, in rupiah. */
    BINA_AGREEMENT_LISTING_FEE_MOST = 9,
    /** Code. The kind of shop the fees are for. */
    BINA_AGREEMENT_OUTLET_FORMAT = 10,
    /** Int. Days from complete papers to payment. */
    BINA_AGREEMENT_DAYS_TO_PAY = 11,
    /** Int. How many products at most; none: not said. */
    BINA_AGREEMENT_QUOTA = 12,
    /** Date. Day of signing. */
    BINA_AGREEMENT_SIGNED_ON = 13,
    /** Date. First day. */
    BINA_AGREEMENT_STARTS = 14,
    /** Date. Last day; none: not said. */
    BINA_AGREEMENT_ENDS = 15,
    /** Code. Draft, in force, ended, terminated. */
    BINA_AGREEMENT_STATE = 16,
    /** Date. Day it was drafted; today when not said. */
    BINA_AGREEMENT_BEGAN = 17,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_AGREEMENT_EVIDENCE = 18,
};

/** The fields of BINA_CURATION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CURATION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CURATION_REVISION = 1,
    /** Ref. The product. */
    BINA_CURATION_PRODUCT = 2,
    /** Ref. For whom; none: for any. */
    BINA_CURATION_RETAILER = 3,
    /** Date. The day it was handed in. */
    BINA_CURATION_SUBMITTED = 4,
    /** Date. The day of the decision. */
    BINA_CURATION_DECIDED = 5,
    /** Text. Who looked. */
    BINA_CURATION_CURATOR = 6,
    /** Code. Passed, returned for mending, rejected; none while it is looked at. */
    BINA_CURATION_RESULT = 7,
    /** Text. What is to be mended. */
    BINA_CURATION_NOTE = 8,
};

/** The fields of BINA_LISTING. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_LISTING_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_LISTING_REVISION = 1,
    /** Ref. The product. */
    BINA_LISTING_PRODUCT = 2,
    /** Ref. The chain. */
    BINA_LISTING_RETAILER = 3,
    /** Ref. Under which terms. */
    BINA_LISTING_AGREEMENT = 4,
    /** Text. The chain's own number for it. */
    BINA_LISTING_ITEM_CODE = 5,
    /** Money. Price to the chain, in rupiah a unit. */
    BINA_LISTING_PRICE = 6,
    /** Code. Proposed, in curation, returned, accepted, listed, suspended, delisted, rejected. */
    BINA_LISTING_STATE = 7,
    /** Date. Day it was proposed; today when not said. */
    BINA_LISTING_BEGAN = 8,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_LISTING_EVIDENCE = 9,
};

/** The fields of BINA_PLACEMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PLACEMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PLACEMENT_REVISION = 1,
    /** Ref. The listing. */
    BINA_PLACEMENT_LISTING = 2,
    /** Ref. The shop; none: wherever the chain sells. */
    BINA_PLACEMENT_OUTLET = 3,
    /** Int. How many stand side by side. */
    BINA_PLACEMENT_FACINGS = 4,
    /** Code. Planned, on the shelf, suspended, ended. */
    BINA_PLACEMENT_STATE = 5,
    /** Date. Day it was planned; today when not said. */
    BINA_PLACEMENT_BEGAN = 6,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_PLACEMENT_EVIDENCE = 7,
};

/** The fields of BINA_SALE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SALE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SALE_REVISION = 1,
    /** Ref. The listing it was sold under; none: outside retail. */
    BINA_SALE_LISTING = 2,
    /** Ref. The product. */
    BINA_SALE_PRODUCT = 3,
    /** Ref. The shop; none: all shops together. */
    BINA_SALE_OUTLET = 4,
    /** Date. First day of the period. */
    BINA_SALE_DAY_FROM = 5,
    /** Date. Last day of the period. */
    BINA_SALE_DAY_TO = 6,
    /** Int. Units delivered (sell-in). */
    BINA_SALE_DELIVERED = 7,
    /** Int. Units sold to shoppers (sell-through). */
    BINA_SALE_SOLD = 8,
    /** Int. Units sent back. */
    BINA_SALE_RETURNED = 9,
    /** Money. What the maker is owed for it, in rupiah. */
    BINA_SALE_AMOUNT = 10,
    /** Date. When it is to be paid. */
    BINA_SALE_DUE = 11,
    /** Text. ISO 3166 code of the buyer's country; none: Indonesia. */
    BINA_SALE_COUNTRY = 12,
    /** Code. How the figure is known. */
    BINA_SALE_GRADE = 13,
};

/** The fields of BINA_SETTLEMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SETTLEMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SETTLEMENT_REVISION = 1,
    /** Ref. The sale. */
    BINA_SETTLEMENT_SALE = 2,
    /** Money. In rupiah. */
    BINA_SETTLEMENT_AMOUNT = 3,
    /** Date. The day. */
    BINA_SETTLEMENT_PAID = 4,
    /** Ref. The paper. */
    BINA_SETTLEMENT_PAPER = 5,
};

/** The fields of BINA_LEAD. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_LEAD_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_LEAD_REVISION = 1,
    /** Ref. The product. */
    BINA_LEAD_PRODUCT = 2,
    /** Ref. The buyer. */
    BINA_LEAD_BUYER = 3,
    /** Text. The buyer, when not a record. */
    BINA_LEAD_BUYER_NAME = 4,
    /** Date. The day. */
    BINA_LEAD_STATED = 5,
    /** Int. How many a month. */
    BINA_LEAD_QUANTITY = 6,
    /** Text. ISO 3166 code of the buyer's country; none: Indonesia. */
    BINA_LEAD_COUNTRY = 7,
    /** Code. New, followed up, won, lost. */
    BINA_LEAD_STATE = 8,
    /** Date. Day it came; today when not said. */
    BINA_LEAD_BEGAN = 9,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_LEAD_EVIDENCE = 10,
};

/** The fields of BINA_FUND. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_FUND_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_FUND_REVISION = 1,
    /** Text. Name, such as 'APBD 2021 alat tenun'. */
    BINA_FUND_NAME = 2,
    /** Code. APBN, APBD, special allocation (DAK), village, CSR. */
    BINA_FUND_SOURCE = 3,
    /** Int. Fiscal year. */
    BINA_FUND_FISCAL_YEAR = 4,
    /** Money. The most that may be committed, in rupiah. */
    BINA_FUND_CEILING = 5,
    /** Ref. Whose money it is. */
    BINA_FUND_OWNER = 6,
    /** Text. Budget account code. */
    BINA_FUND_ACCOUNT = 7,
    /** Ref. The fund of the year before whose unspent work it takes on (luncuran). */
    BINA_FUND_CONTINUES = 8,
};

/** The fields of BINA_COMMITMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_COMMITMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_COMMITMENT_REVISION = 1,
    /** Ref. The fund. */
    BINA_COMMITMENT_FUND = 2,
    /** Ref. What the money is for. */
    BINA_COMMITMENT_SUBJECT = 3,
    /** Money. In rupiah. */
    BINA_COMMITMENT_AMOUNT = 4,
    /** Code. Planned, committed, spent, released. */
    BINA_COMMITMENT_STATE = 5,
    /** Date. Day it was planned; today when not said. */
    BINA_COMMITMENT_BEGAN = 6,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_COMMITMENT_EVIDENCE = 7,
};

/** The fields of BINA_LOAN. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_LOAN_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_LOAN_REVISION = 1,
    /** Ref. Who borrows. */
    BINA_LOAN_BORROWER = 2,
    /** Ref. The bank. */
    BINA_LOAN_BANK = 3,
    /** Code. KUR or other. */
    BINA_LOAN_SCHEME = 4,
    /** Code. KUR class, by the dated rules. */
    BINA_LOAN_KUR_CLASS = 5,
    /** Code. Working capital or investment. */
    BINA_LOAN_PURPOSE = 6,
    /** Code. Production (industry), trade, service. */
    BINA_LOAN_SECTOR = 7,
    /** Int. Which time the borrower takes it, from 1. */
    BINA_LOAN_ACCESS = 8,
    /** Money. In rupiah. */
    BINA_LOAN_REQUESTED = 9,
    /** Money. Ceiling the bank gave (plafon), in rupiah. */
    BINA_LOAN_APPROVED = 10,
    /** Int. Yearly interest the debtor pays, in hundredths of a percent. */
    BINA_LOAN_RATE = 11,
    /** Int. Months. */
    BINA_LOAN_TENOR = 12,
    /** Text. Number of the contract. */
    BINA_LOAN_CONTRACT = 13,
    /** Date. The day it was paid out. */
    BINA_LOAN_DISBURSED_ON = 14,
    /** Money. What is still owed, in rupiah. */
    BINA_LOAN_OUTSTANDING = 15,
    /** Int. 1 current to 5 lost, as the bank grades. */
    BINA_LOAN_COLLECTABILITY = 16,
    /** Ref. Who referred it. */
    BINA_LOAN_REFERRED_BY = 17,
    /** Code. Referred, in review, approved, lapsed, disbursed and so on. */
    BINA_LOAN_STATE = 18,
    /** Date. Day of the referral; today when not said. */
    BINA_LOAN_BEGAN = 19,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_LOAN_EVIDENCE = 20,
    /**
     * Date. Last day on which an approval may be paid out; by policy when the bank does not say.
     */
    BINA_LOAN_LAPSES = 21,
};

/** The fields of BINA_PROGRAMME. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PROGRAMME_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PROGRAMME_REVISION = 1,
    /** Text. Name. */
    BINA_PROGRAMME_NAME = 2,
    /** Text. What for. */
    BINA_PROGRAMME_PURPOSE = 3,
    /** Text. Kemendagri code of where it works. */
    BINA_PROGRAMME_REGION = 4,
    /** Code. Whom it may help: persons, groups, enterprises, any of them. */
    BINA_PROGRAMME_BENEFICIARY = 5,
    /** Text. Whom it is meant for, in words. */
    BINA_PROGRAMME_TARGET_GROUP = 6,
    /** Date. First day planned. */
    BINA_PROGRAMME_STARTS = 7,
    /** Date. Last day planned. */
    BINA_PROGRAMME_ENDS = 8,
    /** Code. Draft, open, running, closed, cancelled. */
    BINA_PROGRAMME_STATE = 9,
    /** Date. Day it was drawn up; today when not said. */
    BINA_PROGRAMME_BEGAN = 10,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_PROGRAMME_EVIDENCE = 11,
};

/** The fields of BINA_PROGRAMME_PARTY. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PROGRAMME_PARTY_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PROGRAMME_PARTY_REVISION = 1,
    /** Ref. The programme. */
    BINA_PROGRAMME_PARTY_PROGRAMME = 2,
    /** Ref. The organisation. */
    BINA_PROGRAMME_PARTY_ORGANISATION = 3,
    /** Code. Lead, co-implementing, funder, trainer, offtaker, data owner. */
    BINA_PROGRAMME_PARTY_ROLE = 4,
    /** Date. First day. */
    BINA_PROGRAMME_PARTY_VALID_FROM = 5,
    /** Date. Last day; none while it holds. */
    BINA_PROGRAMME_PARTY_VALID_TO = 6,
};

/** The fields of BINA_TARGET. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_TARGET_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_TARGET_REVISION = 1,
    /** Ref. The programme. */
    BINA_TARGET_PROGRAMME = 2,
    /** Text. Kemendagri code; none: wherever the programme works. */
    BINA_TARGET_REGION = 3,
    /** Int. Year. */
    BINA_TARGET_FISCAL_YEAR = 4,
    /** Code. What is counted. */
    BINA_TARGET_WHAT = 5,
    /** Code. Persons, groups, enterprises, products; units do not add. */
    BINA_TARGET_UNIT = 6,
    /** Code. Of one sex only; none: all. */
    BINA_TARGET_SEX = 7,
    /** Int. How many. */
    BINA_TARGET_QUANTITY = 8,
};

/** The fields of BINA_TOPIC. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_TOPIC_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_TOPIC_REVISION = 1,
    /** Text. Name. */
    BINA_TOPIC_NAME = 2,
    /** Text. KBLI class of those it serves. */
    BINA_TOPIC_ACTIVITY = 3,
    /** Ref. The commodity it works on. */
    BINA_TOPIC_COMMODITY = 4,
    /** Text. The skill it builds on or teaches, one word or two. */
    BINA_TOPIC_SKILL = 5,
    /** Int. Usual length in lesson hours (JP) of 45 minutes. */
    BINA_TOPIC_HOURS = 6,
};

/** The fields of BINA_BATCH. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_BATCH_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_BATCH_REVISION = 1,
    /** Ref. The programme. */
    BINA_BATCH_PROGRAMME = 2,
    /** Int. Which batch of the programme and activity, from 1. */
    BINA_BATCH_NUMBER = 3,
    /** Code. Training, fair, help with PIRT or halal, brand, meeting of makers and buyers. */
    BINA_BATCH_ACTIVITY = 4,
    /** Ref. What it is about. */
    BINA_BATCH_TOPIC = 5,
    /** Text. What it is called. */
    BINA_BATCH_NAME = 6,
    /** Text. Kemendagri code of where it is held or whom it is for. */
    BINA_BATCH_REGION = 7,
    /** Text. Where it is held; a venue is told by its name and region. */
    BINA_BATCH_VENUE = 8,
    /** Int. How many may take part. */
    BINA_BATCH_SEATS = 9,
    /**
     * Date. First day as planned now; what was planned before a postponement stays in its history.
     */
    BINA_BATCH_PLANNED_START = 10,
    /** Date. Last day as planned now. */
    BINA_BATCH_PLANNED_END = 11,
    /** Date. First day as it was. */
    BINA_BATCH_STARTED = 12,
    /** Date. Last day as it was. */
    BINA_BATCH_ENDED = 13,
    /** Int. Lesson hours (JP) planned. */
    BINA_BATCH_PLANNED_HOURS = 14,
    /** Money. Cost planned, in rupiah. */
    BINA_BATCH_PLANNED_COST = 15,
    /** Money. Cost as it was, in rupiah. */
    BINA_BATCH_COST = 16,
    /** Text. Why this topic for these people: potential, interest, skill. */
    BINA_BATCH_REASON = 17,
    /** Code. Planned, open, postponed, running, completed, cancelled. */
    BINA_BATCH_STATE = 18,
    /** Date. Day it was planned; today when not said. */
    BINA_BATCH_BEGAN = 19,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_BATCH_EVIDENCE = 20,
};

/** The fields of BINA_LESSON. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_LESSON_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_LESSON_REVISION = 1,
    /** Ref. The batch. */
    BINA_LESSON_BATCH = 2,
    /** Int. Which meeting, from 1. */
    BINA_LESSON_NUMBER = 3,
    /** Text. What is taught. */
    BINA_LESSON_TITLE = 4,
    /** Code. Theory, practice, field practice. */
    BINA_LESSON_NATURE = 5,
    /** Int. Lesson hours (JP) of 45 minutes. */
    BINA_LESSON_HOURS = 6,
    /** Date. The day. */
    BINA_LESSON_HELD_ON = 7,
    /** Int. Minutes after midnight when it begins; none: the whole day. */
    BINA_LESSON_STARTS_AT = 8,
    /** Int. Minutes after midnight when it ends. */
    BINA_LESSON_ENDS_AT = 9,
    /** Text. Where, if not the batch's venue. */
    BINA_LESSON_VENUE = 10,
};

/** The fields of BINA_ENROLMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ENROLMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ENROLMENT_REVISION = 1,
    /** Ref. The batch. */
    BINA_ENROLMENT_BATCH = 2,
    /** Ref. Who takes part. */
    BINA_ENROLMENT_PARTICIPANT = 3,
    /** Date. Day of application. */
    BINA_ENROLMENT_APPLIED = 4,
    /** Ref. The enrolment whose seat it takes. */
    BINA_ENROLMENT_REPLACES = 5,
    /** Ref. The enterprise the person takes part for. */
    BINA_ENROLMENT_FOR_ENTERPRISE = 6,
    /** Int. Place on the waitlist: the least moves up first; none: by day and number. */
    BINA_ENROLMENT_PRIORITY = 7,
    /** Code. Applied, waitlisted, enrolled, active, completed and so on. */
    BINA_ENROLMENT_STATE = 8,
    /** Date. Day it was written down; today when not said. */
    BINA_ENROLMENT_BEGAN = 9,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_ENROLMENT_EVIDENCE = 10,
    /** Ref. The batch it is transferred to. */
    BINA_ENROLMENT_NEXT_BATCH = 11,
    /** Ref. The enrolment in another batch that was transferred here. */
    BINA_ENROLMENT_CAME_FROM = 12,
};

/** The fields of BINA_ATTENDANCE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ATTENDANCE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ATTENDANCE_REVISION = 1,
    /** Ref. Whose. */
    BINA_ATTENDANCE_ENROLMENT = 2,
    /** Ref. Which lesson. */
    BINA_ATTENDANCE_LESSON = 3,
    /** Code. Present, excused, absent. */
    BINA_ATTENDANCE_PRESENCE = 4,
    /** Int. Lesson hours attended, if not all. */
    BINA_ATTENDANCE_HOURS = 5,
};

/** The fields of BINA_ASSESSMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ASSESSMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ASSESSMENT_REVISION = 1,
    /** Ref. Whose. */
    BINA_ASSESSMENT_ENROLMENT = 2,
    /** Code. Pre-test, post-test, practice, competence. */
    BINA_ASSESSMENT_NATURE = 3,
    /** Int. Points of a hundred. */
    BINA_ASSESSMENT_SCORE = 4,
    /** Date. The day. */
    BINA_ASSESSMENT_ASSESSED = 5,
    /** Text. Who judged. */
    BINA_ASSESSMENT_ASSESSOR = 6,
};

/** The fields of BINA_CERTIFICATE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CERTIFICATE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CERTIFICATE_REVISION = 1,
    /** Text. Short number for paper, with a check character. */
    BINA_CERTIFICATE_NUMBER = 2,
    /** Ref. For what it was given. */
    BINA_CERTIFICATE_ENROLMENT = 3,
    /** Code. Completion, attendance, competence. */
    BINA_CERTIFICATE_NATURE = 4,
    /** Text. Number as printed by the office. */
    BINA_CERTIFICATE_SERIAL = 5,
    /** Date. Day of issue. */
    BINA_CERTIFICATE_ISSUED = 6,
    /** Date. Last day; none if unlimited. */
    BINA_CERTIFICATE_EXPIRES = 7,
    /** Text. Code printed on it; who knows it can ask whether it is genuine. */
    BINA_CERTIFICATE_VERIFY_CODE = 8,
    /** Int. Lesson hours attended. */
    BINA_CERTIFICATE_HOURS = 9,
    /** Code. Issued, revoked. */
    BINA_CERTIFICATE_STATE = 10,
    /** Date. Day it was issued; today when not said. */
    BINA_CERTIFICATE_BEGAN = 11,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_CERTIFICATE_EVIDENCE = 12,
};

/** The fields of BINA_ASSIGNMENT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ASSIGNMENT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ASSIGNMENT_REVISION = 1,
    /** Ref. Where the work is done; an enterprise or group is somebody's case. */
    BINA_ASSIGNMENT_SUBJECT = 2,
    /** Ref. Who does it. */
    BINA_ASSIGNMENT_PARTY = 3,
    /** Code. Lead trainer, trainer, mentor, observer, support. */
    BINA_ASSIGNMENT_ROLE = 4,
    /** Code. University, industry, agency. */
    BINA_ASSIGNMENT_AFFILIATION = 5,
    /** Date. First day. */
    BINA_ASSIGNMENT_VALID_FROM = 6,
    /** Date. Last day; none while it holds. */
    BINA_ASSIGNMENT_VALID_TO = 7,
};

/** The fields of BINA_INTEREST. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_INTEREST_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_INTEREST_REVISION = 1,
    /** Ref. Who. */
    BINA_INTEREST_PARTY = 2,
    /** Ref. In what. */
    BINA_INTEREST_TOPIC = 3,
    /** Int. 1 (would come) to 5 (asked for it). */
    BINA_INTEREST_STRENGTH = 4,
    /** Date. When it was said. */
    BINA_INTEREST_STATED = 5,
    /** Text. Where: a form, a visit, a meeting. */
    BINA_INTEREST_SOURCE = 6,
};

/** The fields of BINA_NOMINATION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_NOMINATION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_NOMINATION_REVISION = 1,
    /** Ref. The batch. */
    BINA_NOMINATION_BATCH = 2,
    /** Ref. Who is proposed. */
    BINA_NOMINATION_CANDIDATE = 3,
    /** Int. Place, from 1. */
    BINA_NOMINATION_RANK = 4,
    /** Int. Points by which they were ordered. */
    BINA_NOMINATION_SCORE = 5,
    /** Text. Why, in English. */
    BINA_NOMINATION_REASON = 6,
    /** Text. Why, in Indonesian. */
    BINA_NOMINATION_ALASAN = 7,
    /** Date. The day it was proposed. */
    BINA_NOMINATION_MADE = 8,
};

/** The fields of BINA_VISIT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_VISIT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_VISIT_REVISION = 1,
    /** Ref. Who is visited. */
    BINA_VISIT_PARTY = 2,
    /** Text. Who visits. */
    BINA_VISIT_OFFICER = 3,
    /** Ref. The programme it follows up. */
    BINA_VISIT_PROGRAMME = 4,
    /** Ref. The grant it follows up. */
    BINA_VISIT_GRANT = 5,
    /** Date. The day it is planned for. */
    BINA_VISIT_DUE = 6,
    /** Date. The day it was held. */
    BINA_VISIT_HELD_ON = 7,
    /** Text. What was found. */
    BINA_VISIT_FINDINGS = 8,
    /** Code. Coaching, survey, complaint, first look. */
    BINA_VISIT_NATURE = 9,
    /** Code. Scheduled, held, skipped, cancelled; overdue follows from the day. */
    BINA_VISIT_STATE = 10,
    /** Date. Day it was scheduled; today when not said. */
    BINA_VISIT_BEGAN = 11,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_VISIT_EVIDENCE = 12,
};

/** The fields of BINA_ACTION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ACTION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ACTION_REVISION = 1,
    /** Ref. The visit at which it was agreed. */
    BINA_ACTION_VISIT = 2,
    /** Ref. For whom. */
    BINA_ACTION_PARTY = 3,
    /** Text. What is to be done. */
    BINA_ACTION_WHAT = 4,
    /** Text. Who does it. */
    BINA_ACTION_RESPONSIBLE = 5,
    /** Date. Until when. */
    BINA_ACTION_DUE = 6,
    /** Code. Open, done, dropped. */
    BINA_ACTION_STATE = 7,
    /** Date. Day it was agreed; today when not said. */
    BINA_ACTION_BEGAN = 8,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_ACTION_EVIDENCE = 9,
};

/** The fields of BINA_OUTCOME. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_OUTCOME_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_OUTCOME_REVISION = 1,
    /** Ref. With whom. */
    BINA_OUTCOME_PARTY = 2,
    /** Code. Sales rose, new product, permit obtained, class rose, workers added. */
    BINA_OUTCOME_NATURE = 3,
    /** Ref. What it is credited to. */
    BINA_OUTCOME_CAUSE = 4,
    /** Text. In words. */
    BINA_OUTCOME_STATEMENT = 5,
    /** Money. In rupiah, when it is money. */
    BINA_OUTCOME_AMOUNT = 6,
    /** Date. The day it was claimed. */
    BINA_OUTCOME_CLAIMED = 7,
    /** Text. The officer who claimed it. */
    BINA_OUTCOME_CLAIMED_BY = 8,
    /** Text. Another officer. */
    BINA_OUTCOME_VERIFIED_BY = 9,
    /** Code. Claimed, verified, rejected. */
    BINA_OUTCOME_STATE = 10,
    /** Date. Day it was claimed; today when not said. */
    BINA_OUTCOME_BEGAN = 11,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_OUTCOME_EVIDENCE = 12,
};

/** The fields of BINA_GRANT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_GRANT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_GRANT_REVISION = 1,
    /** Text. Short number for paper, with a check character. */
    BINA_GRANT_NUMBER = 2,
    /** Ref. The programme. */
    BINA_GRANT_PROGRAMME = 3,
    /** Ref. Who receives it. */
    BINA_GRANT_RECIPIENT = 4,
    /** Code. Equipment, material, cash, service. */
    BINA_GRANT_NATURE = 5,
    /** Text. What it is, in words; two grants of one object are compared by it. */
    BINA_GRANT_OBJECT = 6,
    /** Int. Fiscal year. */
    BINA_GRANT_FISCAL_YEAR = 7,
    /** Money. Amount asked for, in rupiah. */
    BINA_GRANT_REQUESTED = 8,
    /** Money. Amount granted by decree, in rupiah. */
    BINA_GRANT_APPROVED = 9,
    /** Money. Amount handed over so far, in rupiah: follows from the handovers. */
    BINA_GRANT_DELIVERED = 10,
    /** Ref. The grant it carries on: of the year before, or of another recipient. */
    BINA_GRANT_CARRIED_FROM = 11,
    /** Date. When the recipient's report is due. */
    BINA_GRANT_REPORT_DUE = 12,
    /** Date. When the report came. */
    BINA_GRANT_REPORTED = 13,
    /** Code. Proposed, verified, approved and so on. */
    BINA_GRANT_STATE = 14,
    /** Date. Day of the proposal; today when not said. */
    BINA_GRANT_BEGAN = 15,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_GRANT_EVIDENCE = 16,
    /** Text. The office's own file number, by which YAML and people name it. */
    BINA_GRANT_CODE = 17,
    /** Ref. Who is to have it instead. */
    BINA_GRANT_REALLOCATED_TO = 18,
};

/** The fields of BINA_GRANT_ITEM. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_GRANT_ITEM_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_GRANT_ITEM_REVISION = 1,
    /** Ref. The grant. */
    BINA_GRANT_ITEM_GRANT = 2,
    /** Text. What it is. */
    BINA_GRANT_ITEM_ITEM = 3,
    /** Int. How many, in the unit. */
    BINA_GRANT_ITEM_QUANTITY = 4,
    /** Text. Unit; the smallest that makes the quantity whole. */
    BINA_GRANT_ITEM_UNIT = 5,
    /** Money. In rupiah a unit. */
    BINA_GRANT_ITEM_UNIT_PRICE = 6,
    /** Ref. The fund it is bought from. */
    BINA_GRANT_ITEM_FUND = 7,
};

/** The fields of BINA_HANDOVER. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_HANDOVER_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_HANDOVER_REVISION = 1,
    /** Ref. The line of the grant. */
    BINA_HANDOVER_ITEM = 2,
    /** Int. How many, in the line's unit. */
    BINA_HANDOVER_QUANTITY = 3,
    /** Date. The day. */
    BINA_HANDOVER_HANDED_ON = 4,
    /** Ref. The handover minutes. */
    BINA_HANDOVER_BAST = 5,
    /** Text. Who signed. */
    BINA_HANDOVER_RECEIVED_BY = 6,
    /** Text. The office's own number of this part, by which YAML and people name it. */
    BINA_HANDOVER_CODE = 7,
};

/** The fields of BINA_RECEIPT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_RECEIPT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_RECEIPT_REVISION = 1,
    /** Ref. The grant. */
    BINA_RECEIPT_GRANT = 2,
    /** Code. Received, not received, received with issues. */
    BINA_RECEIPT_ANSWER = 3,
    /** Date. When they were asked. */
    BINA_RECEIPT_ASKED = 4,
    /** Date. When they answered. */
    BINA_RECEIPT_ANSWERED = 5,
    /** Text. What was wrong. */
    BINA_RECEIPT_ISSUES = 6,
    /** Text. Who asked. */
    BINA_RECEIPT_ASKED_BY = 7,
};

/** The fields of BINA_ASSET. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_ASSET_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_ASSET_REVISION = 1,
    /** Text. Short number for paper, with a check character. */
    BINA_ASSET_NUMBER = 2,
    /** Text. What it is. */
    BINA_ASSET_NAME = 3,
    /** Text. Tag on the tool. */
    BINA_ASSET_TAG = 4,
    /** Text. The maker's serial number. */
    BINA_ASSET_SERIAL = 5,
    /** Ref. How it came to the recipient. */
    BINA_ASSET_HANDOVER = 6,
    /** Ref. The grant that bought it. */
    BINA_ASSET_GRANT = 7,
    /** Ref. Who holds it now; custody keeps the history. */
    BINA_ASSET_HOLDER = 8,
    /** Money. What it cost, in rupiah. */
    BINA_ASSET_VALUE = 9,
    /** Date. When it was bought. */
    BINA_ASSET_ACQUIRED = 10,
    /** Code. Good, minor damage, major damage: as last seen. */
    BINA_ASSET_CONDITION = 11,
    /** Code. In use, idle, lent, under repair, missing and so on. */
    BINA_ASSET_STATE = 12,
    /** Date. Day it was handed over; today when not said. */
    BINA_ASSET_BEGAN = 13,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_ASSET_EVIDENCE = 14,
};

/** The fields of BINA_CUSTODY. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_CUSTODY_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_CUSTODY_REVISION = 1,
    /** Ref. The tool. */
    BINA_CUSTODY_ASSET = 2,
    /** Ref. The group or party that holds it. */
    BINA_CUSTODY_HOLDER = 3,
    /** Ref. The person who answers for it. */
    BINA_CUSTODY_CUSTODIAN = 4,
    /** Date. First day. */
    BINA_CUSTODY_VALID_FROM = 5,
    /** Date. Last day; none while it holds. */
    BINA_CUSTODY_VALID_TO = 6,
    /** Code. Granted, lent, passed on, inherited, split or merged with the group. */
    BINA_CUSTODY_NATURE = 7,
    /** Ref. The paper. */
    BINA_CUSTODY_PAPER = 8,
};

/** The fields of BINA_SURVEY. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_SURVEY_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_SURVEY_REVISION = 1,
    /** Text. Name of the round. */
    BINA_SURVEY_NAME = 2,
    /** Ref. Only tools of this programme; none: of all. */
    BINA_SURVEY_PROGRAMME = 3,
    /** Text. Only tools under this region; none: everywhere. */
    BINA_SURVEY_REGION = 4,
    /** Date. First day. */
    BINA_SURVEY_STARTS = 5,
    /** Date. Last day. */
    BINA_SURVEY_ENDS = 6,
    /** Date. Tools handed over up to this day should be seen. */
    BINA_SURVEY_ISSUED_UNTIL = 7,
    /** Code. Planned, open, closed. */
    BINA_SURVEY_STATE = 8,
    /** Date. Day it was planned; today when not said. */
    BINA_SURVEY_BEGAN = 9,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_SURVEY_EVIDENCE = 10,
};

/** The fields of BINA_INSPECTION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_INSPECTION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_INSPECTION_REVISION = 1,
    /** Ref. The round. */
    BINA_INSPECTION_SURVEY = 2,
    /** Ref. The tool. */
    BINA_INSPECTION_ASSET = 3,
    /** Date. The day it was looked for. */
    BINA_INSPECTION_VISITED = 4,
    /** Code. Seen, absent, not visited. */
    BINA_INSPECTION_PRESENCE = 5,
    /** Code. Good, minor damage, major damage. */
    BINA_INSPECTION_CONDITION = 6,
    /** Code. Wear by daily use, accident, misuse, theft, disaster: wear is no fault. */
    BINA_INSPECTION_CAUSE = 7,
    /** Code. Used jointly, by one member, unused, lent, passed on, in repair. */
    BINA_INSPECTION_USE = 8,
    /** Text. Who looked. */
    BINA_INSPECTION_INSPECTOR = 9,
    /** Ref. The photo. */
    BINA_INSPECTION_PHOTO = 10,
    /** Text. In words. */
    BINA_INSPECTION_NOTE = 11,
};

/** The fields of BINA_REPAIR. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_REPAIR_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_REPAIR_REVISION = 1,
    /** Ref. The tool. */
    BINA_REPAIR_ASSET = 2,
    /** Date. First day. */
    BINA_REPAIR_STARTED = 3,
    /** Date. Day it was back. */
    BINA_REPAIR_FINISHED = 4,
    /** Money. In rupiah. */
    BINA_REPAIR_COST = 5,
    /** Text. Who paid. */
    BINA_REPAIR_PAID_BY = 6,
    /** Code. Repaired, not worth repairing. */
    BINA_REPAIR_OUTCOME = 7,
};

/** The fields of BINA_MATERIAL_ISSUE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_MATERIAL_ISSUE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_MATERIAL_ISSUE_REVISION = 1,
    /** Ref. The programme. */
    BINA_MATERIAL_ISSUE_PROGRAMME = 2,
    /** Ref. The batch it belongs to. */
    BINA_MATERIAL_ISSUE_BATCH = 3,
    /** Ref. Who receives it. */
    BINA_MATERIAL_ISSUE_MAKER = 4,
    /** Text. What it is. */
    BINA_MATERIAL_ISSUE_MATERIAL = 5,
    /** Int. How much, in the unit. */
    BINA_MATERIAL_ISSUE_QUANTITY = 6,
    /** Text. Unit; the smallest that makes the quantity whole, such as g or cm. */
    BINA_MATERIAL_ISSUE_UNIT = 7,
    /** Money. In rupiah. */
    BINA_MATERIAL_ISSUE_COST = 8,
    /** Date. The day. */
    BINA_MATERIAL_ISSUE_ISSUED = 9,
    /** Text. What is to be made of it. */
    BINA_MATERIAL_ISSUE_PRODUCT = 10,
    /** Int. How many should come of it. */
    BINA_MATERIAL_ISSUE_EXPECTED = 11,
    /** Text. Unit of what is made. */
    BINA_MATERIAL_ISSUE_OUTPUT_UNIT = 12,
    /** Ref. The paper. */
    BINA_MATERIAL_ISSUE_PAPER = 13,
};

/** The fields of BINA_OUTPUT_RECEIPT. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_OUTPUT_RECEIPT_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_OUTPUT_RECEIPT_REVISION = 1,
    /** Ref. The material it was made from. */
    BINA_OUTPUT_RECEIPT_ISSUE = 2,
    /** Date. The day. */
    BINA_OUTPUT_RECEIPT_RECEIVED = 3,
    /** Int. How many were accepted. */
    BINA_OUTPUT_RECEIPT_ACCEPTED = 4,
    /** Int. How many were rejected. */
    BINA_OUTPUT_RECEIPT_REJECTED = 5,
    /** Text. Why some were rejected, and the like. */
    BINA_OUTPUT_RECEIPT_NOTE = 6,
};

/** The fields of BINA_BUY_BACK. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_BUY_BACK_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_BUY_BACK_REVISION = 1,
    /** Ref. The output. */
    BINA_BUY_BACK_RECEIPT = 2,
    /** Int. How many. */
    BINA_BUY_BACK_QUANTITY = 3,
    /** Money. In rupiah a unit. */
    BINA_BUY_BACK_PRICE = 4,
    /** Date. The day it was paid. */
    BINA_BUY_BACK_PAID = 5,
    /** Ref. The paper. */
    BINA_BUY_BACK_PAPER = 6,
};

/** The fields of BINA_DISTRIBUTION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_DISTRIBUTION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_DISTRIBUTION_REVISION = 1,
    /** Ref. The programme. */
    BINA_DISTRIBUTION_PROGRAMME = 2,
    /** Text. What it is: as the issue of material names it. */
    BINA_DISTRIBUTION_PRODUCT = 3,
    /** Int. How many. */
    BINA_DISTRIBUTION_QUANTITY = 4,
    /** Text. Unit. */
    BINA_DISTRIBUTION_UNIT = 5,
    /** Ref. The body that received it. */
    BINA_DISTRIBUTION_RECIPIENT = 6,
    /** Code. The class of people, when no body did. */
    BINA_DISTRIBUTION_RECIPIENTS_CLASS = 7,
    /** Int. Estimated persons, at least. */
    BINA_DISTRIBUTION_PERSONS_LOW = 8,
    /** Int. Estimated persons, at most. */
    BINA_DISTRIBUTION_PERSONS_HIGH = 9,
    /** Date. The day. */
    BINA_DISTRIBUTION_GIVEN = 10,
    /** Ref. The paper. */
    BINA_DISTRIBUTION_PAPER = 11,
};

/** The fields of BINA_PERIOD. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_PERIOD_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_PERIOD_REVISION = 1,
    /** Text. Name, such as 2020-Q4. */
    BINA_PERIOD_NAME = 2,
    /** Date. First day. */
    BINA_PERIOD_DAY_FROM = 3,
    /** Date. Last day. */
    BINA_PERIOD_DAY_TO = 4,
    /** Code. Open, locked. */
    BINA_PERIOD_STATE = 5,
    /** Date. Day it was opened; today when not said. */
    BINA_PERIOD_BEGAN = 6,
    /** Text. Where a past state comes from, when the record is declared in it. */
    BINA_PERIOD_EVIDENCE = 7,
};

/** The fields of BINA_OBSERVATION. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_OBSERVATION_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_OBSERVATION_REVISION = 1,
    /** Ref. The enterprise. */
    BINA_OBSERVATION_ENTERPRISE = 2,
    /** Ref. The period. */
    BINA_OBSERVATION_PERIOD = 3,
    /** Bool. Whether it is the state before a programme began; kept apart from follow-up. */
    BINA_OBSERVATION_BASELINE = 4,
    /** Money. Sales of the period, in rupiah. */
    BINA_OBSERVATION_TURNOVER = 5,
    /** Int. What was made, in the unit. */
    BINA_OBSERVATION_PRODUCTION = 6,
    /** Text. Unit of production. */
    BINA_OBSERVATION_UNIT = 7,
    /** Int. Workers, owner included. */
    BINA_OBSERVATION_WORKERS = 8,
    /** Int. Of them women. */
    BINA_OBSERVATION_WOMEN = 9,
    /** Money. Net assets, in rupiah. */
    BINA_OBSERVATION_ASSETS = 10,
    /** Money. Investment without land and building, in rupiah. */
    BINA_OBSERVATION_INVESTMENT = 11,
    /** Code. Declared, documented, inspected, reconciled. */
    BINA_OBSERVATION_GRADE = 12,
    /** Text. Who said so, or which paper. */
    BINA_OBSERVATION_SOURCE = 13,
    /** Date. The day it was written down. */
    BINA_OBSERVATION_OBSERVED = 14,
};

/** The fields of BINA_POLICY. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_POLICY_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_POLICY_REVISION = 1,
    /** Text. Short name, such as double_help. */
    BINA_POLICY_NAME = 2,
    /** Text. Version, as the file says. */
    BINA_POLICY_VERSION = 3,
    /** Text. What people call it, in English. */
    BINA_POLICY_TITLE = 4,
    /** Ref. Only for this programme; none: for the office. */
    BINA_POLICY_PROGRAMME = 5,
    /** Text. The regulation. */
    BINA_POLICY_REGULATION = 6,
    /** Date. First day. */
    BINA_POLICY_VALID_FROM = 7,
    /** Date. Last day; none while in force. */
    BINA_POLICY_VALID_TO = 8,
    /** Text. BLAKE2b-256 of the file it was read from, hexadecimal. */
    BINA_POLICY_FILE_HASH = 9,
    /** Text. What people call it, in Indonesian. */
    BINA_POLICY_JUDUL = 10,
};

/** The fields of BINA_POLICY_RULE. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_POLICY_RULE_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_POLICY_RULE_REVISION = 1,
    /** Ref. The policy. */
    BINA_POLICY_RULE_POLICY = 2,
    /** Int. Place in the policy, from 1; counted when a file is loaded. */
    BINA_POLICY_RULE_NUMBER = 3,
    /** Text. Name of the rule, such as attendance.certificate. */
    BINA_POLICY_RULE_RULE = 4,
    /**
     * Text. What is looked at, such as recipient.kind; none: a threshold that other rules ask for.
     */
    BINA_POLICY_RULE_FACT = 5,
    /** Code. How; none: a threshold. */
    BINA_POLICY_RULE_COMPARE = 6,
    /**
     * Text. What it is held against: a number, a word, or words, in lines or separated by commas.
     */
    BINA_POLICY_RULE_VALUE = 7,
    /** Text. Unit of a number. */
    BINA_POLICY_RULE_UNIT = 8,
    /** Text. The article. */
    BINA_POLICY_RULE_REGULATION = 9,
    /** Date. First day; none: as the policy. */
    BINA_POLICY_RULE_VALID_FROM = 10,
    /** Date. Last day; none: as the policy. */
    BINA_POLICY_RULE_VALID_TO = 11,
    /** Text. What it means, or what to say when it fails, in English. */
    BINA_POLICY_RULE_MESSAGE = 12,
    /** Text. What it means, or what to say when it fails, in Indonesian. */
    BINA_POLICY_RULE_PESAN = 13,
    /** Text. A yes-or-no fact: the condition is asked only where it holds. */
    BINA_POLICY_RULE_ONLY_IF = 14,
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
    /** Text. Where villages of rows that name no regency were looked for. */
    BINA_INTAKE_REGION = 24,
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

/** The fields of BINA_STEP. */
enum {
    /** Int. Names the record for ever: 18 bits store, 7 bits kind, 28 bits counter. */
    BINA_STEP_ID = 0,
    /** Int. Counts the changes of the record; an update must carry the one it read. */
    BINA_STEP_REVISION = 1,
    /** Ref. The record that took the step. */
    BINA_STEP_SUBJECT = 2,
    /** Text. The transition, such as approve. */
    BINA_STEP_VERB = 3,
    /** Text. The state it left; none when it was added. */
    BINA_STEP_LEFT = 4,
    /** Text. The state it entered. */
    BINA_STEP_ENTERED = 5,
    /** Date. The day it was taken. */
    BINA_STEP_TAKEN = 6,
    /** Code. Why, as a code. */
    BINA_STEP_REASON = 7,
    /** Text. Why, in words. */
    BINA_STEP_NOTE = 8,
    /** Ref. The paper that orders or proves it. */
    BINA_STEP_PAPER = 9,
    /** Text. Who took it. */
    BINA_STEP_ACTOR = 10,
};

#endif
