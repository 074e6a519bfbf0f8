-- The kiosk database of schema 19.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE fact (
    origin   TEXT NOT NULL,
    seq      INTEGER NOT NULL CHECK (seq > 0),
    kind     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    order_at INTEGER NOT NULL,
    clock    INTEGER NOT NULL CHECK (clock IN (0, 1)),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO fact VALUES('MC-ADULTS.QEE4',1,'origin_begun',1795607525403,1795607525403,1,X'fca6dbf3fad0316d42de958931c821d04ad95b28817068fbac0b941528125c09');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',2,'programme_applied',1795607525403,1795607525404,1,X'5b2be3fc31dc1363a6e5ae232f9f9f85e1771735de3856de1aefd0ce18ac8a0c');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',3,'allotment_applied',1795607525403,1795607525405,1,X'93498ef49b9e71ba23d64f56196b9517d495c88b172a5f192e9b70e351711011');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',4,'allotment_applied',1795607525403,1795607525406,1,X'bc65ae4907558c3078cb163cb9f3e4c7b10a09375ceddf3c8eaee9c9aec15b30');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',5,'allotment_applied',1795607525403,1795607525407,1,X'd12da2f9adee13e5cd54e57a3910f1e7bb70752a91e055bde7771c62f7264115');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',6,'allotment_applied',1795607525403,1795607525408,1,X'068756adf7bc8168637d9470ed38fdec1138fcc381bb4a3923e41de478b4b17e');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',7,'allotment_applied',1795607525403,1795607525409,1,X'1778d229c04df6d81f71663187bca60f17bb27c78ffc2df89fb04d676c578b4c');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',8,'allotment_applied',1795607525403,1795607525410,1,X'91625903273501ce0f4e633795541540792d16efd397d098409131d99a8ec1e0');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',9,'allotment_applied',1795607525403,1795607525411,1,X'405d1d53b2a04167415f4913436919ae0ae0831179a68a3b465cbe68fec31185');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',10,'allotment_applied',1795607525403,1795607525412,1,X'11d21c1264b986a0b857484e244aafa5cb5bc14b8f620ec9b01e949722544300');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',11,'allotment_applied',1795607525403,1795607525413,1,X'45040bdd573781e6b9bac68357235982715aa80582904e6f93e2838fe736ea4c');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',12,'allotment_applied',1795607525403,1795607525414,1,X'ac7050db6b9fc8a80960758fcf119281fd4fbffc2cae14560a6588bffd3460c8');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',13,'admin_entry',1795607526077,1795607526077,1,X'1e5a56ca55e6060f76f8e7f5bcc459efabfff063d44cceb5b5e72e47c3259e9c');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',14,'letters_given',1795607527954,1795607527954,1,X'2b3fdfaa173341aaf9df5b55d8e5d2dbb739a0ebb52a7aaa7284837558831cf6');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',15,'sign_up',1795607527954,1795607527955,1,X'8ff18da04b832c3d6e968c09a9af0d17835450e07997c120558afbd3c7999bfd');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',16,'letters_given',1795607532186,1795607532186,1,X'8fad5b48d3d2eb198f44f0223a3658a31f070f543e83a763ffb4879750a4eff4');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',17,'sign_up',1795607532186,1795607532187,1,X'c9f86e21ffb3c6c83b333e9876f67d376cc7dad6d8a484b5bbc195d39b9d8553');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',18,'letters_given',1795607533043,1795607533043,1,X'aac32f29da9df3aad2ff29fe334d90b9a648397edee52526e9809414ab715888');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',19,'sign_up',1795607533043,1795607533044,1,X'33001ac57d2d515a5ad26fef1cec4d54a6d9815fdf490c75ecfb61119b75a7ec');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',20,'person_added',1795607535634,1795607535634,1,X'13c9fbfc3a7169a3ed51ff45d218d41c27464a0e41360e83f7018294a6202ef3');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',21,'letters_given',1795607535634,1795607535635,1,X'6437a599e5114d6b3c2e9d37ec9ced2459aa5a9f5c4b95644603e3d97d5a0ec0');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',22,'sign_up',1795607535634,1795607535636,1,X'57a43b6a8020fffe196d6cacb01b6889fb3a220b306c0ceef920d4de57f621e9');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',23,'sign_up',1795607536669,1795607536669,1,X'70ec8ec87e7e5590cc326b654657ee95aafe2598df0720af33f7f64845f3790c');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',24,'withdrawal',1795607538179,1795607538179,1,X'0be16db265ef0a728e0d01a2ec14f0c959c8cf64fc682b678381e4957cc3db3b');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',25,'check_in',1795607539761,1795607539761,1,X'b469294a80a7f394ab204f4772c3dce1032450f0057a252feee42841231121f8');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',26,'check_out',1795613245049,1795613245049,1,X'e1a7ce004d927b2899b99bbd1589128385269cce47f6e2ddc96237a321348883');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',27,'objective_outcome',1795613245049,1795613245050,1,X'bc9f848ee25e4bbd5869f25a3fe7c16851cb05d2f44a0d0fd9f8946da5c3733b');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',28,'visit_feedback',1795613245049,1795613245051,1,X'77dcecb0cb72804d7aa678514cd9e38868e0bc7022a54cca915644f8e1688a45');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',29,'admin_entry',1795613248501,1795613248501,1,X'1de26272f66c6696724a0df48c86137837d50fd788a0ac09755d79d3aeb8c826');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',30,'parcel_written',1795613249914,1795613249914,1,X'3a603990066662df7b3aa4a5884e61a9b0476074ce0c96ec7d1fc11a6876cdf7');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',31,'programme_applied',1795613250391,1795613250391,1,X'3f80a032f9ae4a6e93588d98ab5f74f1a4033d2f9f4872a8367c3ba61a53b936');
INSERT INTO fact VALUES('MC-ADULTS.QEE4',32,'chair_received',1795613250391,1795613250392,1,X'f1790d9e0065e81df48c48b799e6c08ed26f599b66f9af46c83741a565b55121');
CREATE TABLE origin_begun (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    kiosk TEXT NOT NULL, generation INTEGER NOT NULL, after TEXT,
    reason TEXT NOT NULL CHECK (reason IN ('set up', 'behind mark', 'behind receipt')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO origin_begun VALUES('MC-ADULTS.QEE4',1,'MC-ADULTS',1,NULL,'set up');
CREATE TABLE programme_applied (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    desk TEXT NOT NULL, serial INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO programme_applied VALUES('MC-ADULTS.QEE4',2,'DESK.G868',1);
INSERT INTO programme_applied VALUES('MC-ADULTS.QEE4',31,'DESK.G868',2);
CREATE TABLE allotment_applied (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, chairs INTEGER NOT NULL, kept INTEGER NOT NULL, released INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',3,'LUNCH-1',8,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',4,'LUNCH-2',2,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',5,'FORUM-1',12,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',6,'SEMINAR-1',10,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',7,'LUNCH-3',8,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',8,'SEMINAR-2',16,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',9,'FORUM-2',12,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',10,'RESEARCH-1',3,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',11,'LUNCH-4',6,0,0);
INSERT INTO allotment_applied VALUES('MC-ADULTS.QEE4',12,'LUNCH-0',8,0,0);
CREATE TABLE person_added (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO person_added VALUES('MC-ADULTS.QEE4',20,463086275493588);
CREATE TABLE letters_given (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO letters_given VALUES('MC-ADULTS.QEE4',14,11);
INSERT INTO letters_given VALUES('MC-ADULTS.QEE4',16,13);
INSERT INTO letters_given VALUES('MC-ADULTS.QEE4',18,15);
INSERT INTO letters_given VALUES('MC-ADULTS.QEE4',21,463086275493588);
CREATE TABLE sign_up (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO sign_up VALUES('MC-ADULTS.QEE4',15,'LUNCH-1',11);
INSERT INTO sign_up VALUES('MC-ADULTS.QEE4',23,'SEMINAR-1',11);
INSERT INTO sign_up VALUES('MC-ADULTS.QEE4',17,'LUNCH-2',13);
INSERT INTO sign_up VALUES('MC-ADULTS.QEE4',19,'LUNCH-2',15);
INSERT INTO sign_up VALUES('MC-ADULTS.QEE4',22,'LUNCH-2',463086275493588);
CREATE TABLE withdrawal (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL,
    activity TEXT NOT NULL, person INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('by person', 'erased', 'corrected')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO withdrawal VALUES('MC-ADULTS.QEE4',24,'MC-ADULTS.QEE4',15,'LUNCH-1',11,'by person');
CREATE TABLE check_in (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL, activity TEXT,
    means TEXT NOT NULL CHECK (means IN ('pass', 'code', 'admin')),
    pass INTEGER, note_version INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO check_in VALUES('MC-ADULTS.QEE4',25,1,'LUNCH-1','pass',1,3);
CREATE TABLE check_out (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    means TEXT NOT NULL CHECK (means IN ('pass', 'code', 'admin')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO check_out VALUES('MC-ADULTS.QEE4',26,'MC-ADULTS.QEE4',25,1,'pass');
CREATE TABLE objective_outcome (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL, objective INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('met', 'partly met', 'not met')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO objective_outcome VALUES('MC-ADULTS.QEE4',27,'MC-ADULTS.QEE4',25,1,'met');
CREATE TABLE visit_feedback (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL,
    face TEXT CHECK (face IN ('very useful', 'useful', 'not very useful', 'not useful')),
    has_words INTEGER NOT NULL CHECK (has_words IN (0, 1)),
    may_be_quoted INTEGER NOT NULL CHECK (may_be_quoted IN (0, 1)),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO visit_feedback VALUES('MC-ADULTS.QEE4',28,'MC-ADULTS.QEE4',25,'very useful',1,0);
CREATE TABLE refusal (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    reason TEXT NOT NULL, person INTEGER, pass INTEGER,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE clock_confirmed (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE admin_entry (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('pin chosen', 'entered', 'letters renewed')), person INTEGER,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO admin_entry VALUES('MC-ADULTS.QEE4',13,'pin chosen',NULL);
INSERT INTO admin_entry VALUES('MC-ADULTS.QEE4',29,'entered',NULL);
CREATE TABLE parcel_written (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    parcel INTEGER NOT NULL, facts_up_to INTEGER NOT NULL, answers INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO parcel_written VALUES('MC-ADULTS.QEE4',30,1,29,1);
CREATE TABLE person (
    person INTEGER PRIMARY KEY,
    role TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL, team TEXT NOT NULL,
    post TEXT NOT NULL, knows_about TEXT NOT NULL, full_time_equivalent REAL NOT NULL,
    added_here INTEGER NOT NULL, listed INTEGER NOT NULL
) STRICT;
INSERT INTO person VALUES(1,'academic','Dr Amara Okafor','University of Kent','','Senior lecturer',replace('Displacement\nAssessment\nAdults','\n',char(10)),1.0,0,1);
INSERT INTO person VALUES(2,'academic','Dr Helen Whitcombe','University of Kent','','Lecturer',replace('Child protection\nPolicy','\n',char(10)),1.0,0,1);
INSERT INTO person VALUES(3,'academic','Prof Daniel Asante','Canterbury Christ Church University','','Professor of social work',replace('Dementia\nCarers','\n',char(10)),1.0,0,1);
INSERT INTO person VALUES(4,'academic','Dr Saira Malik','Canterbury Christ Church University','','Senior lecturer',replace('Transitions\nSafeguarding','\n',char(10)),0.59999999999999997779,0,1);
INSERT INTO person VALUES(5,'academic','Dr Tom Birchall','Canterbury Christ Church University','','Researcher',replace('Supervision\nReflection','\n',char(10)),0.4000000000000000222,0,1);
INSERT INTO person VALUES(6,'academic','Dr Eilidh Fraser','University of Kent','','Lecturer','Youth justice',1.0,0,1);
INSERT INTO person VALUES(10,'practitioner','Joan Mercer','Medway Council','Adults team','Advanced practitioner','',1.0,0,1);
INSERT INTO person VALUES(11,'practitioner','Priya Raman','Medway Council','Adults team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(12,'practitioner','Pritpal Gill','Medway Council','Hospital team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(13,'practitioner','Marcus Bell','Medway Council','Adults team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(14,'practitioner','Siobhán O''Brien','Medway Council','Adults team','Senior social worker','',0.8000000000000000444,0,1);
INSERT INTO person VALUES(15,'practitioner','Chidi Nwosu','Medway Council','Adults team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(16,'practitioner','Beatriz Lopes','Medway Council','Adults team','Team manager','',1.0,0,1);
INSERT INTO person VALUES(17,'practitioner','Wei-Ling Tan','Medway Council','Hospital team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(18,'practitioner','George Hartley','Medway Council','Adults team','Newly qualified social worker','',1.0,0,1);
INSERT INTO person VALUES(19,'practitioner','Fatima Yusuf','Medway Council','Adults team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(22,'practitioner','Ifeoma Eze','Medway Council','Adults team','Social worker','',1.0,0,1);
INSERT INTO person VALUES(23,'practitioner','Callum Reid','Medway Council','Hospital team','Occupational therapist','',1.0,0,1);
INSERT INTO person VALUES(463086275493588,'practitioner','Zara Ahmed-Frost','Medway Council','Adults team','','',1.0,1,1);
CREATE TABLE person_word (
    words TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    PRIMARY KEY (words, person)
) STRICT, WITHOUT ROWID;
INSERT INTO person_word VALUES('amara okafor',1);
INSERT INTO person_word VALUES('okafor',1);
INSERT INTO person_word VALUES('helen whitcombe',2);
INSERT INTO person_word VALUES('whitcombe',2);
INSERT INTO person_word VALUES('asante',3);
INSERT INTO person_word VALUES('daniel asante',3);
INSERT INTO person_word VALUES('malik',4);
INSERT INTO person_word VALUES('saira malik',4);
INSERT INTO person_word VALUES('birchall',5);
INSERT INTO person_word VALUES('tom birchall',5);
INSERT INTO person_word VALUES('eilidh fraser',6);
INSERT INTO person_word VALUES('fraser',6);
INSERT INTO person_word VALUES('joan mercer',10);
INSERT INTO person_word VALUES('mercer',10);
INSERT INTO person_word VALUES('priya raman',11);
INSERT INTO person_word VALUES('raman',11);
INSERT INTO person_word VALUES('gill',12);
INSERT INTO person_word VALUES('pritpal gill',12);
INSERT INTO person_word VALUES('bell',13);
INSERT INTO person_word VALUES('marcus bell',13);
INSERT INTO person_word VALUES('obrien',14);
INSERT INTO person_word VALUES('siobhan obrien',14);
INSERT INTO person_word VALUES('chidi nwosu',15);
INSERT INTO person_word VALUES('nwosu',15);
INSERT INTO person_word VALUES('beatriz lopes',16);
INSERT INTO person_word VALUES('lopes',16);
INSERT INTO person_word VALUES('ling tan',17);
INSERT INTO person_word VALUES('tan',17);
INSERT INTO person_word VALUES('wei ling tan',17);
INSERT INTO person_word VALUES('george hartley',18);
INSERT INTO person_word VALUES('hartley',18);
INSERT INTO person_word VALUES('fatima yusuf',19);
INSERT INTO person_word VALUES('yusuf',19);
INSERT INTO person_word VALUES('eze',22);
INSERT INTO person_word VALUES('ifeoma eze',22);
INSERT INTO person_word VALUES('callum reid',23);
INSERT INTO person_word VALUES('reid',23);
INSERT INTO person_word VALUES('ahmed frost',463086275493588);
INSERT INTO person_word VALUES('frost',463086275493588);
INSERT INTO person_word VALUES('zara ahmed frost',463086275493588);
CREATE TABLE letters (person INTEGER PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
INSERT INTO letters VALUES(11,X'1e2040663cf9a6981ea320aac18cb903',X'cb92cfc876974dce71bb0bf93d76054b71bc5b0363e5a9fbd2508d6e520be48f');
INSERT INTO letters VALUES(13,X'e0954eddd7361114f569ba1e1de7a3dd',X'4728448662bd175e44ae6c07050e6ae6388cb0b08b295e042df345cb00454771');
INSERT INTO letters VALUES(15,X'cb8a130acc99276c2e532ae1f3dc8861',X'39ced7d7e1889b188b5026821d95b6ad570ad49d5dda6392feab8d7dabfd10f9');
INSERT INTO letters VALUES(463086275493588,X'46be924f39ec1551e08785e56df48917',X'9404be716b623e1cede8ae9322c634e1d4cda7b5257ec567d92e6c036983af18');
CREATE TABLE remark (
    origin TEXT NOT NULL, seq INTEGER NOT NULL, person INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO remark VALUES('MC-ADULTS.QEE4',28,1,'They asked better questions than I did.');
CREATE TABLE tries (
    subject TEXT PRIMARY KEY, wrong INTEGER NOT NULL, blocks INTEGER NOT NULL, blocked_until INTEGER NOT NULL
, blocked_until_running INTEGER NOT NULL DEFAULT 0, machine_run TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE TABLE setup (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    code TEXT NOT NULL, team TEXT NOT NULL, organisation TEXT NOT NULL, site TEXT NOT NULL,
    signing_public BLOB NOT NULL, signing_secret BLOB NOT NULL,
    age_identity TEXT NOT NULL, age_recipient TEXT NOT NULL,
    desk_key BLOB NOT NULL, desk_recipient TEXT NOT NULL, desk TEXT NOT NULL
, recovery_key BLOB CHECK (length(recovery_key) = 32), keys_followed INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO setup VALUES(1,'MC-ADULTS','Adults team','Medway Council','Gun Wharf',X'd5fc01cb813cb82fef2aa92b8d8d7e4b7e20361e4652848ac6e5af4f493eff6d',X'00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000','identity','age1lfkjfcxz5fzrqhrj530fha0zupcmlh4pvr4t9nkkg50wkh7frd8s9pmx4g',X'90639450c7f3f410ce6e63df84a90ac108cdc689b965a6ab690663ead05603cd','age16hs9r8cncdnh2fvqnyhdzwgmpz7uh2qceekjsauu98lvtmmkwsaqxpctxv','DESK.G868',X'0ef5c5d4eb13a49df68d5542087bab166aef7d1b45e3af0240e89d08279d3156',0);
CREATE TABLE programme (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    desk TEXT NOT NULL, serial INTEGER NOT NULL, issued_at INTEGER NOT NULL,
    note_version INTEGER NOT NULL, note_words TEXT NOT NULL, note_changed TEXT NOT NULL
, desk_begun_at INTEGER NOT NULL DEFAULT 0, fingerprint TEXT NOT NULL DEFAULT '', is_for_here INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO programme VALUES(1,'DESK.G868',2,1795613250110,3,'What you hear about people here stays here. Take no papers, pictures or names away with you.','Pictures are new since June.',1795607520023,'park online july sleep rhythm snail',1);
CREATE TABLE activity (
    activity TEXT PRIMARY KEY,
    kind TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, topic TEXT NOT NULL, description TEXT NOT NULL,
    starts INTEGER NOT NULL, ends INTEGER NOT NULL, place TEXT NOT NULL, place_detail TEXT NOT NULL,
    academic INTEGER, host INTEGER, everybody_invited INTEGER NOT NULL,
    capacity INTEGER NOT NULL, allotment INTEGER NOT NULL,
    listed INTEGER NOT NULL
, latest_end INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
INSERT INTO activity VALUES('FORUM-1','forum','planned','','Reflective supervision','Practice educators share what keeps supervision reflective when the week does not.',1795687200000,1795692600000,'council chamber','Gun Wharf, ground floor',5,10,1,24,12,1,1795692600000);
INSERT INTO activity VALUES('FORUM-2','forum','cancelled','The facilitator is unwell. A new date follows.','Working with struggling students','How practice educators notice early and say it well.',1796205600000,1796211000000,'council chamber','Gun Wharf, ground floor',5,10,1,24,12,1,1796211000000);
INSERT INTO activity VALUES('LUNCH-0','lunch','held','','What students see first','An academic and a team manager compare notes on first placements.',1795523400000,1795526100000,'the hub, floor 2','Gun Wharf, step-free',2,16,0,8,8,1,1795526100000);
INSERT INTO activity VALUES('LUNCH-1','lunch','planned','','Social workers without borders','What volunteering with displaced families taught one academic about assessments here at home. Bring your lunch and a case that made you think.',1795609800000,1795612500000,'the hub, floor 2','Gun Wharf, step-free',1,10,0,8,8,1,1795612500000);
INSERT INTO activity VALUES('LUNCH-2','lunch','planned','','Caring for the carers','A small table: what carers of people with dementia say would have helped, and when.',1795696200000,1795698900000,'meeting room 4','Gun Wharf, floor 4',3,16,0,4,2,1,1795698900000);
INSERT INTO activity VALUES('LUNCH-3','lunch','planned','','Life stories at work','How life review helps people with dementia and those who assess them.',1796128200000,1796130900000,'the hub, floor 2','Gun Wharf, step-free',3,10,0,8,8,1,1796130900000);
INSERT INTO activity VALUES('LUNCH-4','lunch','planned','','Whose decision is it?','Capacity and consent in busy hospitals: an informal talk over lunch.',1796473800000,1796476500000,'the hub, floor 2','Gun Wharf, step-free',4,12,0,8,6,1,1796476500000);
INSERT INTO activity VALUES('RESEARCH-1','research','proposed','','Recording that helps: what to study, and with whom','A first conversation about a small study of recording systems.',1796396400000,1796400000000,'meeting room 4','Gun Wharf, floor 4',5,16,0,6,3,1,1796400000000);
INSERT INTO activity VALUES('SEMINAR-1','seminar','moved','The lecture hall is being repaired. Same day an hour later and in the library.','The politics of risk in child protection','What interviews with members of parliament show about public reactions to tragedies.',1795870800000,1795876200000,'Augustine House, Canterbury','Library seminar room',2,16,1,30,10,1,1795876200000);
INSERT INTO activity VALUES('SEMINAR-2','seminar','planned','','Mending the gaps in transitional safeguarding','From adolescence to adulthood: where people fall between services, and what catches them.',1796220000000,1796227200000,'training suite','Gun Wharf, floor 1',4,16,1,40,16,1,1796227200000);
INSERT INTO activity VALUES('SHADOW-1','shadowing','planned','','A day with the Adults team','From the duty desk to a look back at the end: how the work is shared, recorded and talked about.',1795615200000,1795624200000,'the hub, floor 2','Ask for Joan Mercer',6,10,0,0,0,1,1795624200000);
CREATE TABLE invited_team (activity TEXT NOT NULL, team TEXT NOT NULL, PRIMARY KEY (activity, team)) STRICT, WITHOUT ROWID;
INSERT INTO invited_team VALUES('LUNCH-0','Adults team');
INSERT INTO invited_team VALUES('LUNCH-1','Adults team');
INSERT INTO invited_team VALUES('LUNCH-1','Hospital team');
INSERT INTO invited_team VALUES('LUNCH-2','Adults team');
INSERT INTO invited_team VALUES('LUNCH-2','Hospital team');
INSERT INTO invited_team VALUES('LUNCH-3','Adults team');
INSERT INTO invited_team VALUES('LUNCH-4','Adults team');
INSERT INTO invited_team VALUES('LUNCH-4','Hospital team');
INSERT INTO invited_team VALUES('RESEARCH-1','Adults team');
INSERT INTO invited_team VALUES('RESEARCH-1','Hospital team');
INSERT INTO invited_team VALUES('SHADOW-1','Adults team');
CREATE TABLE invited_person (activity TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (activity, person)) STRICT, WITHOUT ROWID;
CREATE TABLE activity_objective (activity TEXT NOT NULL, objective INTEGER NOT NULL, PRIMARY KEY (activity, objective)) STRICT, WITHOUT ROWID;
INSERT INTO activity_objective VALUES('FORUM-1',5);
INSERT INTO activity_objective VALUES('FORUM-1',6);
INSERT INTO activity_objective VALUES('FORUM-2',5);
INSERT INTO activity_objective VALUES('LUNCH-0',3);
INSERT INTO activity_objective VALUES('LUNCH-1',1);
INSERT INTO activity_objective VALUES('LUNCH-1',5);
INSERT INTO activity_objective VALUES('LUNCH-2',1);
INSERT INTO activity_objective VALUES('LUNCH-2',6);
INSERT INTO activity_objective VALUES('LUNCH-3',2);
INSERT INTO activity_objective VALUES('LUNCH-4',1);
INSERT INTO activity_objective VALUES('LUNCH-4',2);
INSERT INTO activity_objective VALUES('RESEARCH-1',6);
INSERT INTO activity_objective VALUES('SEMINAR-1',3);
INSERT INTO activity_objective VALUES('SEMINAR-1',6);
INSERT INTO activity_objective VALUES('SEMINAR-2',3);
INSERT INTO activity_objective VALUES('SEMINAR-2',4);
INSERT INTO activity_objective VALUES('SEMINAR-2',6);
INSERT INTO activity_objective VALUES('SHADOW-1',1);
INSERT INTO activity_objective VALUES('SHADOW-1',2);
INSERT INTO activity_objective VALUES('SHADOW-1',4);
INSERT INTO activity_objective VALUES('SHADOW-1',5);
CREATE TABLE timetable_item (
    activity TEXT NOT NULL, number INTEGER NOT NULL, starts INTEGER NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL,
    consent TEXT NOT NULL, PRIMARY KEY (activity, number)
) STRICT, WITHOUT ROWID;
INSERT INTO timetable_item VALUES('LUNCH-1',1,1795608900000,'Welcome with Joan Mercer','The hub. She knows that you are coming.','not needed');
INSERT INTO timetable_item VALUES('LUNCH-1',2,1795609800000,'Lunch with academics','A conversation around one table','not needed');
INSERT INTO timetable_item VALUES('LUNCH-1',3,1795612500000,'Visit to a resident','With the duty social worker','not given');
INSERT INTO timetable_item VALUES('LUNCH-1',4,1795615200000,'Duty desk','Sitting beside, asking anything','not needed');
INSERT INTO timetable_item VALUES('LUNCH-1',5,1795620600000,'Look back together','15 minutes with Joan Mercer','not needed');
INSERT INTO timetable_item VALUES('SHADOW-1',6,1795615200000,'Welcome with Joan Mercer','The hub. She knows that you are coming.','not needed');
INSERT INTO timetable_item VALUES('SHADOW-1',7,1795616100000,'Duty desk','Sitting beside, asking anything','not needed');
INSERT INTO timetable_item VALUES('SHADOW-1',8,1795618800000,'Home visit','With Chidi Nwosu','given');
INSERT INTO timetable_item VALUES('SHADOW-1',9,1795623300000,'Look back together','15 minutes with Joan Mercer','not needed');
CREATE TABLE expectation (
    activity TEXT PRIMARY KEY, talk_wanted INTEGER NOT NULL, words TEXT NOT NULL, agreed_on TEXT, team_told_on TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO expectation VALUES('FORUM-1',0,'A facilitated discussion','2026-11-05','2026-11-15');
INSERT INTO expectation VALUES('LUNCH-1',0,'A conversation, not a talk','2026-11-11','2026-11-13');
INSERT INTO expectation VALUES('LUNCH-2',0,'A conversation, not a talk','2026-11-12','2026-11-17');
INSERT INTO expectation VALUES('SEMINAR-1',1,'A lecture with time for questions','2026-10-26','2026-11-05');
INSERT INTO expectation VALUES('SEMINAR-2',1,'A lecture with time for questions','2026-11-04','2026-11-11');
INSERT INTO expectation VALUES('SHADOW-1',0,'Watching and asking','2026-11-15','2026-11-16');
CREATE TABLE objective (objective INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
INSERT INTO objective VALUES(1,'Talk informally with staff about the culture of the agency and its services');
INSERT INTO objective VALUES(2,'Understand the services and what people who use them experience');
INSERT INTO objective VALUES(3,'Improve the university''s social work modules');
INSERT INTO objective VALUES(4,'Reflect on how practice models work in adults'' and children''s services');
INSERT INTO objective VALUES(5,'Encourage critical reflection in practice');
INSERT INTO objective VALUES(6,'Encourage an outward-facing organisation that learns from evidence');
CREATE TABLE visit_code (
    person INTEGER NOT NULL, activity TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (person, activity)
) STRICT, WITHOUT ROWID;
INSERT INTO visit_code VALUES(1,'LUNCH-1',X'5a5cba42917c859ebbb67f5c431ecc25',X'efecf2fd6978d7bd4bb329faf1f2e8bab184b08936ab5408456ce96fefb137a1');
INSERT INTO visit_code VALUES(2,'SEMINAR-1',X'c7bd9eee9815ab0e7ecb394c4ae5de85',X'e27f0a2338e77c372d315f549e22ccb198c0012049a940f2dba791870d12bac8');
INSERT INTO visit_code VALUES(3,'LUNCH-2',X'19c94202bc23982d8b87e3a04a30d2f5',X'7168f6623e840dc55d0a351b660bc8195b0a0c64bcdf92055c48db89ffb71535');
INSERT INTO visit_code VALUES(3,'LUNCH-3',X'41f4295d83fefde3520ef243608610e8',X'a1ef0c4122bb88bc3bb549067362c79d24b2641c2e20bd4d013bcb1009746d9b');
INSERT INTO visit_code VALUES(4,'LUNCH-4',X'f3b9679867468724915bcadf57c83b6c',X'dc88881c0e99f0e422f699f1547213f17f0e5b92498f3082b31bdca79ee556fb');
INSERT INTO visit_code VALUES(4,'SEMINAR-2',X'6da51a37e69f30ebc3502b8dd02201a5',X'3ff864f2524125f23cbc5740a70d68a1ca903b7f591da9afb4e12fd44381e499');
INSERT INTO visit_code VALUES(5,'FORUM-1',X'afa9ea71590bae75be4bf7d9fab6e32f',X'f8858c6a3170f238c16d66be826457a066e5bce16cd3abbca9a3481aec3954ea');
INSERT INTO visit_code VALUES(6,'SHADOW-1',X'1833f708303178f3edc7a5a8b9e05067',X'28abc5f9730f7ed9d5dfe0ddb9dd71105fa03e585aef94b8d9c3d30ea8d47ad4');
CREATE TABLE pass_withdrawn (pass INTEGER PRIMARY KEY) STRICT;
CREATE TABLE receipt (
    origin TEXT PRIMARY KEY, facts_up_to INTEGER NOT NULL, answers_up_to INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO receipt VALUES('MC-ADULTS.QEE4',29,1,1795613248831);
CREATE TABLE pin (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO pin VALUES(1,X'611e300d8dda6a68ffebc457bdfba373',X'9adebd28a57b5adbb1e757bbedff4891f92f6dbeb229316b556601f0218316a3');
CREATE TABLE clock_memory (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    last_trusted INTEGER, untrusted INTEGER NOT NULL CHECK (untrusted IN (0, 1))
) STRICT;
INSERT INTO clock_memory VALUES(1,1795613316440,0);
CREATE TABLE chair_given (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE chair_received (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO chair_received VALUES('MC-ADULTS.QEE4',32,'LUNCH-2','MC-ADULTS.QEE4',22);
CREATE TABLE same_person (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL, same_as INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE programme_published (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE pass_code (
    pass INTEGER PRIMARY KEY, person INTEGER NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO pass_code VALUES(1,1,'2026-11-25','2027-02-23',X'32d3d44a20801f49d07f0386e575b2c3',X'cf39e6ee4eb13196ef328630600e25e73e458f5604c860e06b8f2d05938aeea3');
CREATE TABLE received (
    origin TEXT NOT NULL, facts_up_to INTEGER NOT NULL, answers_up_to INTEGER NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (origin, facts_up_to, answers_up_to)
) STRICT, WITHOUT ROWID;
CREATE TABLE sweep_owed (only_row INTEGER PRIMARY KEY CHECK (only_row = 1)) STRICT;
CREATE TABLE damage (
    at INTEGER NOT NULL,
    database TEXT NOT NULL CHECK (database IN ('kiosk', 'answers')),
    outcome TEXT NOT NULL CHECK (outcome IN ('backup taken', 'begun anew')),
    backup_of INTEGER,
    PRIMARY KEY (at, database)
) STRICT, WITHOUT ROWID;
CREATE TABLE correction (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('visit', 'sign-up', 'letters', 'same person')),
    fact_origin TEXT NOT NULL, fact_seq INTEGER NOT NULL,
    ended_at INTEGER,
    reason TEXT NOT NULL CHECK (reason IN ('forgotten', 'pass failed', 'by mistake', 'twice', 'wrong person', 'asked for', 'lost', 'seen')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE visit (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    person INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER,
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO visit VALUES('MC-ADULTS.QEE4',25,1,1795607539761,1795613245049);
CREATE TABLE places_told_anew (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE standing_kept (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('place', 'given place', 'waiting', 'taken up')),
    order_at INTEGER,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE desk_changed (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE parcel_taken (parcel INTEGER PRIMARY KEY, written_at INTEGER) STRICT;
INSERT INTO parcel_taken VALUES(1,NULL);
CREATE INDEX allotment_applied_by_activity ON allotment_applied (activity);
CREATE INDEX sign_up_by_activity ON sign_up (activity);
CREATE INDEX sign_up_by_person ON sign_up (person, activity);
CREATE INDEX withdrawal_by_activity ON withdrawal (activity);
CREATE INDEX check_in_by_person ON check_in (person);
CREATE INDEX check_out_by_visit ON check_out (visit_origin, visit_seq);
CREATE INDEX erasure_by_person ON erasure (person);
CREATE TRIGGER fact_stands BEFORE UPDATE ON fact BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER origin_begun_stands BEFORE UPDATE ON origin_begun BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER programme_applied_stands BEFORE UPDATE ON programme_applied BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER allotment_applied_stands BEFORE UPDATE ON allotment_applied BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER person_added_stands BEFORE UPDATE ON person_added BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER letters_given_stands BEFORE UPDATE ON letters_given BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER sign_up_stands BEFORE UPDATE ON sign_up BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER withdrawal_stands BEFORE UPDATE ON withdrawal BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER check_in_stands BEFORE UPDATE ON check_in BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER check_out_stands BEFORE UPDATE ON check_out BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER objective_outcome_stands BEFORE UPDATE ON objective_outcome BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER visit_feedback_stands BEFORE UPDATE ON visit_feedback BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER refusal_stands BEFORE UPDATE ON refusal BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER erasure_stands BEFORE UPDATE ON erasure BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER clock_confirmed_stands BEFORE UPDATE ON clock_confirmed BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER admin_entry_stands BEFORE UPDATE ON admin_entry BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER parcel_written_stands BEFORE UPDATE ON parcel_written BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE INDEX person_word_by_person ON person_word (person);
CREATE INDEX activity_by_start ON activity (starts) WHERE listed;
CREATE INDEX activity_by_academic ON activity (academic, starts) WHERE listed;
CREATE TRIGGER fact_stays BEFORE DELETE ON fact BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER origin_begun_stays BEFORE DELETE ON origin_begun BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER programme_applied_stays BEFORE DELETE ON programme_applied BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER allotment_applied_stays BEFORE DELETE ON allotment_applied BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER person_added_stays BEFORE DELETE ON person_added BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER letters_given_stays BEFORE DELETE ON letters_given BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER sign_up_stays BEFORE DELETE ON sign_up BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER withdrawal_stays BEFORE DELETE ON withdrawal BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER check_in_stays BEFORE DELETE ON check_in BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER check_out_stays BEFORE DELETE ON check_out BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER objective_outcome_stays BEFORE DELETE ON objective_outcome BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER visit_feedback_stays BEFORE DELETE ON visit_feedback BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER refusal_stays BEFORE DELETE ON refusal BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER erasure_stays BEFORE DELETE ON erasure BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER clock_confirmed_stays BEFORE DELETE ON clock_confirmed BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER admin_entry_stays BEFORE DELETE ON admin_entry BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER parcel_written_stays BEFORE DELETE ON parcel_written BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER refusal_has_a_known_reason BEFORE INSERT ON refusal
WHEN NEW.reason NOT IN ('not ours', 'damaged', 'not yet valid', 'expired', 'withdrawn', 'not expected', 'already in',
                        'wrong letters', 'wrong code', 'wrong pin', 'not invited', 'unknown person')
BEGIN SELECT raise(ABORT, 'no known reason of a refusal'); END;
CREATE INDEX person_by_role ON person (role);
CREATE INDEX chair_given_by_activity ON chair_given (activity);
CREATE INDEX chair_received_by_activity ON chair_received (activity);
CREATE TRIGGER programme_published_stands BEFORE UPDATE ON programme_published BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_given_stands BEFORE UPDATE ON chair_given BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_received_stands BEFORE UPDATE ON chair_received BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER same_person_stands BEFORE UPDATE ON same_person BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_given_stays BEFORE DELETE ON chair_given BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER chair_received_stays BEFORE DELETE ON chair_received BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER programme_published_stays BEFORE DELETE ON programme_published BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER same_person_stays BEFORE DELETE ON same_person BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE INDEX pass_code_by_person ON pass_code (person);
CREATE VIEW visit_end AS
    SELECT fact_origin AS visit_origin, fact_seq AS visit_seq, ended_at AS at, 1 AS corrected
    FROM correction WHERE what = 'visit' AND ended_at IS NOT NULL
    UNION ALL
    SELECT o.visit_origin, o.visit_seq, f.at, 0 FROM check_out o JOIN fact f USING (origin, seq)
    WHERE NOT EXISTS (SELECT 1 FROM correction c WHERE c.fact_origin = o.visit_origin AND c.fact_seq = o.visit_seq AND c.what = 'visit');
CREATE INDEX fact_doubted ON fact (at) WHERE clock = 0;
CREATE INDEX fact_by_time ON fact (at, kind);
CREATE INDEX correction_by_fact ON correction (fact_origin, fact_seq);
CREATE INDEX correction_by_end ON correction (ended_at);
CREATE TRIGGER correction_stands BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE INDEX visit_by_person ON visit (person, began, ended);
CREATE INDEX visit_open ON visit (ended, person, began) WHERE ended IS NULL;
CREATE TRIGGER visit_begins AFTER INSERT ON check_in
BEGIN INSERT INTO visit SELECT NEW.origin, NEW.seq, NEW.person, at, NULL FROM fact WHERE origin = NEW.origin AND seq = NEW.seq; END;
CREATE TRIGGER visit_ends AFTER INSERT ON check_out
BEGIN
    UPDATE visit SET ended = (SELECT at FROM fact WHERE origin = NEW.origin AND seq = NEW.seq)
    WHERE origin = NEW.visit_origin AND seq = NEW.visit_seq AND ended IS NULL;
END;
CREATE TRIGGER visit_is_closed AFTER INSERT ON correction WHEN NEW.what = 'visit' AND NEW.ended_at IS NOT NULL
BEGIN UPDATE visit SET ended = NEW.ended_at WHERE origin = NEW.fact_origin AND seq = NEW.fact_seq AND ended IS NULL; END;
CREATE INDEX places_told_anew_by_activity ON places_told_anew (activity);
CREATE TRIGGER places_told_anew_stands BEFORE UPDATE ON places_told_anew BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE INDEX standing_kept_by_activity ON standing_kept (activity);
CREATE INDEX standing_kept_by_person ON standing_kept (person, activity);
CREATE TRIGGER standing_kept_stands BEFORE UPDATE ON standing_kept BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER desk_changed_stands BEFORE UPDATE ON desk_changed BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER places_told_anew_stays BEFORE DELETE ON places_told_anew BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER standing_kept_stays BEFORE DELETE ON standing_kept BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE TRIGGER desk_changed_stays BEFORE DELETE ON desk_changed BEGIN SELECT raise(ABORT, 'facts are never deleted'); END;
CREATE VIEW signed_up AS
    SELECT activity, person FROM sign_up UNION ALL SELECT activity, person FROM standing_kept;
CREATE INDEX activity_by_latest_end ON activity (latest_end);
COMMIT;
PRAGMA user_version = 19;
