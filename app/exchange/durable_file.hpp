// Writes a file so that a plug or a stick pulled at any moment leaves either no file or a whole one: under the name with
// ".part" behind it, flushed, renamed, and read back. Nothing is ever overwritten.
#pragma once

#include "domain/digest.hpp"
#include "domain/result.hpp"
#include "exchange/descriptor.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace refectory {

enum class Readers { everybody, owner };

class DurableFile {
public:
    // Takes away what an earlier writer left behind under the same ".part", unless one still writes it.
    static Result<DurableFile> create(const std::filesystem::path& file, Readers readers = Readers::everybody);
    ~DurableFile();  // without a commit nothing stays behind
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&&) = delete;

    Result<> write(std::string_view bytes);
    // Once, of the two. It is flushed and named, and nothing is left of it after an error; but its folder is not flushed, and it is not
    // read back: for a stick that is closed, opened anew and read back behind it.
    Result<> name();
    // Once. After an error nothing stands under either name.
    Result<> commit();

    std::int64_t size() const { return size_; }
    const Digest& sha256() const { return sum_; }  // of what was written, once it was named or committed
    const std::filesystem::path& path() const { return file_; }

private:
    DurableFile(std::filesystem::path file, std::filesystem::path part, Descriptor descriptor);
    Result<> flush_and_rename();
    Result<> read_back() const;

    std::filesystem::path file_, part_;
    Descriptor descriptor_;
    RunningDigest digest_;
    Digest sum_{};
    std::int64_t size_ = 0;
    bool part_stands_ = true;
};

// What writers that were cut off left in a folder, under names that begin so; a part that is being written stays.
void remove_abandoned_parts(const std::filesystem::path& folder, std::string_view beginning);

// Told how many bytes have been read; its error ends the reading.
using OnBytesRead = std::function<Result<>(std::int64_t bytes)>;

// Of what stands on the device, as far as it lets us, and not of what memory kept of it. Refuses folders, devices and links.
Result<Digest> digest_of_file(const std::filesystem::path& file, const OnBytesRead& on_bytes = {});

// Whatever waits for the disk or stick that this folder is on is there when it returns. An error is final: it is not asked twice.
Result<> flush_file_system(const std::filesystem::path& folder);

// One whole file; refuses more than `most_bytes`.
Result<std::string> read_whole_file(const std::filesystem::path& file, std::size_t most_bytes);

// What an operation on a file or folder that failed means to a person.
std::string sentence_of(int error_number);

}
