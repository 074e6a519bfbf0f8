-- The desk database of schema 23.
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
INSERT INTO fact VALUES('DESK.G868',1,'origin_begun',1795607520023,1795607520023,1,X'8dd0e8b4f0d1d3cc11a6e79c294e9b9a049ca740daa580bcb79abe590712f50f');
INSERT INTO fact VALUES('DESK.G868',2,'programme_published',1795607520023,1795607520024,1,X'c77219842d4c697a64dc755c675337b77af2001601bee8f0103601a47e23fc8a');
INSERT INTO fact VALUES('DESK.G868',3,'programme_published',1795613250110,1795613250110,1,X'0a34b8c78ade95ee6f06fa70f14176727c0b8219b66ea125383c4beac673dff1');
INSERT INTO fact VALUES('DESK.G868',4,'chair_given',1795613250110,1795613250111,1,X'fa44eab35e10292fa5fd942be000128c1304d640caa5fda481ba80258ed2af45');
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
CREATE TABLE origin_begun (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    kiosk TEXT NOT NULL, generation INTEGER NOT NULL, after TEXT,
    reason TEXT NOT NULL CHECK (reason IN ('set up', 'behind mark', 'behind receipt')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO origin_begun VALUES('DESK.G868',1,'DESK',1,NULL,'set up');
INSERT INTO origin_begun VALUES('MC-ADULTS.QEE4',1,'MC-ADULTS',1,NULL,'set up');
CREATE TABLE programme_applied (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    desk TEXT NOT NULL, serial INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO programme_applied VALUES('MC-ADULTS.QEE4',2,'DESK.G868',1);
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
CREATE TABLE desk (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    origin TEXT NOT NULL,
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), recipient TEXT NOT NULL,
    begun_at INTEGER NOT NULL
, recovery_key BLOB CHECK (length(recovery_key) = 32), passes_from INTEGER NOT NULL DEFAULT 1) STRICT;
INSERT INTO desk VALUES(1,'DESK.G868',X'90639450c7f3f410ce6e63df84a90ac108cdc689b965a6ab690663ead05603cd','age16hs9r8cncdnh2fvqnyhdzwgmpz7uh2qceekjsauu98lvtmmkwsaqxpctxv',1795607520023,X'0ef5c5d4eb13a49df68d5542087bab166aef7d1b45e3af0240e89d08279d3156',1);
CREATE TABLE kiosk (
    code TEXT PRIMARY KEY, team TEXT NOT NULL, organisation TEXT NOT NULL, site TEXT NOT NULL,
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), recipient TEXT NOT NULL,
    added_at INTEGER NOT NULL
, retired_at INTEGER) STRICT, WITHOUT ROWID;
INSERT INTO kiosk VALUES('MC-ADULTS','Adults team','Medway Council','Gun Wharf',X'd5fc01cb813cb82fef2aa92b8d8d7e4b7e20361e4652848ac6e5af4f493eff6d','age1lfkjfcxz5fzrqhrj530fha0zupcmlh4pvr4t9nkkg50wkh7frd8s9pmx4g',1795607520023,NULL);
CREATE TABLE publication (
    serial INTEGER PRIMARY KEY CHECK (serial > 0), at INTEGER NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1))
, told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))) STRICT;
INSERT INTO publication VALUES(1,1795607520023,1,1);
INSERT INTO publication VALUES(2,1795613250110,1,1);
CREATE TABLE pass (
    pass INTEGER PRIMARY KEY CHECK (pass > 0), person INTEGER NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT NOT NULL, made_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
INSERT INTO pass VALUES(1,1,'2026-11-25','2027-02-23',1795607520023,NULL);
CREATE TABLE visit_code (
    person INTEGER NOT NULL, activity TEXT NOT NULL, digits TEXT NOT NULL,
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32),
    current INTEGER NOT NULL CHECK (current IN (0, 1)),
    PRIMARY KEY (person, activity)
) STRICT, WITHOUT ROWID;
INSERT INTO visit_code VALUES(1,'LUNCH-1','100132',X'5a5cba42917c859ebbb67f5c431ecc25',X'efecf2fd6978d7bd4bb329faf1f2e8bab184b08936ab5408456ce96fefb137a1',1);
INSERT INTO visit_code VALUES(2,'SEMINAR-1','441788',X'c7bd9eee9815ab0e7ecb394c4ae5de85',X'e27f0a2338e77c372d315f549e22ccb198c0012049a940f2dba791870d12bac8',1);
INSERT INTO visit_code VALUES(2,'SHADOW-2','622967',X'7b5e241126f641d981619481417a0b0c',X'0aeb6100732896b0561c18867b78c22a05f5f784cff5da4090f7e44e8bc43c9a',1);
INSERT INTO visit_code VALUES(3,'LUNCH-2','246763',X'19c94202bc23982d8b87e3a04a30d2f5',X'7168f6623e840dc55d0a351b660bc8195b0a0c64bcdf92055c48db89ffb71535',1);
INSERT INTO visit_code VALUES(3,'LUNCH-3','062399',X'41f4295d83fefde3520ef243608610e8',X'a1ef0c4122bb88bc3bb549067362c79d24b2641c2e20bd4d013bcb1009746d9b',1);
INSERT INTO visit_code VALUES(4,'LUNCH-4','521164',X'f3b9679867468724915bcadf57c83b6c',X'dc88881c0e99f0e422f699f1547213f17f0e5b92498f3082b31bdca79ee556fb',1);
INSERT INTO visit_code VALUES(4,'SEMINAR-2','055965',X'6da51a37e69f30ebc3502b8dd02201a5',X'3ff864f2524125f23cbc5740a70d68a1ca903b7f591da9afb4e12fd44381e499',1);
INSERT INTO visit_code VALUES(5,'FORUM-1','574354',X'afa9ea71590bae75be4bf7d9fab6e32f',X'f8858c6a3170f238c16d66be826457a066e5bce16cd3abbca9a3481aec3954ea',1);
INSERT INTO visit_code VALUES(6,'SHADOW-1','071743',X'1833f708303178f3edc7a5a8b9e05067',X'28abc5f9730f7ed9d5dfe0ddb9dd71105fa03e585aef94b8d9c3d30ea8d47ad4',1);
CREATE TABLE added_name (
    person INTEGER PRIMARY KEY,
    name TEXT NOT NULL, organisation TEXT NOT NULL, team TEXT NOT NULL
) STRICT;
INSERT INTO added_name VALUES(463086275493588,'Zara Ahmed-Frost','Medway Council','Adults team');
CREATE TABLE remark (
    origin TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
    visit_origin TEXT NOT NULL, visit_seq INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;
INSERT INTO remark VALUES('MC-ADULTS.QEE4',28,X'77dcecb0cb72804d7aa678514cd9e38868e0bc7022a54cca915644f8e1688a45','MC-ADULTS.QEE4',25,'They asked better questions than I did.');
CREATE TABLE answer (
    key      BLOB PRIMARY KEY CHECK (length(key) = 16),
    kind     TEXT NOT NULL CHECK (kind IN ('feedback', 'question', 'wish')),
    activity TEXT,
    month    TEXT,
    face     TEXT CHECK (face IN ('very useful', 'useful', 'not very useful', 'not useful')),
    words    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO answer VALUES(X'22e3b8385de9348bea5f074cc2d82906','question','LUNCH-1',NULL,NULL,'What would you do first?');
CREATE TABLE parcel (
    origin TEXT NOT NULL, number INTEGER NOT NULL, sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    facts_from INTEGER NOT NULL, facts_up_to INTEGER NOT NULL,
    written_at INTEGER NOT NULL, clock INTEGER NOT NULL CHECK (clock IN (0, 1)), version TEXT NOT NULL,
    collected_at INTEGER NOT NULL,
    PRIMARY KEY (origin, number, sha256)
) STRICT, WITHOUT ROWID;
INSERT INTO parcel VALUES('MC-ADULTS.QEE4',1,X'1bcd7a2d8f33dbbf9afa4302b4ccb036c8a26c44e46b073ffd367fbd0624c9a3',1,29,1795613248831,1,'0.1.0',1795613250110);
CREATE TABLE conflict (
    origin TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
    kind TEXT NOT NULL, at INTEGER NOT NULL, order_at INTEGER NOT NULL, clock INTEGER NOT NULL CHECK (clock IN (0, 1)),
    fields TEXT NOT NULL,
    PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE published_allotment (
    desk TEXT NOT NULL, serial INTEGER NOT NULL, kiosk TEXT NOT NULL, activity TEXT NOT NULL, chairs INTEGER NOT NULL,
    PRIMARY KEY (activity, kiosk, desk, serial)
) STRICT, WITHOUT ROWID;
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','FORUM-1',12);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','FORUM-1',12);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','FORUM-2',12);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','FORUM-2',12);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','LUNCH-0',8);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','LUNCH-0',8);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','LUNCH-1',8);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','LUNCH-1',8);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','LUNCH-2',2);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','LUNCH-2',2);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','LUNCH-3',8);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','LUNCH-3',8);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','LUNCH-4',6);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','LUNCH-4',6);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','RESEARCH-1',3);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','RESEARCH-1',3);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','SEMINAR-1',10);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','SEMINAR-1',10);
INSERT INTO published_allotment VALUES('DESK.G868',1,'MC-ADULTS','SEMINAR-2',16);
INSERT INTO published_allotment VALUES('DESK.G868',2,'MC-ADULTS','SEMINAR-2',16);
CREATE TABLE parcel_end (
    origin TEXT NOT NULL, up_to INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
    number INTEGER NOT NULL, written_at INTEGER NOT NULL,
    PRIMARY KEY (origin, up_to, hash)
) STRICT, WITHOUT ROWID;
INSERT INTO parcel_end VALUES('MC-ADULTS.QEE4',29,X'1de26272f66c6696724a0df48c86137837d50fd788a0ac09755d79d3aeb8c826',1,1795613248831);
CREATE TABLE parcel_aside (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), name TEXT NOT NULL, reason TEXT NOT NULL, seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE published_activity (activity TEXT PRIMARY KEY, ends INTEGER NOT NULL, takes_place INTEGER NOT NULL DEFAULT 1 CHECK (takes_place IN (0, 1))) STRICT, WITHOUT ROWID;
INSERT INTO published_activity VALUES('FORUM-1',1795692600000,1);
INSERT INTO published_activity VALUES('FORUM-2',1796211000000,1);
INSERT INTO published_activity VALUES('LUNCH-0',1795526100000,1);
INSERT INTO published_activity VALUES('LUNCH-1',1795612500000,1);
INSERT INTO published_activity VALUES('LUNCH-2',1795698900000,1);
INSERT INTO published_activity VALUES('LUNCH-3',1796130900000,1);
INSERT INTO published_activity VALUES('LUNCH-4',1796476500000,1);
INSERT INTO published_activity VALUES('RESEARCH-1',1796400000000,1);
INSERT INTO published_activity VALUES('SEMINAR-1',1795876200000,1);
INSERT INTO published_activity VALUES('SEMINAR-2',1796227200000,1);
INSERT INTO published_activity VALUES('SHADOW-1',1795624200000,1);
INSERT INTO published_activity VALUES('SHADOW-2',1796301000000,1);
CREATE TABLE programme_folder (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), path TEXT NOT NULL) STRICT;
CREATE TABLE published_erasure (person INTEGER PRIMARY KEY, desk TEXT NOT NULL, serial INTEGER NOT NULL) STRICT;
CREATE TABLE pass_code (
    pass INTEGER PRIMARY KEY REFERENCES pass, letters TEXT NOT NULL CHECK (length(letters) = 8),
    salt BLOB NOT NULL CHECK (length(salt) = 16), hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO pass_code VALUES(1,'KTGKPJVK',X'32d3d44a20801f49d07f0386e575b2c3',X'cf39e6ee4eb13196ef328630600e25e73e458f5604c860e06b8f2d05938aeea3');
CREATE TABLE chair_given (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL, person INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
INSERT INTO chair_given VALUES('DESK.G868',4,'LUNCH-2','MC-ADULTS.QEE4',22,463086275493588);
CREATE TABLE chair_received (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    activity TEXT NOT NULL, sign_up_origin TEXT NOT NULL, sign_up_seq INTEGER NOT NULL,
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
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
INSERT INTO programme_published VALUES('DESK.G868',2,1);
INSERT INTO programme_published VALUES('DESK.G868',3,2);
CREATE TABLE key_statement (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), recipient TEXT NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE joint (
    origin TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 1), hash BLOB NOT NULL CHECK (length(hash) = 32), text BLOB NOT NULL,
    PRIMARY KEY (origin, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE correction (
    origin TEXT NOT NULL, seq INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('visit', 'sign-up', 'letters', 'same person')),
    fact_origin TEXT NOT NULL, fact_seq INTEGER NOT NULL,
    ended_at INTEGER,
    reason TEXT NOT NULL CHECK (reason IN ('forgotten', 'pass failed', 'by mistake', 'twice', 'wrong person', 'asked for', 'lost', 'seen')),
    PRIMARY KEY (origin, seq), FOREIGN KEY (origin, seq) REFERENCES fact
) STRICT, WITHOUT ROWID;
CREATE TABLE machine_gone (
    origin TEXT PRIMARY KEY, facts INTEGER NOT NULL, said_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten_pass (
    pass INTEGER PRIMARY KEY CHECK (pass > 0), withdrawn_at INTEGER NOT NULL
) STRICT;
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
CREATE TABLE announced (
    activity TEXT NOT NULL,
    serial INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    place TEXT NOT NULL,
    place_detail TEXT NOT NULL,
    says_what_changed INTEGER NOT NULL CHECK (says_what_changed IN (0, 1)),
    PRIMARY KEY (activity, serial)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_told (
    kind TEXT NOT NULL CHECK (kind IN ('history', 'overlap')),
    finding TEXT NOT NULL,
    PRIMARY KEY (kind, finding)
) STRICT, WITHOUT ROWID;
INSERT INTO finding_told VALUES('overlap','1 1795510800000 KC-HOSPITAL and MC-ADULTS');
CREATE TABLE published_for (
    desk TEXT NOT NULL,
    serial INTEGER NOT NULL,
    kiosk TEXT NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (desk, serial, kiosk, origin)
) STRICT, WITHOUT ROWID;
CREATE TABLE sweep_owed (only_row INTEGER PRIMARY KEY CHECK (only_row = 1)) STRICT;
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
CREATE TRIGGER refusal_has_a_known_reason BEFORE INSERT ON refusal
WHEN NEW.reason NOT IN ('not ours', 'damaged', 'not yet valid', 'expired', 'withdrawn', 'not expected', 'already in',
                        'wrong letters', 'wrong code', 'wrong pin', 'not invited', 'unknown person')
BEGIN SELECT raise(ABORT, 'no known reason of a refusal'); END;
CREATE INDEX answer_by_activity ON answer (activity, kind);
CREATE INDEX parcel_by_sum ON parcel (sha256);
CREATE VIEW erased AS
    SELECT person FROM erasure UNION SELECT json_extract(fields, '$.person') FROM conflict WHERE kind = 'erasure';
CREATE INDEX pass_by_person ON pass (person);
CREATE INDEX chair_given_by_activity ON chair_given (activity);
CREATE INDEX chair_received_by_activity ON chair_received (activity);
CREATE TRIGGER programme_published_stands BEFORE UPDATE ON programme_published BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_given_stands BEFORE UPDATE ON chair_given BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER chair_received_stands BEFORE UPDATE ON chair_received BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER same_person_stands BEFORE UPDATE ON same_person BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE VIEW visit_end AS
    SELECT fact_origin AS visit_origin, fact_seq AS visit_seq, ended_at AS at, 1 AS corrected
    FROM correction WHERE what = 'visit' AND ended_at IS NOT NULL
    UNION ALL
    SELECT o.visit_origin, o.visit_seq, f.at, 0 FROM check_out o JOIN fact f USING (origin, seq)
    WHERE NOT EXISTS (SELECT 1 FROM correction c WHERE c.fact_origin = o.visit_origin AND c.fact_seq = o.visit_seq AND c.what = 'visit');
CREATE VIEW visitor AS
    SELECT origin, seq, person FROM check_in
    UNION ALL SELECT visit_origin, visit_seq, person FROM check_out
    UNION ALL SELECT origin, seq, json_extract(fields, '$.person') FROM conflict WHERE kind = 'check_in'
    UNION ALL SELECT json_extract(fields, '$.visit_origin'), json_extract(fields, '$.visit_seq'), json_extract(fields, '$.person')
        FROM conflict WHERE kind = 'check_out';
CREATE INDEX correction_by_fact ON correction (fact_origin, fact_seq);
CREATE INDEX correction_by_end ON correction (ended_at);
CREATE TRIGGER correction_stands BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE INDEX places_told_anew_by_activity ON places_told_anew (activity);
CREATE TRIGGER places_told_anew_stands BEFORE UPDATE ON places_told_anew BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE INDEX standing_kept_by_activity ON standing_kept (activity);
CREATE INDEX standing_kept_by_person ON standing_kept (person, activity);
CREATE TRIGGER standing_kept_stands BEFORE UPDATE ON standing_kept BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
CREATE TRIGGER desk_changed_stands BEFORE UPDATE ON desk_changed BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
COMMIT;
PRAGMA user_version = 23;
