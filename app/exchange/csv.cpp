#include "exchange/csv.hpp"

#include <algorithm>

namespace refectory {

namespace {

char separator_of(std::string_view text)
{
    const auto first_line = text.substr(0, text.find('\n'));
    return std::ranges::count(first_line, ';') > std::ranges::count(first_line, ',') ? ';' : ',';
}

// Goes through the text once, a character at a time, and knows only whether it stands inside quotation marks.
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text), separator_(separator_of(text)) {}

    std::expected<std::vector<CsvRecord>, CsvFault> parse()
    {
        while (at_ < text_.size()) {
            if (quoted_ ? !step_quoted() : !step_plain()) return std::unexpected(CsvFault{fault_line_, fault_});
            if (field_.size() > longest_csv_field) return std::unexpected(CsvFault{record_.line, "This cell is too long."});
        }
        if (quoted_) return std::unexpected(CsvFault{opened_at_, "A quotation mark is opened here and never closed."});
        end_record();
        return std::move(records_);
    }

private:
    bool step_quoted()
    {
        const char character = text_[at_++];
        if (character == '\n') ++line_;
        if (character != '"') {
            field_ += character;
        } else if (at_ < text_.size() && text_[at_] == '"') {
            field_ += '"';
            ++at_;
        } else {
            quoted_ = false;
            closed_ = true;
        }
        return true;
    }

    bool step_plain()
    {
        const char character = text_[at_++];
        if (character == separator_) return end_field();
        if (character == '\r' && (at_ == text_.size() || text_[at_] == '\n')) return true;
        if (character == '\n') {
            end_record();
            ++line_;
            record_.line = line_;
            return true;
        }
        if (character == '"' && field_.empty() && !closed_) {
            quoted_ = true;
            opened_at_ = line_;
            return true;
        }
        if (closed_) return fault("There is text behind a closing quotation mark.");
        if (character == '\0') return fault("There is a character that no spreadsheet writes.");
        field_ += character;
        return true;
    }

    bool end_field()
    {
        record_.fields.push_back(std::move(field_));
        field_.clear();
        closed_ = false;
        return record_.fields.size() <= most_csv_fields || fault("This line has too many cells.");
    }

    void end_record()
    {
        end_field();
        if (record_.fields.size() > 1 || !record_.fields.front().empty()) records_.push_back(std::move(record_));
        record_ = {};
    }

    bool fault(std::string sentence)
    {
        fault_line_ = line_;
        fault_ = std::move(sentence);
        return false;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1, opened_at_ = 1, fault_line_ = 0;
    bool quoted_ = false, closed_ = false;
    std::string field_, fault_;
    CsvRecord record_{1, {}};
    std::vector<CsvRecord> records_;
};

}

std::expected<std::vector<CsvRecord>, CsvFault> read_csv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return Parser{text}.parse();
}

}
