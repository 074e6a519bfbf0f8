// How was it? One tap records at once; it can be taken back for five seconds, and words may be added. No name anywhere.
#pragma once

#include "kiosk/flow.hpp"

namespace refectory {

void refresh(Flow&, page::FeedbackList&);

void act(Flow&, page::Welcome&, const intent::OpenFeedback&);
void act(Flow&, page::FeedbackList&, const intent::RateActivity&);
void act(Flow&, page::Faces&, const intent::Rate&);
void act(Flow&, page::Rated&, const intent::UndoRating&);
void act(Flow&, page::Rated&, const intent::AddRatingWords&);
void act(Flow&, page::RatingWords&, const intent::SubmitWords&);

}
