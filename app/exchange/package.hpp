// A sealed, signed package, which programmes and parcels are: a zip within `age`, with manifest.json, manifest.sig (Ed25519
// over the manifest's bytes, in hex) and the files that the manifest lists with their sizes and SHA-256. It is streamed both
// ways: no plain byte touches a disk. It knows nothing of what the files hold.
#pragma once

#include "domain/signature.hpp"
#include "exchange/age.hpp"
#include "exchange/byte_sink.hpp"
#include "exchange/manifest.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace refectory {

// Writes one file's bytes into the sink and says how many rows they are. A file of more than some tens of kB is not kept in memory: it is
// called twice for it, once to sum up and once to write, and must give the same bytes both times. A piece that it hands over is of that size.
using Produce = std::function<Result<std::int64_t>(const ByteSink& sink)>;

struct PackageFile {
    std::string name;
    Produce produce;
};

struct Package {
    std::string format;  // "refectory-programme"
    ManifestFields fields;
    std::vector<PackageFile> files;
};

// Returns the sum over its manifest. The sealed bytes may come on another thread than the caller's, while it waits in here.
Result<Digest> write_package(const Package& package, AgeSealer sealer, const SecretKey& key, const ByteSink& sealed);

inline constexpr int most_package_entries = 64;
inline constexpr std::int64_t most_package_bytes = 256 * 1024 * 1024;
inline constexpr std::int64_t most_package_ratio = 100;  // of inflated bytes to those of the zip, beyond the first MiB
inline constexpr std::int64_t most_manifest_bytes = 1024 * 1024;

// Takes one file's bytes as they come, and is told when they were all there and as the manifest says.
struct FileReceiver {
    ByteSink chunk;
    std::function<Result<>()> end;
};

// open, then verify, then the files: each once.
class PackageReader {
public:
    static Result<PackageReader> open(const std::filesystem::path& file, const std::string& identity);
    static Result<PackageReader> open(ByteView sealed, const std::string& identity);
    ~PackageReader();
    PackageReader(PackageReader&&) noexcept;
    PackageReader& operator=(PackageReader&&) noexcept;

    // One text of the manifest, which nobody has vouched for yet: says whose key verify() should be given, and no more.
    Result<std::string> peek(std::string_view field) const;
    Result<Manifest> verify(const PublicKey& key, std::string_view format);

    // In the manifest's order. Chunks are handed on before their sum is known, so the receiver must be able to undo all it
    // did when an error comes out.
    Result<> read_files(const std::function<FileReceiver(const ManifestFile&)>& receive);
    // The files in memory, for packages that are small.
    Result<std::map<std::string, std::string>> read_small_files();

private:
    struct State;
    explicit PackageReader(std::unique_ptr<State> state);
    Result<> read_manifest();

    std::unique_ptr<State> state_;
};

}
