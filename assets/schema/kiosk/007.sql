-- Whom the desk erased is a fact of the kiosk's from now on: the next programme names them all again.
DROP TABLE erased_by_desk;
