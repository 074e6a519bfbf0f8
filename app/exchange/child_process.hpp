// Another program that is run beside this one, talking over its standard input and output. No shell is involved, no signal
// of ours is touched, and the child does not outlive this object. What it reads and writes passes through memory alone.
#pragma once

#include "domain/result.hpp"
#include "exchange/byte_sink.hpp"
#include "exchange/descriptor.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace refectory {

class ChildProcess {
public:
    // The child reads its input from `input` where one is given, and from write() otherwise. `extra`, where one is given, is
    // its descriptor 3.
    static Result<ChildProcess> start(std::vector<std::string> command, Descriptor input = {}, Descriptor extra = {});
    ~ChildProcess();  // ends a child that still runs
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;

    // Writes all of it, and hands what the child says meanwhile to the sink, so that neither waits for the other for ever.
    // False where the child reads no more: then wait() tells why.
    Result<bool> write(std::string_view bytes, const ByteSink& output);
    void close_input() { input_.reset(); }
    // The next bytes that the child says; 0 at the end.
    Result<std::size_t> read(std::span<char> into);

    // Waits for its end: whether it ended well. Its output must have been read to the end.
    bool wait();
    std::string complaint() const;  // what it wrote to its error output, at most 4 KiB

private:
    ChildProcess() = default;
    void end();

    pid_t process_ = -1;
    Descriptor input_, output_, errors_;
    bool ended_well_ = false;
};

}
