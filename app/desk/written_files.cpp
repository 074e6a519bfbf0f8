#include "desk/written_files.hpp"

#include "exchange/durable_file.hpp"

#include <algorithm>

namespace refectory {

WrittenFiles::~WrittenFiles()
{
    std::error_code ignored;
    std::ranges::reverse(files_);
    for (const auto& file : files_) std::filesystem::remove(file, ignored);
}

Result<> WrittenFiles::make_folder(const std::filesystem::path& folder)
{
    std::error_code error;
    if (std::filesystem::create_directory(folder, error)) add(folder);
    if (error) return failure(sentence_of(error.value()));
    return {};
}

}
