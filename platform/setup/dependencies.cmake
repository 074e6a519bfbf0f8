# The libraries that the two programs and their tests stand on. Nothing is downloaded here unless REFECTORY_FETCH is on:
# platform/setup/dependencies installs what is missing, and a library that is not there is a sentence that says so.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

function(refectory_require target package)
  if(NOT TARGET ${target})
    message(FATAL_ERROR "${package} is missing. Run platform/setup/dependencies build test, which installs it.")
  endif()
endfunction()

function(refectory_find_cmake name target package)
  find_package(${name} CONFIG QUIET)
  refectory_require(${target} ${package})
endfunction()

function(refectory_find_pkgconfig module package)
  pkg_check_modules(${module} QUIET IMPORTED_TARGET GLOBAL ${module})
  refectory_require(PkgConfig::${module} ${package})
endfunction()

# For a library that says neither CMake nor pkg-config where it is.
function(refectory_find_library name header package)
  find_path(${name}_headers ${header})
  find_library(${name}_library ${name})
  if(${name}_headers AND ${name}_library)
    add_library(${name}::${name} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(${name}::${name} PROPERTIES IMPORTED_LOCATION ${${name}_library} INTERFACE_INCLUDE_DIRECTORIES ${${name}_headers})
  endif()
  refectory_require(${name}::${name} ${package})
endfunction()

refectory_find_cmake(SQLiteCpp SQLiteCpp libsqlitecpp-dev)
refectory_find_cmake(fmt fmt::fmt libfmt-dev)
refectory_find_cmake(CLI11 CLI11::CLI11 libcli11-dev)
refectory_find_library(cctz cctz/time_zone.h libcctz-dev)
refectory_find_cmake(ZXing ZXing::ZXing libzxing-dev)
refectory_find_cmake(nlohmann_json nlohmann_json::nlohmann_json nlohmann-json3-dev)
foreach(module IN ITEMS sqlite3:libsqlite3-dev libqrencode:libqrencode-dev libsodium:libsodium-dev nettle:nettle-dev
                        libpng:libpng-dev libarchive:libarchive-dev pangocairo:libpango1.0-dev
                        glfw3:libglfw3-dev x11-xcb:libx11-xcb-dev xcb-shm:libxcb-shm0-dev
                        tomlplusplus:libtomlplusplus-dev libsystemd:libsystemd-dev)
  string(REPLACE ":" ";" pair ${module})
  list(GET pair 0 name)
  list(GET pair 1 package)
  refectory_find_pkgconfig(${name} ${package})
endforeach()

# Third-party headers are not ours to warn about.
foreach(target IN ITEMS SQLiteCpp fmt::fmt ZXing::ZXing nlohmann_json::nlohmann_json)
  set_target_properties(${target} PROPERTIES IMPORTED_GLOBAL TRUE)
endforeach()

if(REFECTORY_FETCH)
  include(FetchContent)
  FetchContent_Declare(imgui_source GIT_REPOSITORY https://github.com/ocornut/imgui.git GIT_TAG v1.92.2b)
  FetchContent_Declare(Catch2 GIT_REPOSITORY https://github.com/catchorg/Catch2.git GIT_TAG v3.7.1)
  FetchContent_MakeAvailable(imgui_source)
  set(imgui_directory ${imgui_source_SOURCE_DIR})
else()
  set(imgui_directory ${CMAKE_SOURCE_DIR}/build/dependencies/imgui)
endif()

pkg_check_modules(imgui_package QUIET IMPORTED_TARGET GLOBAL imgui>=1.92)
add_library(imgui STATIC)
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)  # its loader of OpenGL wants no other headers beside it
target_compile_options(imgui PRIVATE -O2)  # also where ours is not optimised: it draws every frame of the tests
if(EXISTS ${imgui_directory}/imgui.h)
  target_sources(imgui PRIVATE
    ${imgui_directory}/imgui.cpp ${imgui_directory}/imgui_draw.cpp
    ${imgui_directory}/imgui_tables.cpp ${imgui_directory}/imgui_widgets.cpp
    ${imgui_directory}/backends/imgui_impl_glfw.cpp ${imgui_directory}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui SYSTEM PUBLIC ${imgui_directory} ${imgui_directory}/backends)
  # Without SSE its reciprocal of a square root is exact: x86-64's instruction is an estimate, and each maker's is another.
  target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_SSE)
  target_link_libraries(imgui PUBLIC PkgConfig::glfw3 ${CMAKE_DL_LIBS})
elseif(TARGET PkgConfig::imgui_package)
  file(WRITE ${CMAKE_BINARY_DIR}/imgui_package.cpp "// The packaged library has the code.\n")
  target_sources(imgui PRIVATE ${CMAKE_BINARY_DIR}/imgui_package.cpp)
  target_link_libraries(imgui PUBLIC PkgConfig::imgui_package PkgConfig::glfw3)
else()
  message(FATAL_ERROR "Dear ImGui 1.92 is missing. Run platform/setup/dependencies build, which fetches its source from Debian.")
endif()

if(REFECTORY_TESTS)
  if(REFECTORY_FETCH)
    FetchContent_MakeAvailable(Catch2)
    list(APPEND CMAKE_MODULE_PATH ${catch2_SOURCE_DIR}/extras)
  else()
    list(APPEND CMAKE_PREFIX_PATH ${CMAKE_SOURCE_DIR}/build/dependencies/catch2/usr)
    find_package(Catch2 3.5 CONFIG QUIET)
  endif()
  refectory_require(Catch2::Catch2WithMain "Catch2 3")
  refectory_find_cmake(rapidcheck rapidcheck librapidcheck-dev)
  refectory_find_pkgconfig(fuse3 libfuse3-dev)
  refectory_find_pkgconfig(xcb libxcb1-dev)
  pkg_check_modules(egl QUIET IMPORTED_TARGET GLOBAL egl opengl)  # where it is not, what we draw is not held against it
  set_target_properties(rapidcheck PROPERTIES IMPORTED_GLOBAL TRUE)
endif()
