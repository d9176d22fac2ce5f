# The pages that the program has inside. Scripts are modules, one idea a file; each page gets one file of them.
find_program(ESBUILD esbuild REQUIRED)
find_program(ZOPFLI zopfli REQUIRED)

set(sources ${CMAKE_CURRENT_SOURCE_DIR}/websocket)
set(pages ${CMAKE_CURRENT_BINARY_DIR}/pages)
file(GLOB modules CONFIGURE_DEPENDS ${sources}/widget/*.js ${sources}/demo/*.js)
file(GLOB as_they_are CONFIGURE_DEPENDS ${sources}/widget/*.d.ts ${sources}/widget/*.html ${sources}/widget/embed.css
    ${sources}/demo/*.html ${sources}/demo/*.css ${sources}/demo/*.svg)
set(made ${pages}/widget.js.gz)

add_custom_command(OUTPUT ${pages}/style.css DEPENDS ${sources}/widget/style.css
    COMMAND ${ESBUILD} --minify --log-level=warning --outfile=${pages}/style.css ${sources}/widget/style.css)
foreach(script widget/widget.js widget/embed.js demo/demo.js)
    cmake_path(GET script FILENAME name)
    add_custom_command(OUTPUT ${pages}/${name} DEPENDS ${modules} ${pages}/style.css
        COMMAND ${ESBUILD} --bundle --minify --format=esm --target=es2022 --charset=utf8 --loader:.css=text
            --alias:style.css=${pages}/style.css --log-level=warning --outfile=${pages}/${name} ${sources}/${script})
    list(APPEND made ${pages}/${name})
endforeach()
add_custom_command(OUTPUT ${pages}/widget.js.gz DEPENDS ${pages}/widget.js 
    COMMAND ${ZOPFLI} --i15 ${pages}/widget.js)
foreach(file ${as_they_are})
    cmake_path(GET file FILENAME name)
    add_custom_command(OUTPUT ${pages}/${name} DEPENDS ${file} COMMAND ${CMAKE_COMMAND} -E copy ${file} ${pages}/${name})
    list(APPEND made ${pages}/${name})
endforeach()

target_sources(anamnesis_websocket PRIVATE ${made})
set_source_files_properties(websocket/widget_files.cpp PROPERTIES OBJECT_DEPENDS "${made}")
target_compile_definitions(anamnesis_websocket PRIVATE ANAMNESIS_PAGES_DIR="${pages}")
