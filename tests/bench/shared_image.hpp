// An image in memory that is shared with an X server, as large as its screen is asked for.
#pragma once

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <cstddef>

namespace refectory::bench {

struct SharedImage {
    Display* display;  // must outlive it
    XShmSegmentInfo memory{};
    XImage* image;

    SharedImage(Display* of, int width, int height) : display(of)
    {
        const int screen = DefaultScreen(display);
        image = XShmCreateImage(display, DefaultVisual(display, screen), static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap, nullptr, &memory,
                                static_cast<unsigned>(width), static_cast<unsigned>(height));
        memory.shmid = shmget(IPC_PRIVATE, static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(height), IPC_CREAT | 0600);
        memory.shmaddr = image->data = static_cast<char*>(shmat(memory.shmid, nullptr, 0));
        XShmAttach(display, &memory);
        XSync(display, False);
        shmctl(memory.shmid, IPC_RMID, nullptr);
    }
    ~SharedImage()
    {
        XShmDetach(display, &memory);
        image->data = nullptr;
        XDestroyImage(image);
        shmdt(memory.shmaddr);
    }
    SharedImage(const SharedImage&) = delete;
    SharedImage& operator=(const SharedImage&) = delete;
};

}
